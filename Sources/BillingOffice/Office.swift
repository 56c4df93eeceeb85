import Bookkeeping
import Drawing
import Foundation
import Layout
import Templating

/// A pop-up billing office: a folder with office.yaml, prices and orders.
///
/// The whole line, from an order to a stamped paper:
///
///     office.yaml + prices.csv + order.csv ─▶ Invoice ─▶ TemplateData ─▶ elements ─▶ frames ─▶ the void ─▶ PDF
public struct Office: Sendable {
  /// The office's folder.
  public let folder: String
  /// Where the program's templates, words and fonts are.
  public let installation: Installation

  /// Opens an office.
  ///
  /// - Parameters:
  ///   - named: the folder that was named; nil to look from `here` upwards.
  ///   - here: the folder somebody stands in.
  ///   - installation: where the program's own files are.
  /// - Throws: ``Diagnostics`` when there is no office.
  public init(named: String?, from here: String, installation: Installation) throws(Diagnostics) {
    do { folder = try OfficeFolder.find(named: named, from: here) } catch { throw Diagnostics([error]) }
    self.installation = installation
  }

  /// Makes the invoices of an order.
  ///
  /// Everything is checked before anything is written, and the files appear whole or not at all.
  ///
  /// - Parameters:
  ///   - request: what to print, and how.
  ///   - progress: told how many of how many invoices are laid out.
  ///   - isCancelled: asked before every invoice whether to stop.
  /// - Returns: the files that were written, and what is worth a look.
  /// - Throws: ``Diagnostics`` with everything that is wrong; then nothing was written.
  public func printInvoices(
    _ request: InvoiceRequest, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(Diagnostics) -> PrintedPapers {
    var faults = Faults()

    // What is to be printed: the order at the market's prices.
    let settings = readSettings(&faults)
    let prices = readPrices(request.prices, &faults)
    let invoices = faults.collect { () throws(Diagnostics) in try readInvoices(request.order, prices) }
    let numbers = faults.attempt { () throws(Diagnostic) in try request.numbers(for: invoices?.count ?? 1) }

    // How it is to look: the office's language, its template, its fonts.
    let studio = settings.flatMap { settings in
      faults.collect { () throws(Diagnostics) in
        try Studio(settings, installation, office: folder, look: request.look)
      }
    }

    // Where it goes.
    let plan = faults.attempt { () throws(Diagnostic) in
      try OutputPlan.make(
        output: request.output, usual: folder + "/output", isSplit: request.isSplit, numbers: numbers ?? .drafts,
        keys: numbers == nil ? [] : (invoices ?? []).map(\.key), order: request.order)
    }
    if let plan { faults.add(plan.obstacles(force: request.force)) }
    if let studio {
      let check = InputCheck(studio)
      faults.add(check.checkWords() + check.check(invoices ?? [], file: shownPrices(request.prices)))
      faults.add(studio.warnings)
    }
    faults.add(
      InputCheck.pricesFromTheFuture(invoices ?? [], issued: request.issued, file: shownPrices(request.prices)))
    try faults.check()
    guard let studio, let invoices, let plan, let numbers else { throw Diagnostics(faults.all) }

    // Lay out, make void, draw, write aside, give the files their names.
    let batch = Batch(invoices: invoices, numbers: numbers, issued: request.issued, title: studio.settings.name)
    let run = PrintRun(
      studio: studio, batch: batch, plan: plan, force: request.force, workers: request.workers,
      isTagged: request.isTagged ?? (invoices.count == 1), isCancelled: isCancelled)
    let paths = try run.print(progress)
    return PrintedPapers(paths: paths, warnings: faults.all)
  }

  /// Checks the office, its prices, its orders, its templates and its fonts, and writes nothing.
  ///
  /// - Parameter request: the order to check, if it exists; prices, template and paper as for printing.
  /// - Returns: everything that is wrong and everything worth a look, and what was found in order.
  public func check(_ request: CheckRequest) -> CheckReport {
    var faults = Faults()
    var report = CheckReport()
    let settings = readSettings(&faults)
    if let settings { report.sound.append("\(OfficeFolder.settingsFile): \(settings.name), \(settings.place)") }
    let prices = readPrices(request.prices, &faults)
    if let prices { report.sound.append("\(shownPrices(request.prices)): \(prices.entries.count) prices") }
    let studio = settings.flatMap { settings in
      faults.collect { () throws(Diagnostics) in
        try Studio(settings, installation, office: folder, look: request.look)
      }
    }
    if let studio {
      report.sound.append("template \(studio.templateName): \(studio.template.paper.name)")
      faults.add(studio.warnings)
    }
    // What has been told where it was written is not told again where a template shows it.
    var spoilt: Set<Int> = []
    var canRehearse = true
    if let studio {
      let check = InputCheck(studio)
      let words = check.checkWords()
      let rows = check.check(prices?.entries ?? [], file: shownPrices(request.prices))
      faults.add(words + rows)
      canRehearse = words.isEmpty
      spoilt = Set(rows.compactMap(\.line))
    }
    for order in request.orders ?? usualOrders() {
      let invoices = faults.collect { () throws(Diagnostics) in try readInvoices(order, prices) }
      guard let invoices else { continue }
      faults.add(
        InputCheck.pricesFromTheFuture(invoices, issued: request.issued, file: shownPrices(request.prices)))
      if let studio, canRehearse {
        let sound = invoices.filter { !$0.lines.contains { spoilt.contains($0.entry.line) } }
        let batch = Batch(invoices: sound, numbers: .drafts, issued: request.issued, title: studio.settings.name)
        faults.add(PrintRun.rehearse(studio, batch))
      }
      report.sound.append("\(Files.shown(order)): \(invoices.count == 1 ? "1 invoice" : "\(invoices.count) invoices")")
    }
    report.faults = faults.all
    return report
  }

  // MARK: - Reading

  private func readSettings(_ faults: inout Faults) -> OfficeSettings? {
    let path = "\(folder)/\(OfficeFolder.settingsFile)"
    let file = Files.shown(path)
    guard let text = faults.attempt({ () throws(Diagnostic) in try Files.text(path, shown: file) }) else { return nil }
    let (settings, wrong) = OfficeSettingsReader.read(text, file: file)
    faults.add(wrong)
    return settings
  }

  private func shownPrices(_ named: String?) -> String {
    Files.shown(named.map(Files.absolute) ?? "\(folder)/prices.csv")
  }

  private func readPrices(_ named: String?, _ faults: inout Faults) -> PriceBook? {
    let file = shownPrices(named)
    let bytes = faults.attempt { () throws(Diagnostic) in
      try Files.read(
        named.map(Files.absolute) ?? "\(folder)/prices.csv", shown: file,
        hint: named == nil
          ? "name the price book with --prices FILE, or put prices.csv beside office.yaml"
          : "look at the path after --prices")
    }
    guard let reading = bytes.map({ PriceBook.read($0) }) else { return nil }
    faults.add(reading.faults.map { .of($0, file: file) })
    // What could be read serves to look at the orders; where nothing could, every item would be called unknown.
    return reading.value.entries.isEmpty ? nil : reading.value
  }

  private func readInvoices(_ order: String, _ prices: PriceBook?) throws(Diagnostics) -> [Invoice] {
    let path = Files.absolute(order)
    let file = Files.shown(path)
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path, shown: file, hint: "an order is a CSV file with the columns item and quantity")
    } catch { throw Diagnostics([error]) }
    let list = ItemList.read(bytes)
    var faults = list.faults
    var invoices: [Invoice] = []
    if let prices {
      let built = Invoice.build(list.value, prices: prices)
      faults += built.faults
      invoices = built.value
    }
    let diagnostics =
      faults.sorted { ($0.line ?? 0, $0.column ?? 0) < ($1.line ?? 0, $1.column ?? 0) }
      .map { Diagnostic.of($0, file: file) } + InputCheck.check(list.value.orders, file: file)
    guard diagnostics.isEmpty else { throw Diagnostics(diagnostics) }
    return invoices
  }

  private func usualOrders() -> [String] {
    ["order.csv", "orders.csv"].map { "\(folder)/\($0)" }.filter(Files.exists)
  }
}

import Bookkeeping
import Drawing
import Foundation
import Layout
import Templating

/// A pop-up billing office: a folder with office.yaml, prices and orders.
///
/// The whole line, from an order to a stamped paper:
///
///     office.yaml + prices.csv + order.csv ─▶ Invoice ─▶ TemplateData ─▶ elements ─▶ frames ─▶ the void ─▶ PDF, PNG, SVG
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
    let orders = faults.collect { () throws(Diagnostics) in try OrderBook(request.order, prices) }
    let numbers = faults.attempt { () throws(Diagnostic) in try request.numbers(for: orders?.count ?? 1) }

    // How it is to look: the office's language, its template, its fonts.
    let studio = settings.flatMap { settings in
      faults.collect { () throws(Diagnostics) in
        try Studio(settings, installation, office: folder, look: request.look)
      }
    }

    // Where it goes.
    let plan = faults.attempt { () throws(Diagnostic) in
      try OutputPlan.make(
        output: request.output, usual: folder + "/output", format: request.format, isSplit: request.isSplit,
        numbers: numbers ?? .drafts, keys: numbers == nil ? [] : orders?.keys ?? [], order: request.order)
    }
    if let plan { faults.add(plan.obstacles(force: request.force, areNumbered: request.recordedAt == nil)) }
    if let studio {
      let check = InputCheck(studio)
      faults.add(check.checkWords() + check.check(orders?.entries ?? [], file: shownPrices(request.prices)))
      faults.add(studio.warnings)
    }
    faults.add(
      InputCheck.pricesFromTheFuture(
        orders?.entries ?? [], issued: request.issued, file: shownPrices(request.prices)))
    try faults.check()
    guard let studio, let orders, var plan, let numbers else { throw Diagnostics(faults.all) }

    // Into the ledger, once it is sure that everything can be printed.
    var issued = numbers
    if let moment = request.recordedAt {
      issued = .numbered(try record(orders, studio, request, moment: moment))
      plan = try replan(request, issued, orders)
    }

    // Lay out, make void, draw, write aside, give the files their names.
    let batch = Batch(orders, numbers: issued, issued: request.issued, title: studio.settings.name)
    let run = PrintRun(
      studio: studio, batch: batch, plan: plan, force: request.force,
      workers: plan.isInVolumes ? request.volumeWorkers : request.workers,
      isTagged: request.isTagged ?? (orders.count == 1), isCancelled: isCancelled)
    var papers: PrintedPapers
    do { papers = try run.print(progress) } catch { throw recorded(issued, error, request) }
    papers.warnings = faults.all + papers.warnings
    return papers
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
      let orders = faults.collect { () throws(Diagnostics) in try OrderBook(order, prices) }
      guard let orders else { continue }
      faults.add(
        InputCheck.pricesFromTheFuture(orders.entries, issued: request.issued, file: shownPrices(request.prices)))
      if let studio, canRehearse {
        let batch = Batch(orders, numbers: .drafts, issued: request.issued, title: studio.settings.name)
        faults.add(
          PrintRun.rehearse(studio, batch) { invoice in invoice.lines.contains { spoilt.contains($0.entry.line) } })
      }
      report.sound.append("\(Files.shown(order)): \(orders.count == 1 ? "1 invoice" : "\(orders.count) invoices")")
    }
    report.faults = faults.all
    return report
  }

  // MARK: - Recording

  /// Tries every paper with numbers as wide as those to come, and then records all gifts in one step.
  private func record(_ orders: OrderBook, _ studio: Studio, _ request: InvoiceRequest, moment: String)
    throws(Diagnostics) -> [PaperNumber]
  {
    let recorder = try Recorder(studio, installation, office: folder, day: request.issued, moment: moment)
    let trial = Batch(
      orders, numbers: recorder.placeholders(orders.count), issued: request.issued, title: studio.settings.name)
    let faults = PrintRun.rehearse(studio, trial)
    guard faults.isEmpty else { throw Diagnostics(faults) }
    return try recorder.record(orders)
  }

  /// The files once the numbers are known. None of them can be there already: no number was used before.
  private func replan(_ request: InvoiceRequest, _ numbers: Numbering, _ orders: OrderBook) throws(Diagnostics)
    -> OutputPlan
  {
    do {
      return try OutputPlan.make(
        output: request.output, usual: folder + "/output", format: request.format, isSplit: request.isSplit,
        numbers: numbers, keys: orders.keys, order: request.order)
    } catch { throw Diagnostics([error]) }
  }

  /// What went wrong, with what to do where the gifts are recorded and only their papers are missing.
  private func recorded(_ numbers: Numbering, _ error: Diagnostics, _ request: InvoiceRequest) -> Diagnostics {
    guard request.recordedAt != nil, case .numbered(let all) = numbers, let first = all.first, let last = all.last
    else {
      return error
    }
    let names = first == last ? "\(first) is" : "\(first) to \(last) are"
    return Diagnostics(
      error.all + [
        Diagnostic(
          .warning, .cannotWrite, message: "\(names) in the ledger, without a paper",
          hint: "print what is missing with: billing-office reprint \(first)")
      ])
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

  private func usualOrders() -> [String] {
    ["order.csv", "orders.csv"].map { "\(folder)/\($0)" }.filter(Files.exists)
  }
}

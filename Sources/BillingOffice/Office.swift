import Bookkeeping
import Drawing
import Foundation
import Layout
import Ledger
import Templating

/// Makes a source of random numbers.
public typealias Randomness = @Sendable () -> any RandomNumberGenerator

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
  /// Where the names of chains and the salts of entries come from; it must not be guessable.
  public let randomness: Randomness

  /// Opens an office.
  ///
  /// - Parameters:
  ///   - named: the folder that was named; nil to look from `here` upwards.
  ///   - here: the folder somebody stands in.
  ///   - installation: where the program's own files are.
  ///   - randomness: where the names of chains and the salts of entries come from.
  /// - Throws: ``Diagnostics`` when there is no office.
  public init(
    named: String?, from here: String, installation: Installation,
    randomness: @escaping Randomness = { SystemRandomNumberGenerator() }
  ) throws(Diagnostics) {
    do { folder = try OfficeFolder.find(named: named, from: here) } catch { throw Diagnostics([error]) }
    self.installation = installation
    self.randomness = randomness
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
    let orders = faults.collect { () throws(Diagnostics) in
      if let items = request.items { return try OrderBook(items, prices) }
      return try OrderBook(request.order, prices)
    }

    // How it is to look: the office's language, its template, its fonts, several to a sheet or a page each.
    var cut: (paper: Paper, grid: SheetGrid)?
    if let sheet = request.sheet {
      cut = faults.attempt { () throws(Diagnostic) in try CutSheet(sheet).cells(of: request.look.paper) }
      if request.isSplit {
        faults.add([
          Diagnostic(
            .error, .usage, message: "--split makes a file for each receipt, and --sheet puts several on one sheet",
            hint: "leave one of them out")
        ])
      }
    }
    let studio = settings.flatMap { settings in
      faults.collect { () throws(Diagnostics) in
        try Studio(settings, installation, office: folder, look: request.look, kind: request.kind, on: cut?.paper)
      }
    }

    // The same letters serve the trial before a gift is recorded, and its paper.
    let isTagged = request.bench == nil && (request.isTagged ?? (orders?.count == 1))
    let press = studio.flatMap { studio in
      faults.collect { () throws(Diagnostics) in try Press(studio, hasRoles: isTagged && request.format == .pdf) }
    }

    // Where it goes.
    let plan = faults.attempt { () throws(Diagnostic) in
      try OutputPlan.make(
        output: request.output, usual: folder + "/output", format: request.format, isSplit: request.isSplit,
        numbers: .drafts, keys: orders?.keys ?? [], order: request.order)
    }
    if let plan { faults.add(plan.obstacles(force: request.force, areNumbered: request.recordedAt == nil)) }
    if let studio {
      let check = InputCheck(studio)
      faults.add(check.checkWords() + check.check(orders?.entries ?? [], file: shownPrices(request.prices)))
      faults.add(studio.warnings)
    }
    faults.add(orders?.warnings ?? [])
    faults.add(
      InputCheck.pricesFromTheFuture(
        orders?.entries ?? [], issued: request.issued, file: shownPrices(request.prices)))
    try faults.check()
    guard let studio, let press, let orders, var plan else { throw Diagnostics(faults.all) }

    // Into the ledger, once it is sure that everything can be printed.
    var numbers = Numbering.drafts
    // It is closed at the end, since that takes a while, in which the printer can begin.
    var ledger: Ledger?
    defer { withExtendedLifetime(ledger) {} }
    if let moment = request.recordedAt {
      let recorded = try record(
        orders, on: press, request, to: plan.folder, moment: moment, isCancelled: isCancelled,
        progress: { progress($0 / 2, orders.count) })
      (numbers, ledger) = (.numbered(recorded.numbers), recorded.ledger)
      plan = try replan(request, numbers, orders)
    }

    // Lay out, make void, draw, write aside, give the files their names.
    var batch = Batch(
      orders, kind: request.kind, numbers: numbers, issued: request.issued, title: studio.settings.name)
    if let cut { (batch, plan) = (batch.cut(on: cut.grid), plan.holdingOneEach) }
    let run = PrintRun(
      studio: studio, batch: batch, plan: plan, issued: request.issued, force: request.force,
      workers: plan.isInVolumes ? request.volumeWorkers : request.workers,
      isTagged: isTagged, bench: request.bench, isCancelled: isCancelled)
    var papers: PrintedPapers
    // Recorded gifts have been laid out once already.
    let before = numbers.all.count
    do {
      papers = try run.print(on: press) { done, total in
        progress((before + done) * total / (before + total), total)
      }
    } catch {
      let printed = settle(numbers.all.map(\.number), on: request.bench)
      throw Self.told(error, recorded: numbers.all.dropFirst(printed), isForPrinter: request.bench != nil)
    }
    papers.numbers = numbers.all
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
    if let printers = readPrinters(&faults)?.printers {
      let count = printers.count == 1 ? "1 printer" : "\(printers.count) printers"
      report.sound.append("\(shown(Self.printersFile)): \(count)")
    }
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
      spoilt = Set(rows.filter { $0.severity == .error }.compactMap(\.line))
    }
    for order in request.orders ?? usualOrders() {
      let orders = faults.collect { () throws(Diagnostics) in try OrderBook(order, prices) }
      guard let orders else { continue }
      faults.add(orders.warnings)
      faults.add(
        InputCheck.pricesFromTheFuture(orders.entries, issued: request.issued, file: shownPrices(request.prices)))
      if let studio, canRehearse {
        let batch = Batch(orders, numbers: .drafts, issued: request.issued, title: studio.settings.name)
        faults.add(
          PrintRun.rehearse(studio, batch) { invoice in
            (invoice as? NumberedInvoice)?.invoice.lines.contains { spoilt.contains($0.entry.line) } ?? false
          })
      }
      report.sound.append("\(Files.shown(order)): \(orders.count == 1 ? "1 invoice" : "\(orders.count) invoices")")
    }
    report.faults = faults.all
    return report
  }

  // MARK: - Reading

  func readSettings(_ faults: inout Faults) -> OfficeSettings? {
    let path = "\(folder)/\(OfficeFolder.settingsFile)"
    let file = Files.shown(path)
    guard let text = faults.attempt({ () throws(Diagnostic) in try Files.text(path, shown: file) }) else { return nil }
    let (settings, wrong) = OfficeSettingsReader.read(text, file: file)
    faults.add(wrong)
    return settings
  }

  func shownPrices(_ named: String?) -> String {
    Files.shown(named.map(Files.absolute) ?? "\(folder)/prices.csv")
  }

  func readPrices(_ named: String?, _ faults: inout Faults) -> PriceBook? {
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

import Foundation
import Layout
import Ledger
import Templating

extension Office {
  /// Records gifts and prints them on a printer. What the printer does not take stays in the ledger's outbox, for
  /// ``printUnprinted(on:)``.
  ///
  /// - Parameters:
  ///   - request: what to print, and how; where the files go and what they are written as is the printer's.
  ///   - printer: the printer.
  ///   - progress: told how many of how many papers are laid out.
  ///   - isCancelled: asked before every paper whether to stop.
  /// - Returns: the papers' numbers, and what is worth a look; there are no files.
  /// - Throws: ``Diagnostics``; where the printer is at fault, the gifts are recorded.
  public func printGifts(
    _ request: InvoiceRequest, on printer: Printer,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(Diagnostics) -> PrintedPapers {
    let bench = try PrintingBench(self, printer, kind: request.kind, paper: request.look.paper, sheet: request.sheet)
    defer { bench.clear() }
    var request = request
    request.bench = bench
    (request.look.paper, request.sheet) = (bench.paper, bench.sheet)
    (request.output, request.format, request.isSplit) = (bench.folder, bench.format, bench.isSplit)
    let papers = try printInvoices(request, progress: progress, isCancelled: isCancelled)
    return try hand(papers, over: bench)
  }

  /// Prints what printers did not take.
  ///
  /// - Parameters:
  ///   - printer: where to; nil for the printer that each was meant for.
  ///   - isCancelled: asked before every paper whether to stop.
  /// - Returns: the papers' numbers, and what is worth a look.
  /// - Throws: ``Diagnostics`` when a printer does not take them; the others are printed.
  public func printUnprinted(
    on printer: Printer? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(Diagnostics) -> PrintedPapers {
    let desk = try LedgerDesk(self)
    var all = PrintedPapers(paths: [], warnings: [])
    guard Files.exists(LedgerDesk.path(in: folder)) else { return all }
    let ledger = try desk.open()
    let items = try desk.told { () throws(LedgerError) in try ledger.outbox() }
    // What was printed together is printed together again, as long as it goes to one printer in one way.
    var jobs: [(job: PrintJob, numbers: [EntryNumber])] = []
    for item in items {
      guard let job = PrintJob(item.job) else { continue }
      if jobs.last?.job == job {
        jobs[jobs.count - 1].numbers.append(item.number)
      } else {
        jobs.append((job, [item.number]))
      }
    }
    var faults: [Diagnostic] = []
    var silent: Set<String> = []
    for (job, numbers) in jobs {
      do throws(Diagnostics) {
        let printer = if let printer { printer } else { try self.printer(of: job) }
        // A printer that has just not answered is not waited for again.
        if silent.contains(printer.address) { continue }
        silent.insert(printer.address)
        let papers = try printAgain(numbers, job, on: printer, isCancelled)
        silent.remove(printer.address)
        all.numbers += papers.numbers
        all.warnings += papers.warnings
      } catch { faults += error.all }
    }
    guard faults.isEmpty else { throw Diagnostics(all.warnings + faults) }
    return all
  }

  /// How many papers are still to be printed; 0 where there is no ledger.
  public func unprintedCount() -> Int {
    guard Files.exists(LedgerDesk.path(in: folder)), let desk = try? LedgerDesk(self), let ledger = try? desk.open()
    else {
      return 0
    }
    return (try? ledger.outboxCount()) ?? 0
  }

  /// Prints a paper again on a printer, marked as a reprint.
  ///
  /// - Parameters:
  ///   - request: which paper, and how.
  ///   - printer: the printer.
  /// - Returns: its number, and what is worth a look.
  /// - Throws: ``Diagnostics``.
  public func reprint(_ request: ReprintRequest, on printer: Printer) throws(Diagnostics) -> PrintedPapers {
    let bench = try PrintingBench(self, printer, kind: request.kind, paper: request.look.paper, sheet: nil)
    defer { bench.clear() }
    var request = request
    request.bench = bench
    (request.look.paper, request.sheet) = (bench.paper, bench.sheet)
    (request.output, request.format) = (bench.folder, bench.format)
    return try hand(try reprint(request), over: bench)
  }

  // MARK: - Handing over

  /// Prints recorded papers for the first time.
  private func printAgain(
    _ numbers: [EntryNumber], _ job: PrintJob, on printer: Printer, _ isCancelled: @escaping @Sendable () -> Bool
  ) throws(Diagnostics) -> PrintedPapers {
    let kind = PaperKind(rawValue: job.kind) ?? .receipt
    // Another printer has its own paper.
    let isOwn = (try? self.printer(of: job))?.address == printer.address
    let bench = try PrintingBench(
      self, printer, kind: kind, paper: isOwn ? job.paper : nil, sheet: isOwn ? job.sheet : nil)
    defer { bench.clear() }
    let desk = try LedgerDesk(self)
    let ledger = try desk.open()
    var entries: [LedgerEntry] = []
    for number in numbers { entries.append(try gift(number, desk, ledger)) }
    var all = PrintedPapers(paths: [], warnings: [])
    // A sheet has one language.
    for part in entries.runs(where: {
      ($0.language, $0.office.content?.name) == ($1.language, $1.office.content?.name)
    }) {
      var request = ReprintRequest(
        kind: kind, number: part[0].number, look: Look(template: job.template, paper: bench.paper),
        output: bench.folder, format: bench.format)
      (request.bench, request.sheet, request.isFirst) = (bench, bench.sheet, true)
      let papers: PrintedPapers
      do { papers = try reprint(part, request, isCancelled: isCancelled) } catch {
        settle(part.map(\.number), on: bench)
        throw error
      }
      let sent = try hand(papers, over: bench)
      all.numbers += sent.numbers
      for warning in sent.warnings where !all.warnings.contains(warning) { all.warnings.append(warning) }
    }
    return all
  }

  private func printer(of job: PrintJob) throws(Diagnostics) -> Printer {
    var printer = if let queue = job.queue { try printer(queue: queue) } else { try printer(named: job.printer ?? "") }
    if printer.name == nil { printer.dots = job.dots }
    return printer
  }

  /// Sends papers, and strikes from the outbox what was taken.
  private func hand(_ papers: PrintedPapers, over bench: PrintingBench) throws(Diagnostics) -> PrintedPapers {
    let printer = bench.printer
    let title = papers.numbers.first.map { "\($0)" } ?? "draft"
    let report = bench.handOver(papers, title: title)
    // Each paper has a file of its own, or a volume of sheets as many as one holds.
    let taken = papers.numbers.prefix(report.taken * (bench.isSplit ? 1 : OutputPlan.volumeSize))
    try strike(taken.map(\.number))
    if let fault = report.fault {
      throw Diagnostics([Self.told(fault, on: printer, papers.numbers.dropFirst(taken.count))])
    }
    var papers = papers
    for reason in report.waiting {
      papers.warnings.append(
        Diagnostic(
          .warning, .cannotWrite, message: "the system keeps \(title) until \(printer) is ready: \(reason)",
          hint: "nothing need be printed again; see what waits with: lpstat -o"))
    }
    papers.paths = []
    return papers
  }

  /// Strikes from the outbox what has come out of a receipt printer before drawing came to a halt, so that it is not printed again.
  ///
  /// - Returns: how many of the papers, from the first.
  @discardableResult func settle(_ numbers: [EntryNumber], on bench: PrintingBench?) -> Int {
    let taken = bench?.line?.close().taken ?? 0
    // Why drawing came to a halt is the thing to tell; at worst a paper comes out twice.
    try? strike(Array(numbers.prefix(taken)))
    return taken
  }

  private func strike(_ numbers: [EntryNumber]) throws(Diagnostics) {
    if numbers.isEmpty { return }
    let desk = try LedgerDesk(self)
    let ledger = try desk.open(.readWrite)
    try desk.told { () throws(LedgerError) in try ledger.takeFromOutbox(numbers) }
  }

  private static func told(_ fault: PrinterFault, on printer: Printer, _ missing: ArraySlice<PaperNumber>) -> Diagnostic
  {
    guard let first = missing.first, let last = missing.last else {
      return Diagnostic(
        .error, .notPrinted, message: "the draft is not printed on \(printer): \(fault.words)",
        hint: "when the printer is ready, print it again")
    }
    let names = first == last ? "\(first) is recorded, but" : "\(first) to \(last) are recorded, but"
    return Diagnostic(
      .error, .notPrinted, message: "\(names) not printed on \(printer): \(fault.words)",
      hint: "when it is ready: billing-office reprint --unprinted; on another printer: … --unprinted --to PRINTER")
  }
}

extension [LedgerEntry] {
  /// The list in pieces whose neighbours go together.
  fileprivate func runs(where areAlike: (LedgerEntry, LedgerEntry) -> Bool) -> [[LedgerEntry]] {
    reduce(into: []) { parts, entry in
      if let last = parts.last?.last, areAlike(last, entry) {
        parts[parts.count - 1].append(entry)
      } else {
        parts.append([entry])
      }
    }
  }
}

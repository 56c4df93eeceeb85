import Foundation
import Layout
import Ledger
import Papers
import PrinterDevices

extension Office {
  /// Records gifts and prints them on a printer. What the printer does not take stays in the ledger's outbox, for
  /// ``printUnprinted(on:_:)``.
  ///
  /// - Parameters:
  ///   - request: what to print, and how; where the papers go and what they are written as is the printer's.
  ///   - printer: the printer.
  ///   - observer: is told how far it is, and says whether to stop.
  /// - Returns: the papers' numbers, and what is worth a look; there are no files.
  /// - Throws: ``Diagnostics``; where the printer is at fault, the gifts are recorded.
  package func printGifts(_ request: GiftRequest, on printer: Printer, _ observer: Observer = Observer())
    throws(Diagnostics) -> PrintedPapers
  {
    let spool = try PrinterSpool(
      self, printer, kind: request.kind, paper: request.look.paper, sheet: request.sheet, observer)
    defer { spool.clear() }
    var request = request
    (request.look.paper, request.sheet, request.output) = (spool.paper, spool.sheet, spool.output)
    let delivery = spool.delivery(job: PrintJob(request, on: printer).text) { acknowledge($0, on: spool) }
    return try deliver(try make(request, through: delivery, observer), by: spool)
  }

  /// Prints what printers did not take.
  ///
  /// - Parameters:
  ///   - printer: where to; nil for the printer that each was meant for.
  ///   - observer: says whether to stop.
  /// - Returns: the papers' numbers, and what is worth a look.
  /// - Throws: ``Diagnostics`` when a printer does not take them; the others are printed.
  package func printUnprinted(on printer: Printer? = nil, _ observer: Observer = Observer()) throws(Diagnostics)
    -> PrintedPapers
  {
    var all = PrintedPapers()
    // What was printed together is printed together again, as long as it goes to one printer in one way.
    var jobs: [(job: PrintJob, numbers: [EntryNumber])] = []
    for item in try unprinted() {
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
        let papers = try printFirst(numbers, job, on: printer, observer)
        silent.remove(printer.address)
        all.numbers += papers.numbers
        all.warnings += papers.warnings
      } catch { faults += error.all }
    }
    guard faults.isEmpty else { throw Diagnostics(all.warnings + faults) }
    return all
  }

  /// What is still to be printed; nothing where there is no ledger.
  private func unprinted() throws(Diagnostics) -> [Ledger.OutboxItem] {
    guard Files.exists(ledgerPath) else { return [] }
    do { return try ledgers.open(ledgerPath, .readOnly).outbox() } catch { throw Diagnostics.of(all: error) }
  }

  /// How many papers are still to be printed; 0 where there is no ledger.
  package func unprintedCount() -> Int {
    guard Files.exists(ledgerPath) else { return 0 }
    return (try? ledgers.open(ledgerPath, .readOnly).outboxCount()) ?? 0
  }

  /// Prints a paper again on a printer, marked as a reprint.
  ///
  /// - Parameters:
  ///   - request: which paper, and how.
  ///   - printer: the printer.
  /// - Returns: its number, and what is worth a look.
  /// - Throws: ``Diagnostics``.
  package func reprint(_ request: ReprintRequest, on printer: Printer) throws(Diagnostics) -> PrintedPapers {
    let spool = try PrinterSpool(self, printer, kind: request.kind, paper: request.look.paper, sheet: nil)
    defer { spool.clear() }
    var look = request.look
    look.paper = spool.paper
    let papers = RecordedPapers(
      giftKind: request.kind, entries: [try ledger.gift(request.number)], look: look, sheet: spool.sheet,
      output: spool.output)
    return try deliver(try make(papers, through: spool.delivery(), Observer()), by: spool)
  }

  // MARK: - Delivering

  /// Prints recorded papers for the first time.
  private func printFirst(_ numbers: [EntryNumber], _ job: PrintJob, on printer: Printer, _ observer: Observer)
    throws(Diagnostics) -> PrintedPapers
  {
    let kind = PaperKinds.named(job.kind) as? any GiftKind ?? ReceiptKind()
    let isOwn = (try? self.printer(of: job))?.address == printer.address
    let (paper, sheet) = PrinterPaper.meant(by: job, for: printer, isOwn: isOwn)
    let spool = try PrinterSpool(self, printer, kind: kind, paper: paper, sheet: sheet, observer)
    defer { spool.clear() }
    var entries: [LedgerEntry] = []
    for number in numbers { entries.append(try ledger.gift(number)) }
    var all = PrintedPapers()
    // A sheet has one language.
    for part in entries.runs(where: {
      ($0.language, $0.office.content?.name) == ($1.language, $1.office.content?.name)
    }) {
      let papers = RecordedPapers(
        giftKind: kind, entries: part, look: PaperLook(template: job.template, paper: spool.paper),
        sheet: spool.sheet, output: spool.output, isFirst: true)
      let delivery = spool.delivery { acknowledge($0, on: spool) }
      let sent = try deliver(try make(papers, through: delivery, observer), by: spool)
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

  /// Brings papers to their printer, and marks those as printed that it has taken.
  private func deliver(_ papers: PrintedPapers, by spool: PrinterSpool) throws(Diagnostics) -> PrintedPapers {
    let title = papers.numbers.first.map { "\($0)" } ?? "draft"
    let report = spool.deliver(papers, title: title)
    let taken = papers.numbers.prefix(report.taken * spool.papersInADocument)
    try markPrinted(taken.map(\.number))
    if let fault = report.fault {
      let missing = papers.numbers.dropFirst(taken.count)
      let what: NotPrinted =
        if let first = missing.first, let last = missing.last {
          .recorded(first: "\(first)", last: "\(last)")
        } else { .draft }
      throw Diagnostics(PrinterFact.notPrinted(what, on: "\(spool.printer)", fault))
    }
    var papers = papers
    papers.warnings += report.waiting.map { delay in
      Diagnostic(PrinterFact.waiting(title: title, on: "\(spool.printer)", delay), .warning)
    }
    papers.paths = []
    return papers
  }

  /// Marks as printed what has come out of a receipt printer before drawing came to a halt, so that it is not printed again.
  ///
  /// - Returns: how many of the papers, from the first.
  private func acknowledge(_ numbers: [PaperNumber], on spool: PrinterSpool) -> Int {
    let taken = spool.line?.close().taken ?? 0
    // Why drawing came to a halt is the thing to tell; at worst a paper comes out twice.
    try? markPrinted(numbers.prefix(taken).map(\.number))
    return taken
  }

  private func markPrinted(_ numbers: [EntryNumber]) throws(Diagnostics) {
    if numbers.isEmpty { return }
    do { try ledgers.open(ledgerPath, .readWrite).takeFromOutbox(numbers) } catch { throw Diagnostics.of(all: error) }
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

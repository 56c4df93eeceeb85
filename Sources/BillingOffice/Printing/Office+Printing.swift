import Foundation
import Layout
import Ledger
import Papers
import PrinterDevices

extension Office {
  /// Records gifts and prints them on a printer. What the printer does not take stays in the ledger's outbox, for
  /// ``printUnprinted(on:at:_:)``.
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
    let way = spool.delivery(job: text(of: PrintJob(request, on: printer)))
    return try deliver(try make(request, through: followed(way, spool), observer), by: spool)
  }

  /// Prints a paper again on a printer, marked as a reprint.
  ///
  /// - Parameters:
  ///   - request: which paper, and how.
  ///   - printer: the printer.
  ///   - observer: says whether to stop.
  /// - Returns: its number, and what is worth a look.
  /// - Throws: ``Diagnostics``.
  package func reprint(_ request: ReprintRequest, on printer: Printer, _ observer: Observer = Observer())
    throws(Diagnostics) -> PrintedPapers
  {
    let spool = try PrinterSpool(self, printer, kind: request.kind, paper: request.look.paper, sheet: nil, observer)
    defer { spool.clear() }
    var request = request
    request.look.paper = spool.paper
    request.output = spool.output
    var all = PrintedPapers()
    for var papers in try recorded(request) {
      papers.sheet = spool.sheet
      all.add(try deliver(try make(papers, through: spool.delivery(), observer), by: spool))
      all.warnings += takenBack(papers)
    }
    return all
  }

  // MARK: - Following papers to their printer

  /// A way on which every paper is struck off as it comes out.
  func followed(_ way: Delivery, _ spool: PrinterSpool) -> Delivery {
    var way = way
    if spool.line != nil {
      way.begin = { [self] in begin($0) }
      way.cameOut = { [self] in strikeOff($0) }
    }
    way.halted = { [self] numbers in
      // What has come out of a receipt printer before drawing came to a halt is not printed again.
      let taken = spool.line?.close().taken ?? 0
      strikeOff(numbers.prefix(taken))
      release(numbers.dropFirst(taken))
      return taken
    }
    return way
  }

  /// Brings papers to their printer, and strikes off those that it has taken.
  func deliver(_ papers: PrintedPapers, by spool: PrinterSpool) throws(Diagnostics) -> PrintedPapers {
    let title = papers.numbers.first.map { "\($0)" } ?? "draft"
    let report = spool.deliver(papers, title: title, begin: { begin($0) }, cameOut: { strikeOff($0) })
    let taken = papers.numbers.prefix(report.taken * spool.papersInADocument)
    try markPrinted(taken.map(\.number))
    if let fault = report.fault {
      let missing = papers.numbers.dropFirst(taken.count)
      release(missing)
      let what: NotPrinted =
        if let first = missing.first, let last = missing.last {
          .recorded(first: "\(first)", last: "\(last)")
        } else { .draft }
      throw Diagnostics(papers.warnings + [Diagnostic(PrinterFact.notPrinted(what, on: "\(spool.printer)", fault))])
    }
    var papers = papers
    papers.warnings += report.waiting.map { delay in
      Diagnostic(PrinterFact.waiting(title: title, on: "\(spool.printer)", delay), .warning)
    }
    papers.paths = []
    return papers
  }
}

import Drawing
import Foundation
import Layout
import Ledger
import Papers
import PrinterDevices

/// What lies between papers and their printer: what they must be like for it, and the way they go until it has them. A receipt
/// printer is sent each band as it is drawn; a queue of CUPS gets files.
struct PrinterSpool: Sendable {
  let printer: Printer
  /// The line to a receipt printer; nil for a queue.
  let line: PrinterLine?
  /// A folder of its own for a queue's files, which is gone in the end.
  private let folder: String
  /// The paper that things are laid out for; nil for the usual of the sheet, or the office's.
  let paper: String?
  /// The sheet on which receipts are printed several at a time; nil for a page each.
  let sheet: String?
  /// What is in the printer, where that is a sheet.
  private let sheetSize: Size?
  /// Says whether to stop.
  private let isOver: @Sendable () -> Bool

  /// Decides on the paper.
  ///
  /// - Parameters:
  ///   - office: whose.
  ///   - printer: the printer.
  ///   - kind: invoices or receipts.
  ///   - paper: the paper that was asked for; nil for the printer's.
  ///   - sheet: the sheet that was asked for; nil for the printer's.
  ///   - observer: hears what is waited for, and says whether to stop.
  /// - Throws: ``Diagnostics`` when office.yaml is faulty, or what was asked for does not fit the printer.
  init(
    _ office: Office, _ printer: Printer, kind: any PaperKind, paper: String?, sheet: String?,
    _ observer: Observer = Observer()
  ) throws(Diagnostics) {
    self.printer = printer
    if case .receipts(let target) = printer.way {
      let name = "\(printer)"
      line = PrinterLine(
        to: target, opening: ESCPOSWriter.fill(dots: printer.dots),
        waiting: LineWaiting(
          begins: { reason, seconds in
            observer.notice(Diagnostic(PrinterFact.busy(name, reason, seconds: seconds), .warning))
          }, isOver: observer.isCancelled))
    } else {
      line = nil
    }
    let printing = "\(office.installation.state)/printing"
    Asides.sweep(printing)
    folder = "\(printing)/\(Asides.name(String(UUID().uuidString.prefix(8))))"
    Asides.begin(folder)
    let fit = try PrinterPaper(in: printer, for: kind, paper: paper, sheet: sheet) { () throws(Diagnostics) in
      try office.settings()
    }
    (self.paper, self.sheet, sheetSize) = (fit.paper, fit.sheet, try fit.sheet.map(CutSheet.init)?.size)
    isOver = observer.isCancelled
    OpenSpools.open()
  }

  /// What is written for it, and where: every paper has a document of its own, whether it is printed or not and of which length.
  var output: OutputWish {
    OutputWish(
      folder, format: printer.isForReceipts ? .escpos(dots: printer.dots) : .pdf, isSplit: sheet == nil,
      isTagged: false)
  }

  /// The way to the printer.
  ///
  /// - Parameter job: how recorded gifts are to be printed, which the ledger keeps until they are.
  /// - Returns: where papers go.
  func delivery(job: String? = nil) -> Delivery {
    let name = "\(printer)"
    let destination: any Destination =
      if let line {
        LineDestination(line, of: name)
      } else {
        FileDestination(folder, .nothing, isPrinter: true) { () throws(Diagnostics) in
          guard let obstacle = QueueDelivery.obstacle else { return }
          throw Diagnostics(PrinterFact.notPrinted(.anything, on: name, obstacle))
        }
      }
    return Delivery(destination: destination, correction: printer.correction, job: job)
  }

  /// Brings to the printer what was drawn: waits until it has taken what went down the line, or submits the files.
  ///
  /// - Parameters:
  ///   - papers: what was drawn.
  ///   - title: what a job is called.
  ///   - begin: told before each file which papers are in it.
  ///   - cameOut: told after each which papers are printed by then.
  /// - Returns: what came of it.
  func deliver(
    _ papers: PrintedPapers, title: String, begin: (ArraySlice<PaperNumber>) -> Void = { _ in },
    cameOut: (ArraySlice<PaperNumber>) -> Void = { _ in }
  ) -> DeliveryReport {
    if let line { return line.close() }
    func part(_ index: Int) -> ArraySlice<PaperNumber> {
      papers.numbers.dropFirst(index * papersInADocument).prefix(papersInADocument)
    }
    let documents = zip(papers.paths, papers.pageSizes).map { path, size in
      (path: path, media: (sheetSize ?? size).media)
    }
    return QueueDelivery(to: printer.address).send(
      documents, title: title, begin: { begin(part($0)) }, taken: { cameOut(part($0)) }, isOver: isOver)
  }

  /// How many papers a document holds, so that it is known which are printed.
  var papersInADocument: Int { sheet == nil ? 1 : OutputPlan.volumeSize }

  /// Takes away what lies there; once, in the end.
  func clear() {
    OpenSpools.close()
    line?.hangUp()
    try? FileManager.default.removeItem(atPath: folder)
    Asides.end(folder)
  }
}

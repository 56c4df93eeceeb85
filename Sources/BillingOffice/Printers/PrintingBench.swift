import Foundation
import Layout
import Templating

/// Between the papers and their printer: what they must be like for it, and where they lie or which way they go until it has
/// them.
struct PrintingBench: Sendable {
  let printer: Printer
  /// The line to a receipt printer; nil for a queue, which takes files.
  let line: PrinterLine?
  /// A folder of its own for files, which is gone in the end.
  let folder: String
  /// The paper that things are laid out for; nil for the usual of the sheet, or the office's.
  let paper: String?
  /// The sheet on which receipts are printed several at a time; nil for a page each.
  let sheet: String?
  /// What is in the printer, where that is a sheet.
  let sheetSize: Size?

  /// Decides on the paper.
  ///
  /// - Parameters:
  ///   - office: whose.
  ///   - printer: the printer.
  ///   - kind: invoices or receipts.
  ///   - paper: the paper that was asked for; nil for the printer's.
  ///   - sheet: the sheet that was asked for; nil for the printer's.
  /// - Throws: ``Diagnostics`` when office.yaml is faulty or the sheet is none.
  init(_ office: Office, _ printer: Printer, kind: PaperKind, paper: String?, sheet: String?) throws(Diagnostics) {
    self.printer = printer
    if case .receipts(let target) = printer.way { line = PrinterLine(to: target) } else { line = nil }
    folder = "\(office.installation.state)/printing/\(UUID().uuidString)"
    let own = printer.paper
    let isRoll = (paper ?? own).flatMap { Paper.named($0) }?.size.height == .infinity
    if printer.isForReceipts || isRoll {
      (self.paper, self.sheet, sheetSize) = (paper ?? own, nil, nil)
    } else if kind == .receipt {
      let named = if let given = sheet ?? own { given } else { try Self.usualSheet(office) }
      (self.paper, self.sheet) = (paper, named)
      sheetSize = try CutSheet(named).size
    } else {
      (self.paper, self.sheet, sheetSize) = (paper ?? own, nil, nil)
    }
  }

  /// What the files are written as.
  var format: PaperFormat { printer.isForReceipts ? .escpos(dots: printer.dots) : .pdf }

  /// Whether every paper has a file of its own: receipts of which each is printed or not, and pages of which each has its length.
  var isSplit: Bool { sheet == nil }

  /// Hands over what was printed on the line, or lies in the folder.
  ///
  /// - Parameters:
  ///   - papers: what it is.
  ///   - title: what a job is called.
  /// - Returns: what came of it.
  func handOver(_ papers: PrintedPapers, title: String) -> DeliveryReport {
    if let line { return line.close() }
    return QueueDelivery(queue: PrintQueue(name: printer.address), sheet: sheetSize).send(papers, title: title)
  }

  /// Takes away what lies there.
  func clear() {
    line?.hangUp()
    try? FileManager.default.removeItem(atPath: folder)
  }

  private static func usualSheet(_ office: Office) throws(Diagnostics) -> String {
    var faults = Faults()
    let settings = office.readSettings(&faults)
    try faults.check()
    let paper = settings?.paper ?? "A4"
    return Paper.named(paper)?.size.height.isFinite == true ? paper : "A4"
  }
}

import Foundation
import Layout
import Templating

/// Where files lie until a printer has taken them, and what they must be like for it.
struct PrintingBench {
  let printer: Printer
  /// A folder of its own, which is gone in the end.
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
    folder = "\(office.installation.state)/printing/\(UUID().uuidString)"
    let own = printer.paper
    let isRoll = (paper ?? own).flatMap { Paper.named($0) }?.size.height == .infinity
    if printer.isForReceipts || isRoll {
      (self.paper, self.sheet, sheetSize) = (paper ?? own, nil, nil)
    } else if kind == .receipt {
      let named = if let given = sheet ?? own { given } else { try Self.usualSheet(office) }
      (self.paper, self.sheet) = (paper, named)
      do throws(Diagnostic) { sheetSize = try CutSheet(named).size } catch { throw Diagnostics([error]) }
    } else {
      (self.paper, self.sheet, sheetSize) = (paper ?? own, nil, nil)
    }
  }

  /// What the files are written as.
  var format: PaperFormat { printer.isForReceipts ? .escpos(dots: printer.dots) : .pdf }

  /// Whether every paper has a file of its own: receipts of which each is printed or not, and pages of which each has its length.
  var isSplit: Bool { sheet == nil }

  /// Takes away what lies there.
  func clear() { try? FileManager.default.removeItem(atPath: folder) }

  private static func usualSheet(_ office: Office) throws(Diagnostics) -> String {
    var faults = Faults()
    let settings = office.readSettings(&faults)
    try faults.check()
    let paper = settings?.paper ?? "A4"
    return Paper.named(paper)?.size.height.isFinite == true ? paper : "A4"
  }
}

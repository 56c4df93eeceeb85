import Layout
import Papers

/// What a printer prints something on. A receipt printer gets a roll, never wider than its head; nothing that does not fit is
/// sent anywhere.
struct PrinterPaper {
  /// The paper that things are laid out for; nil for the usual of the sheet, or the office's.
  let paper: String?
  /// The sheet on which receipts are printed several at a time; nil for a page each.
  let sheet: String?

  /// Decides on it.
  ///
  /// - Parameters:
  ///   - printer: the printer.
  ///   - kind: what is printed.
  ///   - paper: the paper that was asked for; nil for the printer's.
  ///   - sheet: the sheet that was asked for; nil for the printer's.
  ///   - settings: what office.yaml says, which is read where nothing else says the sheet.
  /// - Throws: ``Diagnostics`` when what was asked for does not fit.
  init(
    in printer: Printer, for kind: any PaperKind, paper: String?, sheet: String?,
    _ settings: () throws(Diagnostics) -> OfficeSettings
  ) throws(Diagnostics) {
    let asked = paper
    let isRoll = printer.hasRoll || asked.flatMap { Paper.named($0) }?.isRoll == true
    if printer.isForReceipts, !kind.mayGoToReceiptPrinter {
      throw Diagnostics(PrinterFact.receiptsOnly(kind.spoken, on: "\(printer)"))
    }
    if let asked { try Self.check(asked, in: printer) }
    if isRoll, let sheet { throw Diagnostics(PrinterFact.sheetOnRoll(sheet, on: "\(printer)")) }
    // Only receipts are cut from sheets; what a printer is looked at by is a sheet itself.
    if isRoll || !kind.isRecorded || !kind.mayGoToReceiptPrinter {
      (self.paper, self.sheet) = (asked ?? printer.roll ?? printer.paper, nil)
      return
    }
    if let sheet { try Self.check(sheet, in: printer) }
    let named = if let given = sheet ?? printer.paper { given } else { Self.usualSheet(try settings()) }
    (self.paper, self.sheet) = (asked, named)
  }

  /// What a recorded job asks of a printer that it comes to later.
  ///
  /// What was meant for a roll stays for that roll, unless the printer is known to have another one in it; another queue has its
  /// own paper.
  ///
  /// - Parameters:
  ///   - job: the job.
  ///   - printer: the printer that it comes to.
  ///   - isOwn: whether it is the one that it was meant for.
  /// - Returns: the paper and the sheet to ask for; nil for the printer's own.
  static func meant(by job: PrintJob, for printer: Printer, isOwn: Bool) -> (paper: String?, sheet: String?) {
    guard printer.isForReceipts else { return isOwn ? (job.paper, job.sheet) : (nil, nil) }
    guard let paper = job.paper, isOwn || printer.paper == nil, fits(paper, in: printer) else { return (nil, nil) }
    return (paper, nil)
  }

  /// Makes sure that a paper goes into a printer.
  private static func check(_ name: String, in printer: Printer) throws(Diagnostics) {
    if !fits(name, in: printer) {
      throw Diagnostics(PrinterFact.doesNotFit(paper: name, on: "\(printer)", has: printer.paper))
    }
  }

  /// Whether a paper goes into a printer; what is no paper at all is told where it is read.
  private static func fits(_ name: String, in printer: Printer) -> Bool {
    guard let size = Paper.named(name)?.size ?? PieceSize.sheet(name) else { return true }
    let own = printer.paper.flatMap { Paper.named($0)?.size }
    if printer.hasRoll { return !size.height.isFinite && size.width <= (own?.width ?? .infinity) + 1 }
    guard let own else { return true }
    let (short, long) = (min(size.width, size.height), max(size.width, size.height))
    return short <= min(own.width, own.height) + 1 && long <= max(own.width, own.height) + 1
  }

  private static func usualSheet(_ settings: OfficeSettings) -> String {
    Paper.named(settings.paper)?.isRoll == false ? settings.paper : "A4"
  }
}

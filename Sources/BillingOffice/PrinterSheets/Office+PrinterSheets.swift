import Bookkeeping
import Drawing
import Layout
import Papers
import Templating

extension Office {
  /// Prints the test sheet of a printer, with the correction that printers.yaml has for it.
  ///
  /// - Parameters:
  ///   - printer: the printer.
  ///   - day: today.
  ///   - observer: says whether to stop.
  /// - Throws: ``Diagnostics`` when it cannot be printed.
  package func printTest(on printer: Printer, day: CalendarDay, _ observer: Observer = Observer())
    throws(Diagnostics)
  {
    let design = try instrumentDesign(printer)
    let paper = design.template.paper
    let ledger = design.settings.ledger
    // The receipt's code is 30 mm wide, of a link as long as those of receipts.
    let module = 30 * Length.millimetre / 29
    let sheet: TestSheet
    if printer.isForReceipts {
      let head = PrintHead(on: paper, dots: printer.dots)
      let dot = 72 / head.density
      sheet = TestSheet(
        title: Self.title(printer, paper, head), page: Size(Double(head.dots) * dot, .infinity), margin: 0, dot: dot,
        usualModule: module, ledger: ledger)
    } else {
      // 600 dots an inch are what office printers have; codes on them need no whole dots.
      let margin = (paper.size.height.isFinite ? 8 : 4) * Length.millimetre
      sheet = TestSheet(
        title: Self.title(printer, paper, nil), page: paper.size, margin: margin, dot: 72.0 / 600, usualModule: module,
        ledger: ledger)
    }
    try send(
      try sheet.frame(design), design, to: printer, title: "printer-test", day, correction: printer.correction, observer
    )
  }

  /// The sheet by which a printer is calibrated.
  ///
  /// - Throws: ``Diagnostics`` when the office or the printer's paper is faulty.
  package func calibrationSheet(for printer: Printer) throws(Diagnostics) -> CalibrationSheet {
    CalibrationSheet(page: try instrumentDesign(printer).template.paper.size)
  }

  /// Prints the calibration sheet of a printer, as it is without any correction.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - printer: the printer.
  ///   - day: today.
  ///   - observer: says whether to stop.
  /// - Throws: ``Diagnostics`` when it cannot be printed.
  package func printCalibration(
    _ sheet: CalibrationSheet, on printer: Printer, day: CalendarDay, _ observer: Observer = Observer()
  ) throws(Diagnostics) {
    let design = try instrumentDesign(printer)
    let head = printer.isForReceipts ? PrintHead(on: design.template.paper, dots: printer.dots) : nil
    let frame = try sheet.frame(Self.title(printer, design.template.paper, head), design)
    try send(frame, design, to: printer, title: "printer-calibration", day, correction: .none, observer)
  }

  /// Keeps what was measured.
  ///
  /// - Parameters:
  ///   - printer: the printer, which must have a name in printers.yaml.
  ///   - sheet: the sheet.
  ///   - measured: the answers to the sheet's questions, in millimetres.
  /// - Returns: what is made good.
  /// - Throws: ``Diagnostics`` when the answers cannot be, or printers.yaml cannot be changed.
  package func calibrate(_ printer: Printer, _ sheet: CalibrationSheet, measured: [Double]) throws(Diagnostics)
    -> KeptCorrection
  {
    guard let name = printer.name else {
      throw Diagnostics(
        PrinterFact.namelessCannotKeep(address: printer.address, isQueue: !printer.isForReceipts))
    }
    guard let correction = sheet.correction(measured) else { throw Diagnostics(PrinterFact.impossibleMeasure) }
    var isKept = false
    _ = try changePrinters { isKept = $0.set(correction, of: name) }
    guard isKept else {
      throw Diagnostics(PrinterFact.keysOnOneLine(name), file: shown(ofOwn: Self.printersFile))
    }
    func percent(_ factor: Double) -> String { "\((factor * 100).tidy(decimals: 2))" }
    return KeptCorrection(
      x: "\(Length.millimetres(correction.x))", y: "\(Length.millimetres(correction.y))",
      across: percent(correction.across), down: percent(correction.down))
  }

  /// What makes good how a printer is off: by how many millimetres all is moved, and at how many percent it is printed.
  package struct KeptCorrection: Sendable {
    package let x, y, across, down: String

    /// The same in words.
    package var words: String { "moved \(x) mm across and \(y) mm down, at \(across) % and \(down) %" }
  }

  // MARK: -

  /// Words, fonts and the printer's paper.
  private func instrumentDesign(_ printer: Printer) throws(Diagnostics) -> PaperDesign {
    let settings = try settings()
    let paper = printer.roll ?? printer.paper ?? settings.paper
    return try design(ReceiptKind(), PaperLook(template: "receipt", paper: paper), settings, on: nil)
  }

  private static func title(_ printer: Printer, _ paper: Paper, _ head: PrintHead?) -> String {
    let dots = head.map { " · \($0.dots) dots · \(Int($0.density.rounded())) dpi" } ?? ""
    return "\(printer) · \(paper.name)\(dots)"
  }

  private func send(
    _ frame: Frame, _ design: PaperDesign, to printer: Printer, title: String, _ day: CalendarDay,
    correction: PrintCorrection, _ observer: Observer
  ) throws(Diagnostics) {
    let spool = try PrinterSpool(self, printer, kind: InstrumentKind(), paper: nil, sheet: nil, observer)
    defer { spool.clear() }
    var delivery = spool.delivery()
    delivery.correction = correction
    var output = spool.output
    // One sheet is a file of its own name.
    output.path = output.path.map { "\($0)/\(title).\(output.format.fileExtension)" }
    let request = InstrumentRequest(frame: frame, design: design, title: title, output: output, issued: day)
    let report = spool.deliver(try make(request, through: delivery, observer), title: title)
    if let fault = report.fault {
      throw Diagnostics(PrinterFact.notPrinted(.sheet, on: "\(printer)", fault))
    }
  }
}

/// A sheet on which a printer is looked at. It names no price, and no template makes it.
struct InstrumentKind: PaperKind {
  let name = "printer-sheet"
  let title = "Printer"
  let spoken = "a printer's sheet"
  let void: VoidNeed? = nil
  let hasLinks = false
  let mayGoToReceiptPrinter = true

  func shape(words: DataShape) -> DataShape { .record([]) }

  func samples(_ sample: Sample, _ design: PaperDesign, _ office: some OfficeMaterials, issued: CalendarDay)
    -> [any Printable]
  { [] }
}

/// A finished sheet, on its way to a printer.
private struct InstrumentRequest: PaperRequest {
  let frame: Frame
  let design: PaperDesign
  let title: String
  var output: OutputWish
  var issued: CalendarDay
  var kind: any PaperKind { InstrumentKind() }

  func prepare(_ office: some OfficeMaterials, _ faults: inout Faults) -> PreparedPapers? {
    let batch = Batch([InstrumentPaper(frame: frame, title: title)], kind: kind, title: design.settings.name)
    return PreparedPapers(design, .single(title), isTagged: false) { _, _ in batch }
  }
}

private struct InstrumentPaper: Printable {
  let frame: Frame
  let title: String

  func name(_ wording: VoidWording) -> String { title }
  func documents(_ composer: PageComposer) -> [[String: TemplateData]] { [] }
  func pages(_ composer: PageComposer) -> [Frame] { [frame] }
}

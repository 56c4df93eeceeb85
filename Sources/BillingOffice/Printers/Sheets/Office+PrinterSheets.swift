public import Bookkeeping
import Drawing
import Foundation
import Layout
import Templating

extension Office {
  /// Prints the test sheet of a printer, with the correction that printers.yaml has for it.
  ///
  /// - Parameters:
  ///   - printer: the printer.
  ///   - day: today.
  /// - Throws: ``Diagnostics`` when it cannot be printed.
  public func printTest(on printer: Printer, day: CalendarDay) throws(Diagnostics) {
    let studio = try instrumentStudio(printer)
    let paper = studio.template.paper
    let ledger = studio.settings.ledger
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
    try send(try sheet.frame(studio), studio, to: printer, title: "printer-test", day, correction: printer.correction)
  }

  /// The sheet by which a printer is calibrated.
  ///
  /// - Throws: ``Diagnostics`` when the office or the printer's paper is faulty.
  public func calibrationSheet(for printer: Printer) throws(Diagnostics) -> CalibrationSheet {
    CalibrationSheet(page: try instrumentStudio(printer).template.paper.size)
  }

  /// Prints the calibration sheet of a printer, as it is without any correction.
  ///
  /// - Parameters:
  ///   - sheet: the sheet.
  ///   - printer: the printer.
  ///   - day: today.
  /// - Throws: ``Diagnostics`` when it cannot be printed.
  public func printCalibration(_ sheet: CalibrationSheet, on printer: Printer, day: CalendarDay) throws(Diagnostics) {
    let studio = try instrumentStudio(printer)
    let head = printer.isForReceipts ? PrintHead(on: studio.template.paper, dots: printer.dots) : nil
    let frame = try sheet.frame(Self.title(printer, studio.template.paper, head), studio)
    try send(frame, studio, to: printer, title: "printer-calibration", day, correction: .none)
  }

  /// Keeps what was measured.
  ///
  /// - Parameters:
  ///   - printer: the printer, which must have a name in printers.yaml.
  ///   - sheet: the sheet.
  ///   - measured: the answers to the sheet's questions, in millimetres.
  /// - Returns: what is made good, in words.
  /// - Throws: ``Diagnostics`` when the answers cannot be, or printers.yaml cannot be changed.
  public func calibrate(_ printer: Printer, _ sheet: CalibrationSheet, measured: [Double]) throws(Diagnostics) -> String
  {
    guard let name = printer.name else {
      throw Diagnostics([
        Diagnostic(
          .error, .usage, message: "only a printer with a name can keep what was measured",
          hint: "add it first: billing-office printer add counter \(printer.option)")
      ])
    }
    guard let correction = sheet.correction(measured) else {
      throw Diagnostics([
        Diagnostic(
          message: "no printer is so far off: what was measured must be within a tenth of what it ought to be",
          hint: "measure once more, in millimetres; nothing was changed")
      ])
    }
    var isKept = false
    _ = try change { isKept = $0.set(correction, of: name) }
    guard isKept else {
      throw Diagnostics([
        Diagnostic(
          file: shown(Self.printersFile), message: "\"\(name)\" has all its keys on one line, where none can be added",
          hint: "write each key on a line of its own below \(name):, and calibrate again")
      ])
    }
    // Zero is added so that nothing is moved by -0.0.
    func tenths(_ points: Double) -> String { "\((points / Length.millimetre * 10).rounded() / 10 + 0) mm" }
    func percent(_ factor: Double) -> String { "\((factor * 10000).rounded() / 100) %" }
    return
      "moved \(tenths(correction.x)) across and \(tenths(correction.y)) down, at \(percent(correction.across)) and \(percent(correction.down))"
  }

  // MARK: -

  /// Words, fonts and the printer's paper.
  private func instrumentStudio(_ printer: Printer) throws(Diagnostics) -> Studio {
    var faults = Faults()
    let settings = readSettings(&faults)
    try faults.check()
    guard let settings else { throw Diagnostics(faults.all) }
    let usual = printer.isForReceipts ? "80mm" : settings.paper
    return try Studio(
      settings, installation, office: folder, look: Look(template: "receipt", paper: printer.paper ?? usual),
      kind: .receipt)
  }

  private static func title(_ printer: Printer, _ paper: Paper, _ head: PrintHead?) -> String {
    let dots = head.map { " · \($0.dots) dots · \(Int($0.density.rounded())) dpi" } ?? ""
    return "\(printer) · \(paper.name)\(dots)"
  }

  private func send(
    _ frame: Frame, _ studio: Studio, to printer: Printer, title: String, _ day: CalendarDay,
    correction: PrintCorrection
  )
    throws(Diagnostics)
  {
    let bench = try PrintingBench(self, printer, kind: .receipt, paper: nil, sheet: nil)
    defer { bench.clear() }
    let path = "\(bench.folder)/\(title).\(bench.format.fileExtension)"
    do throws(Diagnostic) {
      _ = try Files.make(folder: bench.folder, hint: "say where it may be: export XDG_STATE_HOME=…")
      do throws(DrawingError) {
        let measurer = try PangoMeasurer(fonts: studio.fonts, language: studio.settings.locale)
        let writer: any PageWriter =
          if let line = bench.line {
            ESCPOSWriter(
              to: line, head: PrintHead(on: studio.template.paper, dots: printer.dots), correction: correction,
              measurer: measurer)
          } else {
            try PDFWriter(
              to: FileSink(path: path),
              metadata: DocumentMetadata(title: title, language: studio.settings.locale, created: "\(day)T00:00:00Z"),
              measurer: measurer,
              hasLinks: false, correction: correction)
          }
        try writer.add(page: frame, outline: nil)
        try writer.finish()
      } catch { throw .of(error) }
    } catch { throw Diagnostics([error]) }
    let papers = PrintedPapers(paths: [path], pageSizes: [frame.size], warnings: [])
    let report = bench.handOver(papers, title: title)
    if let fault = report.fault {
      throw Diagnostics([
        Diagnostic(
          .error, .notPrinted, message: "the sheet is not printed on \(printer): \(fault.words)", hint: nil)
      ])
    }
  }
}

import ArgumentParser
import BillingOffice

/// What papers are written as.
struct FormatOptions: ParsableArguments {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case pdf, png, svg, txt, escpos
  }

  enum Version: String, ExpressibleByArgument, CaseIterable {
    case usual = "1.7"
    case old = "1.4"
  }

  @Option(
    help:
      "pdf, png, svg, txt, or escpos for receipt printers (default: what the name after --output ends in, or else pdf). A picture holds one page."
  )
  var format: Format?

  @Option(
    help: ArgumentHelp("The version of a PDF: 1.7, or 1.4 for printers that are old (default: 1.7).", valueName: "N"))
  var pdf: Version?

  @Option(
    help: ArgumentHelp("Pixels an inch of a PNG picture, 36 to 600 (default: 150).", valueName: "N"),
    completion: Completions.resolutions)
  var dpi: Int?

  @Flag(help: "A picture to post: each page on a ground, 1080 × 1350 pixels.")
  var share = false

  @Option(
    help: ArgumentHelp(
      "Dots across the head of a receipt printer (default: 576 on 80mm, 384 on 58mm).", valueName: "N"),
    completion: Completions.dots)
  var dots: Int?

  /// Whether the options go together, with one another and with the file that is to be written.
  ///
  /// - Parameters:
  ///   - output: the file that is to be written.
  ///   - isForPrinter: whether a printer takes the papers, so that its dots may be said.
  /// - Throws: a `ValidationError` when they do not.
  func check(output: String?, isForPrinter: Bool = false) throws {
    if let dots, !PrintHeadSize.isPossible(dots) {
      throw ValidationError("--dots must be \(PrintHeadSize.words), not \(dots).")
    }
    if dots != nil, !isForPrinter, (format ?? output.flatMap(FormatOptions.ending)) != .escpos {
      throw ValidationError("--dots goes with --format escpos.")
    }
    if let dpi, !(36...600).contains(dpi) { throw ValidationError("--dpi must be from 36 to 600, not \(dpi).") }
    let ending = output.flatMap(FormatOptions.ending)
    if share, let format, format != .png { throw ValidationError("--share makes PNG pictures; leave out --format.") }
    if share, dpi != nil { throw ValidationError("--share makes pictures of a fixed size; leave out --dpi.") }
    let wanted = share ? .png : format
    if let wanted, let ending, wanted != ending {
      throw ValidationError(
        "--output names a .\(ending.rawValue) file, and \(share ? "--share makes png" : "--format says \(wanted.rawValue)")."
      )
    }
    if pdf != nil, isForPrinter || (wanted ?? ending ?? .pdf) != .pdf {
      throw ValidationError("--pdf goes with files that are PDFs.")
    }
    if dpi != nil, (wanted ?? ending ?? .pdf) != .png { throw ValidationError("--dpi goes with --format png.") }
  }

  /// Whether it was said what the papers are to be.
  var isSaid: Bool { format != nil || share || dpi != nil || pdf != nil }

  /// The version of a PDF that is meant; nil for the usual.
  var version: PDFVersion? { pdf.flatMap { PDFVersion(rawValue: $0.rawValue) } }

  /// The format that is meant.
  ///
  /// - Parameter output: the file that is to be written; its ending says its format.
  /// - Returns: the format.
  /// - Throws: nothing, once the options have been checked.
  func format(of output: String?) throws -> PaperFormat {
    if share { return .share }
    return switch format ?? output.flatMap(FormatOptions.ending) ?? .pdf {
    case .pdf: .pdf
    case .svg: .svg
    case .txt: .text
    case .escpos: .escpos(dots: dots)
    case .png: .png(dpi: Double(dpi ?? 150))
    }
  }

  private static func ending(of path: String) -> Format? {
    Format.allCases.first { path.lowercased().hasSuffix(".\($0.rawValue)") }
  }
}

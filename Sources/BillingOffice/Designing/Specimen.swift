import Drawing
import Foundation
import Layout
import Papers
import Templating

/// Draws the examples of the template language. What is drawn comes from the program's own tables and never from a person, so
/// it is no paper and bears no stamp.
struct Specimen {
  /// The sheet on which the examples stand, as the head of a template.
  static let head = """
    kind: invoice
    page: { margin: 4mm }
    colors: { ink: "#141414", red: "#c8102e", hair: "#b4b4b4" }
    styles:
      body:  { font-family: Inter, font-size: 10pt, line-height: 1.4, color: ink }
      large: { font-family: Bebas Neue, font-size: 24pt, line-height: 1 }
    """
  /// A strip as high as what stands on it.
  private static let paper = Paper(name: "specimen", size: Size(100 * Length.millimetre, .infinity))
  static let dotsAnInch = 144.0
  /// How wide its picture is shown, in a browser's pixels.
  static let shownWidth = Int((100 * Length.millimetre / 72 * 96).rounded())

  private let design: PaperDesign
  private let measurer: PangoMeasurer
  private let values: [String: TemplateData]
  private let folder: String

  /// Prepares to draw, with the starter office's sample as data.
  ///
  /// - Parameters:
  ///   - installation: where the program's own files are.
  ///   - folder: where the examples' pictures are found.
  /// - Throws: ``Diagnostics`` when those cannot be read.
  init(_ installation: Installation, folder: String) throws(Diagnostics) {
    self.folder = folder
    let templates = OfficeTemplates(.starter(installation))
    let found = TemplateLibrary.Found(name: "invoice", folder: "\(installation.templates)/invoice")
    let sample = try templates.readSample(of: found)
    design = try templates.design(found, sample.settings, paper: nil)
    do { measurer = try PangoMeasurer(fonts: design.fonts, language: design.settings.locale) } catch {
      throw Diagnostics(.of(error))
    }
    guard let first = sample.invoice.lines.first else {
      throw Diagnostics(TemplateFact.sampleIsEmpty)
    }
    values = GiftPaper(invoice: sample.invoice, number: .sample, issued: first.entry.checked.firstDay)
      .values(design, Formats(locale: design.settings.locale))
  }

  /// Draws an example.
  ///
  /// - Parameters:
  ///   - example: a whole template.
  ///   - name: what it is called in messages.
  /// - Returns: its picture.
  /// - Throws: ``Diagnostics`` with everything that is wrong with it.
  func drawing(of example: String, name: String) throws(Diagnostics) -> Raster {
    let (template, faults) = Template.read(
      TemplateSource(example, file: name), folder: folder,
      kinds: PaperKinds.shapes(words: design.strings.shape),
      constants: OfficeData.constants(design.settings, design.strings), paper: Specimen.paper)
    guard let template else { throw Diagnostics(faults.map { .of($0) }) }
    let (content, master) = template.document(for: values)
    let context = LayoutContext(measurer: VettingMeasurer(measurer, ledger: design.settings.ledger))
    do {
      let pages = try Paginator.pages(of: content, on: master, context)
      return try Raster.render(pages[0], dpi: Specimen.dotsAnInch, measurer: measurer)
    } catch let error as LayoutError {
      throw Diagnostics(.of(error))
    } catch let error as DrawingError {
      throw Diagnostics(.of(error))
    } catch { throw Diagnostics(UnexpectedFact("\(error)")) }
  }
}

import Drawing
import Foundation
import Layout
import Ledger
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

  private let studio: Studio
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
    let office = installation.templates + "/office"
    let desk = try TemplateDesk(office: office, from: office, installation: installation)
    let found = TemplateLibrary.Found(name: "invoice", folder: "\(installation.templates)/invoice")
    let sample = try desk.readSample(of: found)
    studio = try Studio(sample.settings, installation, office: office, look: Look(template: found.folder))
    do { measurer = try PangoMeasurer(fonts: studio.fonts, language: studio.settings.locale) } catch {
      throw Diagnostics(.of(error))
    }
    guard let first = sample.invoice.lines.first else {
      throw Diagnostics(message: "the sample is empty")
    }
    values = InvoiceData.values(
      of: sample.invoice, number: .sample, issued: first.entry.checked.firstDay,
      ledger: studio.settings.ledger,
      wording: studio.wording, formats: Formats(locale: studio.settings.locale), units: studio.strings.units)
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
      example, file: name, folder: folder,
      kinds: PaperKind.shapes(words: studio.strings.shape),
      constants: OfficeData.constants(studio.settings, studio.strings), paper: Specimen.paper)
    guard let template else { throw Diagnostics(faults.map { .of($0) }) }
    let (content, master) = template.document(for: values)
    let context = LayoutContext(measurer: VettingMeasurer(measurer, ledger: studio.settings.ledger))
    do {
      let pages = try Paginator.pages(of: content, on: master, context)
      return try Raster.render(pages[0], dpi: Specimen.dotsAnInch, measurer: measurer)
    } catch let error as LayoutError {
      throw Diagnostics(.of(error))
    } catch let error as DrawingError {
      throw Diagnostics(.of(error))
    } catch { throw Diagnostics(message: "\(error)") }
  }
}

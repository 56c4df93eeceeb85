import Drawing
import Foundation
import Templating

/// The book of the template language: `Templates/README.md` with its pictures, and the schema for editors. All of it is made
/// from the tables from which templates are read.
public struct TemplateBook: Sendable {
  private let installation: Installation

  /// Opens the book of an installation.
  ///
  /// - Parameter installation: the folder whose `Templates` it is about.
  public init(_ installation: Installation) {
    self.installation = installation
  }

  static let pictures = "docs"

  /// The book's text.
  ///
  /// - Throws: ``Diagnostics`` when the words of the starter office cannot be read.
  public func text() throws(Diagnostics) -> String {
    let office = installation.templates + "/office"
    let desk = try TemplateDesk(office: office, from: office, installation: installation)
    var fields: [(kind: PaperKind, fields: [TemplateField])] = []
    for kind in PaperKind.allCases { fields.append((kind, try desk.fields(of: kind.rawValue).data)) }
    let common = OfficeData.fields(words: .record([])).map(\.name)
    func isCommon(_ field: TemplateField) -> Bool {
      field.within.isEmpty && common.contains { field.path == $0 || field.path.hasPrefix($0 + ".") }
    }
    return BookText(
      common: fields[0].fields.filter(isCommon),
      fields: fields.map { ($0.kind, $0.fields.filter { !isCommon($0) }) }, pageFields: Template.pageFields
    ).text
  }

  /// Writes the book, its pictures and the schema.
  ///
  /// - Returns: the files that were written.
  /// - Throws: ``Diagnostics`` when something cannot be drawn or written.
  public func write() throws(Diagnostics) -> [String] {
    let folder = installation.templates
    var written = [try write(try text(), to: "\(folder)/README.md")]
    written.append(try write(TemplateDesk.schema, to: "\(folder)/\(TemplateDesk.schemaFile)"))
    for (name, drawing) in try drawings() {
      let path = "\(folder)/\(TemplateBook.pictures)/\(name).png"
      do { try drawing.writePNG(to: FileSink(path: path)) } catch { throw Diagnostics([.of(error)]) }
      written.append(Files.shown(path))
    }
    return written
  }

  /// The examples of the elements as whole templates.
  static var examples: [(name: String, template: String)] {
    TemplateManual.elements.map { ($0.name, Specimen.head + "\ncontent:\n" + $0.example + "\n") }
  }

  /// The examples of the elements, drawn.
  func drawings() throws(Diagnostics) -> [(name: String, drawing: Raster)] {
    let specimen = try Specimen(installation, folder: "\(installation.templates)/\(TemplateBook.pictures)")
    var drawings: [(name: String, drawing: Raster)] = []
    for (name, template) in TemplateBook.examples {
      drawings.append((name, try specimen.drawing(of: template, name: name)))
    }
    return drawings
  }

  private func write(_ text: String, to path: String) throws(Diagnostics) -> String {
    do { try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic) } catch {
      throw Diagnostics([
        Diagnostic(
          .error, .cannotWrite, file: Files.shown(path), message: "the file cannot be written",
          hint: "check that you may write in its folder")
      ])
    }
    return Files.shown(path)
  }
}

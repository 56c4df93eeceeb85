import Drawing
import Foundation
import Papers
import Templating

/// The book of the template language: `Templates/README.md` with its pictures, and the schema for editors. All of it is made
/// from the tables from which templates are read.
package struct TemplateBook: Sendable {
  private let installation: Installation

  /// Opens the book of an installation.
  ///
  /// - Parameter installation: the folder whose `Templates` it is about.
  package init(_ installation: Installation) {
    self.installation = installation
  }

  static let pictures = "docs"

  /// The book's text.
  ///
  /// - Throws: ``Diagnostics`` when the words of the starter office cannot be read.
  package func text() throws(Diagnostics) -> String {
    let templates = OfficeTemplates(.starter(installation))
    var fields: [(kind: any PaperKind, fields: [TemplateField])] = []
    for kind in PaperKinds.all { fields.append((kind, try templates.fields(of: kind.name).data)) }
    let common = OfficeData.fields(words: .record([])).map(\.name)
    func isCommon(_ field: TemplateField) -> Bool {
      field.within.isEmpty && common.contains { field.path == $0 || field.path.hasPrefix($0 + ".") }
    }
    func prose(_ name: String) throws(Diagnostics) -> String {
      let text = try Files.text("\(installation.templates)/\(TemplateBook.pictures)/\(name).md", .program)
      return String(text.reversed().drop { $0.isNewline }.reversed())
    }
    return BookText(
      beginning: try prose("beginning"), end: try prose("end"),
      common: fields[0].fields.filter(isCommon),
      fields: fields.map { ($0.kind, $0.fields.filter { !isCommon($0) }) }, pageFields: Template.pageFields
    ).text
  }

  /// Writes the book, its pictures and the schema.
  ///
  /// - Returns: the files that were written.
  /// - Throws: ``Diagnostics`` when something cannot be drawn or written.
  package func write() throws(Diagnostics) -> [String] {
    let folder = installation.templates
    var written = [try write(try text(), to: "\(folder)/README.md")]
    written.append(try write(OfficeTemplates.schema, to: "\(folder)/\(OfficeTemplates.schemaFile)"))
    for (name, drawing) in try drawings() {
      let path = "\(folder)/\(TemplateBook.pictures)/\(name).png"
      try AtomicFiles.replace(path) { try drawing.writePNG(to: try FileSink(path: $0)) }
      written.append(ShownPath.of(path))
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
    try AtomicFiles.replace(path, with: text)
    return ShownPath.of(path)
  }
}

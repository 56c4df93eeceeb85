import Foundation
import Layout
import Papers
package import Templating

/// Finds, copies, checks and shows templates. It reads an office where there is one, and the starter office elsewhere, so that a
/// template can be looked at from anywhere.
package struct OfficeTemplates: Sendable {
  /// The office; nil where there is none.
  let own: Office?
  /// The office, or where there is none, the starter office.
  let office: Office
  private let here: String

  /// Opens the templates.
  ///
  /// - Parameters:
  ///   - named: the office's folder that was named; nil to look from `here` upwards, and do without where there is none.
  ///   - here: the folder somebody stands in.
  ///   - installation: where the program's own files are.
  /// - Throws: ``Diagnostics`` when there is no office in the folder that was named.
  package init(office named: String?, from here: String, installation: Installation) throws(Diagnostics) {
    do { own = try Office.open(named: named, from: here, installation: installation) } catch {
      guard named == nil else { throw error }
      own = nil
    }
    office = own ?? .starter(installation)
    self.here = here
  }

  /// The templates of the starter office.
  init(_ office: Office) { (self.office, own, here) = (office, office, office.folder) }

  /// The kinds of paper that templates can make.
  package static let kinds = PaperKinds.all.map(\.name)

  /// The templates that can be used here: the office's own first, then the program's.
  package func list() -> [ListedTemplate] {
    let all = library.names.compactMap { try? library.find($0) }.map { found in
      ListedTemplate(
        name: found.name, kind: library.kind(of: found), papers: library.papers(of: found),
        folder: ShownPath.of(found.folder),
        isOwn: own.map { found.folder.hasPrefix($0.folder + "/Templates/") } ?? false)
    }
    return all.filter(\.isOwn) + all.filter { !$0.isOwn }
  }

  /// What a template of a kind may name: the fields of its data, and those that only a header and a footer know.
  ///
  /// - Parameter kind: a kind of paper.
  /// - Returns: the fields, in the order in which they are documented.
  /// - Throws: ``Diagnostics`` when there is no such kind, or the words of the language cannot be read.
  package func fields(of kind: String) throws(Diagnostics) -> (data: [TemplateField], page: [TemplateField]) {
    guard let kind = PaperKinds.named(kind) else {
      throw Diagnostics(TemplateFact.unknownKind(kind, known: Self.kinds))
    }
    let strings = try office.strings(try office.settings().locale)
    return (kind.shape(words: strings.shape).fields, Template.pageFields)
  }

  /// The template language for editors: a JSON Schema, as `Templates/template.schema.json` holds it.
  package static var schema: String {
    // The words have no lists and no flags, which is all that the schema names.
    TemplateSchema.text(kinds: PaperKinds.shapes(words: .record([])))
  }

  // MARK: - For the other pages

  var installation: Installation { office.installation }
  var library: TemplateLibrary {
    TemplateLibrary(office: own?.folder ?? installation.root, installation: installation)
  }

  /// The office whose template is wanted, told in the same words as everywhere when there is none.
  func officeFolder() throws(Diagnostics) -> String {
    if let own { return own.folder }
    return try OfficeFolder.find(named: nil, from: here)
  }

  /// Finds a template by name or by folder; its file's path will do as well.
  func find(_ name: String) throws(Diagnostics) -> TemplateLibrary.Found {
    var wanted = name
    if wanted == "template.yaml" { wanted = "." }
    if wanted.hasSuffix("/template.yaml") { wanted = String(wanted.dropLast("/template.yaml".count)) }
    do { return try library.find(wanted) } catch {
      // A folder that somebody stands beside can be named without ./ before it.
      guard !wanted.contains("/"), let found = try? library.find("./" + wanted) else { throw error }
      return found
    }
  }

  /// The kind of paper that a template makes; an invoice where it does not say.
  func paperKind(of found: TemplateLibrary.Found) -> any PaperKind {
    library.kind(of: found).flatMap { PaperKinds.named($0) } ?? InvoiceKind()
  }

  /// How a template looks on a paper.
  func design(
    _ found: TemplateLibrary.Found, _ settings: OfficeSettings, paper: String?, locale: String? = nil
  ) throws(Diagnostics) -> PaperDesign {
    try office.design(
      paperKind(of: found), PaperLook(template: found.folder, paper: paper, locale: locale), settings, on: nil)
  }
}

/// A template that can be used.
package struct ListedTemplate: Hashable, Sendable {
  /// What it is called.
  package var name: String
  /// Which kind of paper it makes; nil where its file does not say.
  package var kind: String?
  /// The papers that it is made for, the large ones first.
  package var papers: [String]
  /// Its folder, as people would write it from where they stand.
  package var folder: String
  /// Whether it is the office's own, rather than the program's.
  package var isOwn: Bool
}

import Foundation
import Layout
public import Templating

/// Where designers work: it finds, copies, checks and shows templates. It reads an office where there is one, and the starter
/// office elsewhere, so that a template can be looked at from anywhere.
public struct TemplateDesk: Sendable {
  /// The office's folder; nil where there is none.
  public let office: String?
  /// Where the program's own templates, words and fonts are.
  public let installation: Installation
  private let here: String

  /// Opens the desk.
  ///
  /// - Parameters:
  ///   - named: the office's folder that was named; nil to look from `here` upwards, and do without where there is none.
  ///   - here: the folder somebody stands in.
  ///   - installation: where the program's own files are.
  /// - Throws: ``Diagnostics`` when there is no office in the folder that was named.
  public init(office named: String?, from here: String, installation: Installation) throws(Diagnostics) {
    do { office = try OfficeFolder.find(named: named, from: here) } catch {
      guard named == nil else { throw error }
      office = nil
    }
    self.here = here
    self.installation = installation
  }

  /// The kinds of paper that templates can make.
  public static let kinds = PaperKind.allCases.map(\.rawValue)

  /// The templates that can be used here: the office's own first, then the program's.
  public func list() -> [ListedTemplate] {
    let own = library.names.compactMap { try? library.find($0) }.map { found in
      ListedTemplate(
        name: found.name, kind: library.kind(of: found), folder: Files.shown(found.folder),
        isOwn: office.map { found.folder.hasPrefix($0 + "/Templates/") } ?? false)
    }
    return own.filter(\.isOwn) + own.filter { !$0.isOwn }
  }

  /// What a template of a kind may name: the fields of its data, and those that only a header and a footer know.
  ///
  /// - Parameter kind: a kind of paper.
  /// - Returns: the fields, in the order in which they are documented.
  /// - Throws: ``Diagnostics`` when there is no such kind, or the words of the language cannot be read.
  public func fields(of kind: String) throws(Diagnostics) -> (data: [TemplateField], page: [TemplateField]) {
    guard let kind = PaperKind(rawValue: kind) else {
      throw Diagnostics(
        .error, .usage, message: "there is no kind of paper \"\(kind)\"",
        hint: .didYouMean(NearestNames.of(kind, among: TemplateDesk.kinds, cutoff: 0.6)))
    }
    let strings = try Strings.read(
      language: Formats(locale: try settings().locale).language, folder: installation.templates + "/strings")
    return (kind.shape(words: strings.shape).fields, Template.pageFields)
  }

  /// The template language for editors: a JSON Schema, as `Templates/template.schema.json` holds it.
  public static var schema: String {
    // The words have no lists and no flags, which is all that the schema names.
    TemplateSchema.text(kinds: PaperKind.shapes(words: .record([])))
  }

  // MARK: - For the desk's other pages

  var library: TemplateLibrary { TemplateLibrary(office: office ?? installation.root, installation: installation) }

  /// The office, or where there is none, the starter office.
  var usualOffice: String { office ?? installation.templates + "/office" }

  /// The office whose template is wanted, told in the same words as everywhere when there is none.
  func officeFolder() throws(Diagnostics) -> String {
    if let office { return office }
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

  /// What office.yaml says.
  func settings() throws(Diagnostics) -> OfficeSettings {
    let path = "\(usualOffice)/\(OfficeFolder.settingsFile)"
    let text: String
    text = try Files.text(path, shown: Files.shown(path))
    let (settings, faults) = OfficeSettingsReader.read(text, file: Files.shown(path))
    guard let settings, faults.isEmpty else { throw Diagnostics(faults) }
    return settings
  }
}

/// A template that can be used.
public struct ListedTemplate: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// Which kind of paper it makes; nil where its file does not say.
  public var kind: String?
  /// Its folder, as people would write it from where they stand.
  public var folder: String
  /// Whether it is the office's own, rather than the program's.
  public var isOwn: Bool
}

import Foundation
package import Papers
import Templating

/// Finds templates: the office's own before the program's.
package struct TemplateLibrary: Sendable {
  let office: String
  let installation: Installation

  /// A template that was found.
  package struct Found: Sendable {
    package var name: String
    package var folder: String
    package var file: String { folder + "/template.yaml" }
  }

  /// Finds the template that was asked for, or else the one that office.yaml names.
  ///
  /// - Throws: ``Diagnostics``, at the line of office.yaml where that names one that is not there.
  func find(_ named: String?, _ settings: OfficeSettings, _ kind: any PaperKind) throws(Diagnostics) -> Found {
    if let named { return try find(named, for: kind) }
    do { return try find(settings.templates[kind.name] ?? kind.name, for: kind, from: office) } catch {
      guard let mark = settings.written["templates.\(kind.name)"]?.mark else { throw error }
      throw Diagnostics(error.all.map { Diagnostic($0.fact, at: mark) })
    }
  }

  /// Finds a template by its name or its folder.
  ///
  /// - Parameters:
  ///   - name: a name, or a path with a `/` in it.
  ///   - kind: which kind of paper it is wanted for; templates of that kind are named where it is not there.
  ///   - here: where a path begins; nil for the folder somebody stands in.
  /// - Returns: where it is.
  /// - Throws: ``Diagnostics`` with the nearest names when it is not there.
  package func find(_ name: String, for kind: (any PaperKind)? = nil, from here: String? = nil) throws(Diagnostics)
    -> Found
  {
    let isPath = name.contains("/") || name == "."
    let path = here.map { URL(fileURLWithPath: name, relativeTo: URL(fileURLWithPath: $0, isDirectory: true)).path }
    let candidates = isPath ? [Files.absolute(path ?? name)] : shelves.map { "\($0)/\(name)" }
    for folder in candidates where Files.exists(folder + "/template.yaml") {
      return Found(name: name, folder: folder)
    }
    if isPath { throw Diagnostics(TemplateFact.noneIn(name)) }
    let known = names.filter { name in
      guard let kind, let found = try? find(name), let made = self.kind(of: found) else { return true }
      return made == kind.name
    }
    throw Diagnostics(TemplateFact.unknown(name, known: known))
  }

  /// The names of all templates.
  var names: [String] {
    var names: Set<String> = []
    for shelf in shelves {
      names.formUnion(Files.folders(in: shelf).filter { Files.exists("\(shelf)/\($0)/template.yaml") })
    }
    return names.sorted()
  }

  /// Which kind of paper a template says it makes; nil where it does not say.
  func kind(of found: Found) -> String? {
    guard let text = try? Files.text(found.file),
      case .scalar(let kind, _)? = try? YAMLNode.read(text, file: found.file)["kind"]
    else { return nil }
    return kind
  }

  /// The papers that a template is made for, the large ones first.
  ///
  /// - Parameter found: the template.
  /// - Returns: their names; none where its file cannot be read.
  package func papers(of found: Found) -> [String] {
    guard let text = try? Files.text(found.file) else { return [] }
    return TemplateSource(text, file: found.file).papers.map(\.name)
  }

  /// Whether a template came with the program, so that nobody here can be asked to mend it.
  func isProgramsOwn(_ found: Found) -> Bool { found.folder.hasPrefix(installation.templates + "/") }

  private var shelves: [String] { [office + "/Templates", installation.templates] }
}

extension Office {
  /// The templates that can be used here.
  package var templates: TemplateLibrary { TemplateLibrary(office: folder, installation: installation) }
}

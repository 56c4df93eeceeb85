/// A name that a template may use, with what it means.
public struct TemplateField: Hashable, Sendable {
  /// What stands behind the name.
  public enum Kind: Hashable, Sendable {
    /// A text, for `{{name}}`.
    case text
    /// Yes or no, for `if:` and `unless:`.
    case flag
    /// Several of a kind, for `each:`.
    case list
    /// What a table carries from page to page, for `running:`.
    case running
  }

  /// The dotted name, as it is written.
  public let path: String
  /// What stands behind it.
  public let kind: Kind
  /// What it is, in one sentence.
  public let summary: String
  /// The lists inside of which the name can be seen, the outermost first; none where it can be seen everywhere.
  public let within: [String]

  /// The word by which lists of fields mark it; none for a text.
  public var mark: String {
    switch kind {
    case .text: ""
    case .flag: "flag"
    case .list: "list"
    case .running: "running"
    }
  }
}

extension DataShape {
  /// Every name in it, in the order in which they are documented; those of a list's entries follow the list.
  public var fields: [TemplateField] { fields(path: "", within: []) }

  private func fields(path: String, within lists: [String]) -> [TemplateField] {
    func field(_ kind: TemplateField.Kind, _ summary: String) -> [TemplateField] {
      [TemplateField(path: path, kind: kind, summary: summary, within: lists)]
    }
    switch self {
    case .text(let summary): return field(.text, summary)
    case .flag(let summary): return field(.flag, summary)
    case .list(let summary, let entry): return field(.list, summary) + entry.fields(path: "", within: lists + [path])
    case .indexed(let summary, let entry):
      return field(.running, summary) + entry.fields(path: "", within: lists + [path])
    case .record(let fields):
      return fields.flatMap { name, shape in
        shape.fields(path: path.isEmpty ? name : "\(path).\(name)", within: lists)
      }
    }
  }
}

extension Template {
  /// The names that a header or footer knows besides those of its data.
  public static var pageFields: [TemplateField] { pageShape.fields }
}

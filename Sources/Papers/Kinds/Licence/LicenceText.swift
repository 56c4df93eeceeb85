import Layout
import Templating
import Vetting

/// What a group says in its licence, in one language.
struct LicenceText: Sendable {
  /// The file in which it stands, beside office.yaml.
  static let file = "licence.yaml"
  /// What it is called.
  var title: String
  /// What anyone may do.
  var grant: String
  /// On which terms: what each is called, and what it means.
  var principles: [(name: String, meaning: String)]
  /// Where the templates are.
  var templates: String

  private static let keys = ["title", "grant", "principles", "templates"]
  private static let example = "en: and, indented below it, title:, grant:, principles: and templates:"

  /// Reads a licence.
  ///
  /// - Parameters:
  ///   - text: the content of its file: a language a key.
  ///   - file: its path as people know it.
  ///   - language: the language that is wanted; the first one of the file stands in where it is not there.
  /// - Returns: the licence in that language.
  /// - Throws: ``Diagnostics`` with everything that is wrong with it.
  static func read(_ text: String, file: String, language: String) throws(Diagnostics) -> LicenceText {
    let root: YAMLNode
    do { root = try YAMLNode.read(text, file: file) } catch { throw Diagnostics(.of(error)) }
    var reader = Reader()
    guard case .mapping(let entries, let mark) = root, let node = root[language] ?? entries.first?.value else {
      throw Diagnostics(Diagnostic(KeyFact.notKeys(found: root.found, example: example), at: root.mark))
    }
    let licence = reader.read(node, mark)
    guard let licence, reader.faults.isEmpty else { throw Diagnostics(reader.faults) }
    return licence
  }

  private struct Reader {
    var faults: [Diagnostic] = []

    mutating func read(_ node: YAMLNode, _ mark: Mark) -> LicenceText? {
      guard case .mapping(let entries, _) = node else {
        faults.append(Diagnostic(KeyFact.notKeys(found: node.found, example: LicenceText.example), at: node.mark))
        return nil
      }
      for entry in entries where !LicenceText.keys.contains(entry.key) {
        faults.append(Diagnostic(KeyFact.unknown(entry.key, known: LicenceText.keys), at: entry.mark))
      }
      let title = text("title", in: node), grant = text("grant", in: node), templates = text("templates", in: node)
      let principles = principles(in: node)
      guard let title, let grant, let templates else { return nil }
      return LicenceText(title: title, grant: grant, principles: principles, templates: templates)
    }

    private mutating func principles(in node: YAMLNode) -> [(name: String, meaning: String)] {
      let example = "- { name: Free of money, meaning: \"Nothing made with it is sold.\" }"
      guard let list = node["principles"] else {
        faults.append(Diagnostic(KeyFact.missing("principles", example: example), at: node.mark))
        return []
      }
      guard case .sequence(let items, _) = list, !items.isEmpty else {
        faults.append(Diagnostic(KeyFact.notAList("principles", found: list.found, example: example), at: list.mark))
        return []
      }
      return items.compactMap { item in
        if case .mapping(let entries, _) = item {
          for entry in entries where !["name", "meaning"].contains(entry.key) {
            faults.append(Diagnostic(KeyFact.unknown(entry.key, known: ["name", "meaning"]), at: entry.mark))
          }
        }
        guard let name = text("name", in: item), let meaning = text("meaning", in: item) else { return nil }
        return (name, meaning)
      }
    }

    private mutating func text(_ key: String, in node: YAMLNode) -> String? {
      guard let value = node[key] else {
        faults.append(Diagnostic(KeyFact.missing(key, example: "\(key): …"), at: node.mark))
        return nil
      }
      guard case .scalar(let text?, let mark) = value, !text.allSatisfy(\.isWhitespace) else {
        faults.append(Diagnostic(KeyFact.notAText(key, found: value.found, example: "\(key): …"), at: value.mark))
        return nil
      }
      if let finding = Vetting.finding(in: text) {
        faults.append(Diagnostic(finding, at: mark))
        return nil
      }
      return text
    }
  }
}

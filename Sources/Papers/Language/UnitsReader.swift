import Templating
import Vetting

/// Reads the `units:` of a file of words.
struct UnitsReader {
  let language: String
  private(set) var faults: [Diagnostic] = []
  /// The words as they were written.
  private(set) var written: [WrittenText] = []

  init(language: String) { self.language = language }

  mutating func read(_ node: YAMLNode) -> [String: Units.Unit] {
    var units: [String: Units.Unit] = [:]
    for (key, value) in entries(of: node, "hour: { names: [hour, hours], one: hour, other: hours }") {
      units[key] = unit(key, value)
    }
    return units
  }

  private mutating func unit(_ key: String, _ node: YAMLNode) -> Units.Unit? {
    var unit = Units.Unit(names: [], forms: [:])
    let categories = PluralRules.of(language).categories
    let entries = entries(of: node, "{ names: [\(key)], other: … }")
    for (name, value) in entries {
      if name == "names" {
        guard case .sequence(let items, _) = value else {
          fault(.namesAreNoList(found: value.found, unit: key), value)
          continue
        }
        unit.names = items.compactMap { text($0) }
      } else if let category = PluralCategory(rawValue: name), categories.contains(category) {
        unit.forms[category] = text(value).map { word in
          written.append(WrittenText(text: word, mark: value.mark))
          return word
        }
      } else {
        fault(.noPluralForm(name, known: categories.map(\.rawValue)), value)
      }
    }
    guard entries.isEmpty || unit.forms[.other] != nil else {
      fault(.noOtherForm(unit: key), node)
      return nil
    }
    return unit
  }

  private mutating func entries(of node: YAMLNode, _ example: String) -> [(String, YAMLNode)] {
    guard case .mapping(let entries, _) = node else {
      fault(.notKeys(found: node.found, example: example), node)
      return []
    }
    return entries.map { ($0.key, $0.value) }
  }

  private mutating func text(_ node: YAMLNode) -> String? {
    guard case .scalar(let text?, let mark) = node, !text.isEmpty else {
      fault(.notAWord(found: node.found), node)
      return nil
    }
    if let finding = Vetting.finding(in: text) {
      faults.append(Diagnostic(finding, at: mark))
      return nil
    }
    return text
  }

  private mutating func fault(_ fact: LanguageFact, _ node: YAMLNode) {
    faults.append(Diagnostic(fact, at: node.mark))
  }
}

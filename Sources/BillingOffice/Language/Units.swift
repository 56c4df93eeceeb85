import Bookkeeping
import Foundation
import Templating
import Vetting

/// The units that the program knows: by which names price books call them, and their words in the paper's language.
struct Units: Sendable {
  /// A unit in one language.
  struct Unit: Sendable {
    /// By which names price books call it.
    var names: [String]
    /// Its words, by the number before them.
    var forms: [PluralCategory: String]
  }

  /// The units' keys, which are their English names, and their words.
  private let units: [String: Unit]
  /// The key of every name, in small letters.
  private let keys: [String: String]
  private let language: String

  /// Units of a language; those that it does not have are shown as price books write them.
  ///
  /// - Parameters:
  ///   - own: the units with their words in the language.
  ///   - english: the same in English, whose names price books use everywhere.
  ///   - language: the BCP 47 language.
  init(_ own: [String: Unit], english: [String: Unit], language: String) {
    units = own
    self.language = language
    var keys: [String: String] = [:]
    // A name of the paper's own language comes before an English one.
    for (key, unit) in english { for name in unit.names + [key] { keys[name.lowercased()] = key } }
    for (key, unit) in own { for name in unit.names { keys[name.lowercased()] = key } }
    self.keys = keys
  }

  /// A unit's word behind a quantity.
  ///
  /// - Parameters:
  ///   - written: the unit as the price book has it.
  ///   - quantity: how many of it, as it is written.
  /// - Returns: the word in the paper's language; the price book's own where nobody knows the unit.
  func name(of written: String, for quantity: ExactDecimal) -> String {
    guard let key = keys[written] ?? keys[written.lowercased()], let unit = units[key] else { return written }
    return unit.forms[PluralCategory(of: quantity, in: language)] ?? unit.forms[.other] ?? written
  }

  /// Whether a unit of a price book is an hour, which the public ledger counts.
  func isHour(_ written: String) -> Bool { keys[written.lowercased()] == "hour" }

  /// All words, for whoever makes sure that they can be printed.
  var words: [String] { units.values.flatMap { $0.forms.values } }
}

/// Reads the `units:` of a file of words.
struct UnitsReader {
  let file: String
  let language: String
  private(set) var faults: [Diagnostic] = []
  /// The words as they were written.
  private(set) var written: [WrittenText] = []

  init(file: String, language: String) {
    self.file = file
    self.language = language
  }

  mutating func read(_ node: YAMLNode) -> [String: Units.Unit] {
    var units: [String: Units.Unit] = [:]
    for (key, value) in entries(of: node, "hour: { names: [hour, hours], one: hour, other: hours }") {
      units[key] = unit(key, value)
    }
    return units
  }

  private mutating func unit(_ key: String, _ node: YAMLNode) -> Units.Unit? {
    var unit = Units.Unit(names: [], forms: [:])
    let categories = PluralCategory.of(language)
    let entries = entries(of: node, "{ names: [\(key)], other: … }")
    for (name, value) in entries {
      if name == "names" {
        guard case .sequence(let items, _) = value else {
          fault(value, "names: must be a list, not \(value.found)", hint: "for example names: [\(key)]")
          continue
        }
        unit.names = items.compactMap { text($0) }
      } else if let category = PluralCategory(rawValue: name), categories.contains(category) {
        unit.forms[category] = text(value).map { word in
          written.append(WrittenText(text: word, mark: value.mark))
          return word
        }
      } else {
        let known = ["names"] + categories.map(\.rawValue)
        fault(
          value, "\"\(name)\" is no plural form of this language",
          hint:
            "its forms are \(String.quotedList(Array(known.dropFirst()), last: "and")); names lists what price books write"
        )
      }
    }
    guard entries.isEmpty || unit.forms[.other] != nil else {
      fault(node, "\(key): has no word for other", hint: "add other: …, the form that fits where no other does")
      return nil
    }
    return unit
  }

  private mutating func entries(of node: YAMLNode, _ example: String) -> [(String, YAMLNode)] {
    guard case .mapping(let entries, _) = node else {
      fault(node, "here must be keys and values, not \(node.found)", hint: "for example \(example)")
      return []
    }
    return entries.map { ($0.key, $0.value) }
  }

  private mutating func text(_ node: YAMLNode) -> String? {
    guard case .scalar(let text?, let mark) = node, !text.isEmpty else {
      fault(node, "here must be a word, not \(node.found)", hint: "put quotes around it")
      return nil
    }
    if let finding = Vetting.finding(in: text) {
      faults.append(.of(finding, file: file, line: mark.line, column: mark.column))
      return nil
    }
    return text
  }

  private mutating func fault(_ node: YAMLNode, _ message: String, hint: String) {
    faults.append(
      Diagnostic(file: file, line: node.mark.line, column: node.mark.column, message: message, hint: hint))
  }
}

import Bookkeeping
import Foundation
import Papers
import Templating

/// What a new office says of itself. What nobody has said stays as the starter office has it.
package struct NewOffice: Hashable, Sendable {
  /// What can be said, by its key in office.yaml.
  package enum Key: String, CaseIterable, Sendable {
    case name, place, currency, locale, ledger, code
  }

  /// The languages in which papers are offered.
  package static let languages = OfferedLanguage.all.map(\.code).sorted()

  private var answers: [Key: String] = [:]

  /// An office that is the starter's so far.
  package init() {}

  /// Whether something has been said.
  package func says(_ key: Key) -> Bool { answers[key] != nil }

  /// Says something.
  ///
  /// - Parameters:
  ///   - key: what is said.
  ///   - text: the answer, by the rules of office.yaml; for the locale, a language alone will do, and for the ledger, `none`.
  /// - Throws: ``Diagnostics`` with what is wrong with it, which name no file.
  package mutating func say(_ key: Key, _ text: String) throws(Diagnostics) {
    // What is pasted may hold tabs and ends of lines, and every answer is one line.
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let line =
      key == .ledger && !Self.isNone(text) ? "ledger: { url: \(Self.quoted(text)) }" : "\(key): \(Self.written(text))"
    let (settings, faults) = OfficeSettingsReader.read(line, file: "")
    // All the other keys are missing, and have no place.
    let wrong = faults.filter { $0.line != nil }
    guard wrong.isEmpty, let settings else { throw Diagnostics(wrong.map { Diagnostic($0.fact) }) }
    switch key {
    case .name: answers[key] = settings.name
    case .place: answers[key] = settings.place
    case .currency: answers[key] = settings.currency.code
    case .code: answers[key] = settings.code
    case .ledger: answers[key] = settings.ledger ?? OfficeSettingsReader.noSite
    case .locale:
      let language = LocaleName.language(of: settings.locale)
      guard OfferedLanguage.named(language) != nil else {
        throw Diagnostics(OfficeFact.unofferedLanguage(language, offered: Self.languages))
      }
      answers[key] = settings.locale
    }
  }

  /// What is usual where nobody says anything else: what follows from the answers so far, or else what the starter office has.
  ///
  /// - Parameters:
  ///   - key: what is asked.
  ///   - installation: where the starter office is.
  /// - Returns: the answer that is suggested.
  /// - Throws: ``Diagnostics`` when the starter office cannot be read.
  package func usual(_ key: Key, _ installation: Installation) throws(Diagnostics) -> String {
    if let said = answers[key] { return said }
    let starter = try StarterOffice.settings(installation)
    switch key {
    case .name: return starter.name
    case .place: return starter.place
    case .currency: return starter.currency.code
    case .locale: return LocaleName.language(of: starter.locale)
    case .ledger: return OfficeSettingsReader.noSite
    case .code: return answers[.name].map(OfficeSettingsReader.code) ?? starter.code
    }
  }

  /// The office's currency; nil where it is the starter's.
  var currency: Currency? { answers[.currency].flatMap { Currency(code: $0) } }

  /// The starter's office.yaml with the answers in it.
  ///
  /// - Parameters:
  ///   - text: its text.
  ///   - starter: what it says.
  /// - Returns: the new office's.
  func settings(in text: String, of starter: OfficeSettings) -> String {
    var values = answers
    if let name = answers[.name], answers[.code] == nil { values[.code] = OfficeSettingsReader.code(from: name) }
    var lines = SettingsLines(text)
    if let language = answers[.locale] {
      values[.locale] = UsualLocale.of(language, currency ?? starter.currency)
      lines.set("paper", to: UsualLocale.paper(of: values[.locale] ?? language))
    }
    if let ledger = values.removeValue(forKey: .ledger) {
      if Self.isNone(ledger) {
        lines.remove("  url")
        lines.set(
          "ledger", to: ledger, note: "no public site; where there is one: url: https://…, indented below ledger:")
      } else {
        lines.set("  url", to: ledger)
      }
    }
    for (key, value) in values { lines.set(key.rawValue, to: Self.written(value)) }
    return lines.text
  }

  private static func isNone(_ text: String) -> Bool { text.lowercased() == OfficeSettingsReader.noSite }

  /// A text as a value of YAML: between quotes where it could be taken for something else.
  private static func written(_ text: String) -> String {
    let isPlain =
      text.first?.isLetter == true && text.last != " " && text.lowercased() != "null"
      && text.allSatisfy { $0.isLetter || $0.isNumber || " ,.-'’&/()".contains($0) }
    return isPlain ? text : quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\""))\""
  }
}

/// The lines of an office.yaml, whose values are changed while its notes stay where they are.
private struct SettingsLines {
  private var lines: [String]

  init(_ text: String) { lines = text.components(separatedBy: "\n") }

  var text: String { lines.joined(separator: "\n") }

  private func place(of key: String) -> Int? { lines.firstIndex { $0.hasPrefix("\(key):") } }

  mutating func set(_ key: String, to value: String, note: String? = nil) {
    guard let place = place(of: key) else { return }
    let old = lines[place]
    let mark = old.range(of: " # ")
    let column = mark.map { old.distance(from: old.startIndex, to: $0.lowerBound) } ?? 22
    var line = "\(key): \(value)"
    if let note = note ?? mark.map({ String(old[$0.upperBound...]) }) {
      line += String(repeating: " ", count: max(0, column - line.count)) + " # \(note)"
    }
    lines[place] = line
  }

  mutating func remove(_ key: String) {
    if let place = place(of: key) { lines.remove(at: place) }
  }
}

package import Layout
import Templating
import Vetting

/// A text as somebody wrote it, with its place.
package struct WrittenText: Hashable, Sendable {
  package var text: String
  package var mark: Mark

  package init(text: String, mark: Mark) { (self.text, self.mark) = (text, mark) }
}

/// A file of words, as it was read.
package struct WordsFile: Sendable {
  /// The words, by their names.
  package private(set) var words: [String: WrittenText] = [:]
  /// The units, by their English names.
  private(set) var units: [String: Units.Unit] = [:]
  /// The words that stand beside a number, by their names.
  private(set) var counted: [String: Units.Unit] = [:]
  /// The units' words, and those beside numbers, as they were written.
  private(set) var unitWords: [WrittenText] = []
  /// What is wrong with it.
  package private(set) var faults: [Diagnostic] = []

  private static let (unitsKey, countedKey) = ("units", "counted")

  /// Reads `<language>.yaml`.
  ///
  /// - Parameters:
  ///   - text: the content of the file.
  ///   - file: its path as people know it.
  ///   - language: the BCP 47 language.
  ///   - known: English, which says which words there are; nil for English itself.
  package init(_ text: String, file: String, language: String, known: WordsFile?) {
    let root: YAMLNode
    do { root = try YAMLNode.read(text, file: file) } catch {
      faults = [.of(error)]
      return
    }
    guard case .mapping(let entries, _) = root, !entries.isEmpty else {
      faults = [Diagnostic(LanguageFact.noWords, file: file, line: 1, column: 1)]
      return
    }
    for entry in entries {
      if entry.key == Self.unitsKey || entry.key == Self.countedKey {
        var reader = UnitsReader(language: language)
        let read = reader.read(entry.value)
        if entry.key == Self.unitsKey { units = read } else { counted = read }
        unitWords += reader.written
        faults += reader.faults
      } else {
        read(entry, known)
      }
    }
  }

  private mutating func read(_ entry: YAMLNode.Entry, _ known: WordsFile?) {
    let mark = entry.value.mark
    guard case .scalar(let text?, _) = entry.value else {
      faults.append(Diagnostic(LanguageFact.notAText(key: entry.key, found: entry.value.found), at: mark))
      return
    }
    if let known, known.words[entry.key] == nil {
      faults.append(
        Diagnostic(
          KeyFact.unknown(entry.key, known: known.words.keys.sorted() + [Self.unitsKey, Self.countedKey]),
          at: entry.mark))
    }
    if let finding = Self.finding(in: text, called: entry.key) { faults.append(Diagnostic(finding, at: mark)) }
    if entry.key == Self.zeroKey, text.contains(where: { ($0.wholeNumberValue ?? 0) > 0 }) {
      faults.append(Diagnostic(LanguageFact.noZero(text), at: mark))
    }
    words[entry.key] = WrittenText(text: text, mark: mark)
  }

  /// What may not be printed of a word. Some stand beside what the market would have charged, where "Amount due" asks for it.
  private static func finding(in text: String, called key: String) -> Finding? {
    if let finding = Vetting.finding(in: text) { return finding }
    return marketKeys.contains(key) ? Vetting.demandWithoutAmount(atEndOf: text) : nil
  }

  private static let marketKeys: Set<String> = [
    "market_price", "market_amount", "market_total", "market_value", "value_reclaimed", "solidarity_price", "item",
    "quantity", "unit",
    "carried_forward", "brought_forward", "price_of", "wage_of", "by_category", "by_month", "issued", "number", "desk",
  ]
  private static let zeroKey = "zero"

  /// The same with words of another file of the language on top: an office's own.
  package func overlaid(with own: WordsFile) -> WordsFile {
    var both = self
    both.words.merge(own.words) { _, own in own }
    both.units.merge(own.units) { _, own in own }
    both.counted.merge(own.counted) { _, own in own }
    both.unitWords += own.unitWords
    both.faults += own.faults
    return both
  }

  /// The same with another file's words where it has none.
  func completed(by other: WordsFile) -> WordsFile {
    var both = self
    both.words.merge(other.words) { mine, _ in mine }
    return both
  }
}

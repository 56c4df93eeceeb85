package import Layout
package import Templating

/// The words that templates show, from `Templates/strings/<language>.yaml`. The words that make a paper void are not among
/// them: those are in code (``VoidWording``).
package struct Strings: Sendable {
  /// The words, by their names.
  package let words: [String: String]
  /// The words as they were written, in the order of their files.
  package let written: [WrittenText]
  /// The units, with their plurals.
  package let units: Units
  /// What stands beside a number, with its plurals.
  private let counted: CountedWords
  /// What is wrong, while which nothing may be printed: a name that English does not have, what may not be said.
  package let faults: [Diagnostic]
  /// What is not quite right: a word that is missing and stands in English.
  package let warnings: [Diagnostic]

  /// What templates may call, for the shape of their data.
  package var shape: DataShape { .record(words.keys.sorted().map { ($0, .text("\"\(words[$0] ?? "")\"")) }) }
  /// The words as data.
  package var data: TemplateData { .record(words.mapValues { .text($0) }) }

  /// What is said of text that is struck out, to whoever hears it read.
  package var strikeWording: Strike.Wording {
    Strike.Wording(beforeFigures: words["struck_price"] ?? "", beforeWords: words["struck"] ?? "")
  }

  /// Words beside a number, in the form that it wants, such as `and 3 others`.
  ///
  /// - Parameters:
  ///   - name: what the file of words calls them.
  ///   - count: the number.
  ///   - figures: writes the number.
  /// - Returns: the words; the number alone where nobody has any.
  package func counted(_ name: String, _ count: Int, _ figures: (Int64) -> String) -> String {
    counted.text(name, count, figures)
  }

  private init(
    _ own: WordsFile, english: WordsFile, language: String, faults: [Diagnostic], warnings: [Diagnostic] = []
  ) {
    words = own.words.mapValues(\.text)
    self.faults = faults
    self.warnings = warnings
    units = Units(own.units, english: english.units, language: language)
    counted = CountedWords(own.counted, english: english.counted, language: language)
    written = (Array(own.words.values) + own.unitWords).sorted {
      ($0.mark.file, $0.mark.line, $0.mark.column) < ($1.mark.file, $1.mark.line, $1.mark.column)
    }
  }

  /// The words of a language, with English for what is missing.
  ///
  /// - Parameters:
  ///   - own: the words of the language; nil where there are none.
  ///   - english: the English ones.
  ///   - language: the BCP 47 language.
  ///   - file: the path that its file has or would have, as people know it.
  package init(_ own: WordsFile?, english: WordsFile, language: String, file: String) {
    guard language != "en" else {
      self.init(english, english: english, language: language, faults: english.faults)
      return
    }
    guard let own else {
      let warning = Diagnostic(LanguageFact.notOffered(language: language), .warning, file: file)
      self.init(english, english: english, language: "en", faults: english.faults, warnings: [warning])
      return
    }
    let isSound = own.faults.isEmpty
    let missing = isSound ? english.words.keys.filter { own.words[$0] == nil }.sorted() : []
    let units = isSound ? english.units.keys.filter { own.units[$0] == nil }.sorted() : []
    let counted = isSound ? english.counted.keys.filter { own.counted[$0] == nil }.sorted() : []
    let facts = (missing + counted).map { LanguageFact.missingWord($0) } + units.map { .missingUnit($0) }
    self.init(
      own.completed(by: english), english: english, language: language, faults: english.faults + own.faults,
      warnings: facts.map { Diagnostic($0, .warning, file: file) })
  }
}

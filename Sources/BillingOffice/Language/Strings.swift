import Templating

/// The words that templates show, from `Templates/strings/<language>.yaml`. The words that make a paper void are not among
/// them: those are in code (``VoidWording``).
struct Strings: Sendable {
  /// The words, by their names.
  let words: [String: String]
  /// The words as they were written, in the order of their files.
  let written: [WrittenText]
  /// The units, with their plurals.
  let units: Units
  /// What is wrong, while which nothing may be printed: a name that English does not have, what may not be said.
  let faults: [Diagnostic]
  /// What is not quite right: a word that is missing and stands in English.
  let warnings: [Diagnostic]

  /// What templates may call, for the shape of their data.
  var shape: DataShape { .record(words.keys.sorted().map { ($0, .text("\"\(words[$0] ?? "")\"")) }) }
  /// The words as data.
  var data: TemplateData { .record(words.mapValues { .text($0) }) }

  private init(
    _ own: WordsFile, english: WordsFile, language: String, faults: [Diagnostic], warnings: [Diagnostic] = []
  ) {
    words = own.words.mapValues(\.text)
    self.faults = faults
    self.warnings = warnings
    units = Units(own.units, english: english.units, language: language)
    written = (Array(own.words.values) + own.unitWords).sorted {
      ($0.mark.file, $0.mark.line, $0.mark.column) < ($1.mark.file, $1.mark.line, $1.mark.column)
    }
  }

  /// Reads the words of a language, with English for what is missing.
  ///
  /// - Throws: ``Diagnostics`` when there are no words at all; what is wrong with single ones is among the faults.
  static func read(language: String, folder: String) throws(Diagnostics) -> Strings {
    let english = WordsFile(language: "en", folder, known: nil)
    guard !english.words.isEmpty else { throw Diagnostics(english.faults) }
    guard language != "en" else {
      return Strings(english, english: english, language: language, faults: english.faults)
    }
    let file = Files.shown("\(folder)/\(language).yaml")
    guard Files.exists("\(folder)/\(language).yaml") else {
      let warning = Diagnostic(
        .warning, file: file, message: "there are no words in this language yet; the paper is in English",
        hint: "copy en.yaml to \(language).yaml and translate it")
      return Strings(english, english: english, language: "en", faults: english.faults, warnings: [warning])
    }
    var own = WordsFile(language: language, folder, known: english)
    let missing = own.faults.isEmpty ? english.words.keys.filter { own.words[$0] == nil }.sorted() : []
    let units = own.faults.isEmpty ? english.units.keys.filter { own.units[$0] == nil }.sorted() : []
    let warnings =
      missing.map { name in
        Diagnostic(
          .warning, file: file, message: "\(name): is missing; the paper shows it in English",
          hint: "add a line \(name): …")
      }
      + units.map { name in
        Diagnostic(
          .warning, file: file, message: "units: has no \(name); the paper shows it as the price book has it",
          hint: "add a line \(name): { other: … } below units:")
      }
    own.words.merge(english.words) { mine, _ in mine }
    return Strings(own, english: english, language: language, faults: english.faults + own.faults, warnings: warnings)
  }
}

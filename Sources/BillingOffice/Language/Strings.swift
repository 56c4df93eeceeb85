import Templating

/// The words that templates show, from `Templates/strings/<language>.yaml`. The words that make a paper void are not among
/// them: those are in code (``VoidWording``).
struct Strings: Sendable {
  /// The words, by their names.
  let words: [String: String]
  /// The words as they were written, in the order of their files.
  let written: [WrittenText]
  /// What is wrong, while which nothing may be printed: a name that English does not have, what may not be said.
  let faults: [Diagnostic]
  /// What is not quite right: a word that is missing and stands in English.
  let warnings: [Diagnostic]

  /// What templates may call, for the shape of their data.
  var shape: DataShape { .record(words.keys.sorted().map { ($0, .text("\"\(words[$0] ?? "")\"")) }) }
  /// The words as data.
  var data: TemplateData { .record(words.mapValues { .text($0) }) }

  private init(_ words: [String: WrittenText], faults: [Diagnostic], warnings: [Diagnostic] = []) {
    self.words = words.mapValues(\.text)
    written = words.values.sorted {
      ($0.mark.file, $0.mark.line, $0.mark.column) < ($1.mark.file, $1.mark.line, $1.mark.column)
    }
    self.faults = faults
    self.warnings = warnings
  }

  /// Reads the words of a language, with English for what is missing.
  ///
  /// - Throws: ``Diagnostics`` when there are no words at all; what is wrong with single ones is among the faults.
  static func read(language: String, folder: String) throws(Diagnostics) -> Strings {
    let (english, wrong) = words(of: "en", folder, known: nil)
    guard !english.isEmpty else { throw Diagnostics(wrong) }
    guard language != "en" else { return Strings(english, faults: wrong) }
    let own = Files.shown("\(folder)/\(language).yaml")
    guard Files.exists("\(folder)/\(language).yaml") else {
      let warning = Diagnostic(
        .warning, file: own, message: "there are no words in this language yet; the paper is in English",
        hint: "copy en.yaml to \(language).yaml and translate it")
      return Strings(english, faults: wrong, warnings: [warning])
    }
    let (translated, faults) = words(of: language, folder, known: english)
    let missing = faults.isEmpty ? english.keys.filter { translated[$0] == nil }.sorted() : []
    let warnings = missing.map { name in
      Diagnostic(
        .warning, file: own, message: "\(name): is missing; the paper shows it in English",
        hint: "add a line \(name): …")
    }
    return Strings(english.merging(translated) { $1 }, faults: wrong + faults, warnings: warnings)
  }

  private static func words(of language: String, _ folder: String, known: [String: WrittenText]?)
    -> (words: [String: WrittenText], faults: [Diagnostic])
  {
    let path = "\(folder)/\(language).yaml"
    let file = Files.shown(path)
    let root: YAMLNode
    do {
      root = try YAMLNode.read(try Files.text(path, shown: file, hint: "it comes with the program"), file: file)
    } catch let fault as YAMLFault {
      return ([:], [.notYAML(fault)])
    } catch {
      return ([:], [(error as? Diagnostic) ?? Diagnostic(file: file, message: "the file cannot be read")])
    }
    guard case .mapping(let entries, _) = root, !entries.isEmpty else {
      return (
        [:],
        [
          Diagnostic(
            file: file, line: 1, column: 1, message: "this file must hold names and words",
            hint: "write a line for each, such as item: Given")
        ]
      )
    }
    var words: [String: WrittenText] = [:]
    var faults: [Diagnostic] = []
    for entry in entries {
      let mark = entry.value.mark
      guard case .scalar(let text?, _) = entry.value else {
        faults.append(
          Diagnostic(
            file: file, line: mark.line, column: mark.column,
            message: "\(entry.key): must be a text, not \(entry.value.found)",
            hint: "write the words behind \(entry.key):"))
        continue
      }
      if let known, known[entry.key] == nil {
        faults.append(
          .unknownKey(entry.key, known: known.keys.sorted(), file: file, entry.mark.line, entry.mark.column))
      }
      if let finding = Vetting.finding(in: text) {
        faults.append(.of(finding, file: file, line: mark.line, column: mark.column))
      }
      words[entry.key] = WrittenText(text: text, mark: mark)
    }
    return (words, faults)
  }
}

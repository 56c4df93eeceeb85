import Templating
import Vetting

/// A file of words, as it was read.
struct WordsFile {
  /// The words, by their names.
  var words: [String: WrittenText] = [:]
  /// The units, by their English names.
  var units: [String: Units.Unit] = [:]
  /// The units' words as they were written.
  var unitWords: [WrittenText] = []
  /// What is wrong with it.
  var faults: [Diagnostic] = []

  private static let unitsKey = "units"

  /// Reads `<language>.yaml`.
  ///
  /// - Parameters:
  ///   - language: the BCP 47 language.
  ///   - folder: where the files of words are.
  ///   - known: English, which says which words there are; nil for English itself.
  init(language: String, _ folder: String, known: WordsFile?) {
    let path = "\(folder)/\(language).yaml"
    let file = Files.shown(path)
    let root: YAMLNode
    do {
      root = try YAMLNode.read(try Files.text(path, shown: file, hint: "it comes with the program"), file: file)
    } catch let fault as YAMLFault {
      faults = [.notYAML(fault)]
      return
    } catch {
      faults = [(error as? Diagnostic) ?? Diagnostic(file: file, message: "the file cannot be read")]
      return
    }
    guard case .mapping(let entries, _) = root, !entries.isEmpty else {
      faults = [
        Diagnostic(
          file: file, line: 1, column: 1, message: "this file must hold names and words",
          hint: "write a line for each, such as item: Given")
      ]
      return
    }
    for entry in entries {
      if entry.key == Self.unitsKey {
        var reader = UnitsReader(file: file, language: language)
        units = reader.read(entry.value)
        unitWords = reader.written
        faults += reader.faults
      } else {
        read(entry, file, known)
      }
    }
  }

  private mutating func read(_ entry: YAMLNode.Entry, _ file: String, _ known: WordsFile?) {
    let mark = entry.value.mark
    guard case .scalar(let text?, _) = entry.value else {
      faults.append(
        Diagnostic(
          file: file, line: mark.line, column: mark.column,
          message: "\(entry.key): must be a text, not \(entry.value.found)",
          hint: "write the words behind \(entry.key):"))
      return
    }
    if let known, known.words[entry.key] == nil {
      faults.append(
        .unknownKey(
          entry.key, known: known.words.keys.sorted() + [Self.unitsKey], file: file, entry.mark.line,
          entry.mark.column))
    }
    if let finding = Vetting.finding(in: text) {
      faults.append(.of(finding, file: file, line: mark.line, column: mark.column))
    }
    words[entry.key] = WrittenText(text: text, mark: mark)
  }
}

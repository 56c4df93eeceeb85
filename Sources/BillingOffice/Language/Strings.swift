import Templating

/// The words that templates show, from `Templates/strings/<language>.yaml`. The words that make a paper void are not among
/// them: those are in code (``VoidWording``).
struct Strings: Sendable {
  /// The words, by their names.
  let words: [String: String]
  /// What is not quite right: a word that is missing and stands in English.
  let warnings: [Diagnostic]

  /// What templates may call, for the shape of their data.
  var shape: DataShape { .record(words.keys.sorted().map { ($0, .text("\"\(words[$0] ?? "")\"")) }) }
  /// The words as data.
  var data: TemplateData { .record(words.mapValues { .text($0) }) }

  /// Reads the words of a language, with English for what is missing.
  ///
  /// - Throws: ``Diagnostics`` when a file is missing, is no YAML, or holds a name that English does not have.
  static func read(language: String, folder: String) throws(Diagnostics) -> Strings {
    let english = try words(of: "en", folder, known: nil)
    let own = "\(folder)/\(language).yaml"
    guard language != "en" else { return Strings(words: english, warnings: []) }
    guard Files.exists(own) else {
      return Strings(
        words: english,
        warnings: [
          Diagnostic(
            .warning, file: Files.shown(own),
            message: "there are no words in this language yet; the paper is in English",
            hint: "copy en.yaml to \(language).yaml and translate it")
        ])
    }
    let translated = try words(of: language, folder, known: english)
    let missing = english.keys.filter { translated[$0] == nil }.sorted()
    return Strings(
      words: english.merging(translated) { $1 },
      warnings: missing.map {
        Diagnostic(
          .warning, file: Files.shown(own), message: "\($0): is missing; the paper shows it in English",
          hint: "add a line \($0): …")
      })
  }

  private static func words(of language: String, _ folder: String, known: [String: String]?) throws(Diagnostics)
    -> [String: String]
  {
    let path = "\(folder)/\(language).yaml"
    let file = Files.shown(path)
    let root: YAMLNode
    do {
      root = try YAMLNode.read(try Files.text(path, shown: file), file: file)
    } catch let fault as YAMLFault {
      throw Diagnostics([.notYAML(fault)])
    } catch let diagnostic as Diagnostic {
      throw Diagnostics([diagnostic])
    } catch {
      throw Diagnostics([Diagnostic(file: file, message: "the file cannot be read")])
    }
    guard case .mapping(let entries, _) = root else {
      throw Diagnostics([Diagnostic(file: file, line: 1, column: 1, message: "this file must hold names and words")])
    }
    var words: [String: String] = [:]
    var faults: [Diagnostic] = []
    for entry in entries {
      let (line, column) = (entry.value.mark.line, entry.value.mark.column)
      guard case .scalar(let text?, _) = entry.value else {
        faults.append(Diagnostic(file: file, line: line, column: column, message: "\(entry.key): must be a text"))
        continue
      }
      if let known, known[entry.key] == nil {
        faults.append(
          .unknownKey(entry.key, known: known.keys.sorted(), file: file, entry.mark.line, entry.mark.column))
      }
      if let finding = Vetting.finding(in: text) {
        faults.append(.of(finding, file: file, line: line, column: column))
      }
      words[entry.key] = text
    }
    if !faults.isEmpty { throw Diagnostics(faults) }
    return words
  }
}

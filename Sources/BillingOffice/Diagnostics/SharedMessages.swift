import Templating

extension String {
  /// `did you mean "a", "b" or "c"?`; nil-friendly for hints: an empty list gives no sentence.
  static func didYouMean(_ names: [String]) -> String? {
    names.isEmpty ? nil : "did you mean \(quotedList(names, last: "or"))?"
  }

  /// `"a", "b" and "c"`.
  static func quotedList(_ names: [String], last: String) -> String {
    let quoted = names.map { "\"\($0)\"" }
    guard quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " \(last) " + quoted[quoted.count - 1]
  }
}

extension Optional where Wrapped == String {
  /// The same, where a hint is wanted.
  static func didYouMean(_ names: [String]) -> String? { String.didYouMean(names) }
}

extension Diagnostic {
  /// A file that is no YAML.
  static func notYAML(_ fault: YAMLFault) -> Diagnostic {
    Diagnostic(
      file: fault.mark.file, line: fault.mark.line, column: fault.mark.column,
      message: "this is not YAML: \(fault.problem)",
      hint: "look for a missing quote, a missing colon or a tab on this line or the one above")
  }

  /// A key that means nothing.
  static func unknownKey(_ key: String, known: [String], file: String, _ line: Int, _ column: Int) -> Diagnostic {
    let near = NearestNames.of(key, among: known, limit: 1)
    return Diagnostic(
      file: file, line: line, column: column, message: "there is no such key as \"\(key)\"", hint: .didYouMean(near))
  }
}

/// Gathers faults from every step, so that all are told at once.
struct Faults {
  private(set) var all: [Diagnostic] = []

  /// Adds faults.
  mutating func add(_ diagnostics: [Diagnostic]) { all += diagnostics }

  /// Runs a step and keeps what goes wrong in it.
  mutating func collect<Value>(_ step: () throws(Diagnostics) -> Value) -> Value? {
    do { return try step() } catch {
      all += error.all
      return nil
    }
  }

  /// Whether anything is an error rather than a warning.
  var hasErrors: Bool { all.contains { $0.severity == .error } }

  /// Throws if anything is an error.
  func check() throws(Diagnostics) {
    if hasErrors { throw Diagnostics(all) }
  }
}

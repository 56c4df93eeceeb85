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

import Bookkeeping

/// Amounts of money in texts.
enum Amounts {
  /// Whether a text names an amount that is not zero: a number with the sign or the code of a currency beside it.
  ///
  /// - Parameter text: the text.
  /// - Returns: whether it does.
  static func isNamed(in text: String) -> Bool {
    guard text.contains(where: { ($0.wholeNumberValue ?? 0) > 0 }) else { return false }
    if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .currencySymbol }) { return true }
    let words = text.split { !$0.isLetter && !$0.isNumber && !".,".contains($0) }.map(String.init)
    return zip(words, words.dropFirst()).contains { isNumber($0) && isCode($1) || isCode($0) && isNumber($1) }
  }

  private static func isNumber(_ word: String) -> Bool { word.contains { ($0.wholeNumberValue ?? 0) > 0 } }

  private static func isCode(_ word: String) -> Bool {
    word.count == 3 && word.allSatisfy { $0.isASCII && $0.isUppercase } && Currency(code: word) != nil
  }
}

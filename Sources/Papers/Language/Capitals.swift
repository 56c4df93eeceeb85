import Foundation

/// Capitals by the rules of a language: in Turkish i has its dot (İ), in Greek the accents go but for the one of the word ή, in
/// Lithuanian so does the dot below an accent; ß is SS. The rules are ICU's, by Foundation.
package enum Capitals {
  /// A text in capitals.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - locale: a BCP 47 locale, such as `tr` or `el-GR`.
  /// - Returns: the text in capitals.
  package static func of(_ text: String, in locale: String) -> String {
    let language = LocaleName.language(of: locale).lowercased()
    // Only these have another capital for a plain letter.
    let isPlain = text.utf8.allSatisfy { $0 < 0x80 } && !dotted.contains(language)
    return isPlain ? text.uppercased() : text.uppercased(with: Locale(identifier: language))
  }

  /// A text in all the capitals that it can have.
  ///
  /// - Parameter text: the text.
  /// - Returns: each form once.
  static func all(of text: String) -> Set<String> {
    Set([text.uppercased()] + special.map { of(text, in: $0) })
  }

  /// Languages whose i keeps its dot.
  private static let dotted: Set<String> = ["az", "tr"]
  /// Languages with rules of their own, one of each kind.
  private static let special = ["el", "lt", "tr"]
}

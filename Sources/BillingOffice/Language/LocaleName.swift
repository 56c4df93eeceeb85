import Foundation

/// A locale as people write it: a language and perhaps a script and a country, such as `en-US`.
enum LocaleName {
  /// The locale with its language in lower case and hyphens; nil where there is no such language.
  static func plain(_ text: String) -> String? {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let language = parts.first?.lowercased() else { return nil }
    let isPlain = parts.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
    guard isPlain, languages.contains(language) else { return nil }
    return ([language] + parts.dropFirst().map(String.init)).joined(separator: "-")
  }

  /// What to say of one that does not exist.
  static func unknown(_ text: String) -> (message: String, hint: String) {
    (
      "there is no language \"\(text)\"",
      "a locale is a language and a country, such as en-US, es-MX or ar-EG"
    )
  }

  private static let languages = Set(
    Locale.availableIdentifiers.map { $0.prefix { $0 != "_" && $0 != "-" } }.map(String.init))
}

import Foundation

/// A locale as people write it: a language and perhaps a script and a country, such as `en-US`.
package enum LocaleName {
  /// The locale with its language in lower case and hyphens; nil where there is no such language.
  package static func plain(_ text: String) -> String? {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "_" })
    guard let language = parts.first?.lowercased() else { return nil }
    let isPlain = parts.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
    // What comes behind a single letter, such as u-nu-thai, changes figures and calendars, which every reader must know.
    guard isPlain, !parts.dropFirst().contains(where: { $0.count == 1 }) else { return nil }
    guard OfferedLanguage.named(language) != nil || languages.contains(language) else { return nil }
    return ([language] + parts.dropFirst().map(String.init)).joined(separator: "-")
  }

  /// The locale that was asked for, as above.
  ///
  /// - Throws: ``Diagnostics`` when there is no such language.
  package static func asked(_ text: String) throws(Diagnostics) -> String {
    if let locale = plain(text) { return locale }
    throw Diagnostics(fault(text))
  }

  /// What is wrong with a locale that is none.
  package static func fault(_ text: String) -> LanguageFact {
    let parts = text.split(whereSeparator: { $0 == "-" || $0 == "_" })
    let isPlain = parts.allSatisfy { $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
    guard isPlain, parts.dropFirst().contains(where: { $0.count == 1 }), let language = parts.first else {
      return .unknownLocale(text)
    }
    let plain = parts.prefix { $0.count > 1 }.joined(separator: "-")
    return OfferedLanguage.named(language.lowercased()) != nil || languages.contains(language.lowercased())
      ? .extendedLocale(text, plain: plain) : .unknownLocale(text)
  }

  /// The language of a locale: `en` of `en-US`.
  package static func language(of locale: String) -> String { String(locale.prefix { $0 != "-" }) }

  /// All that Foundation knows, which takes a while to gather; so the offered ones are looked at first.
  private static let languages = Set(
    Locale.availableIdentifiers.map { $0.prefix { $0 != "_" && $0 != "-" } }.map(String.init))
}

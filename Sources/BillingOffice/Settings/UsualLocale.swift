import Bookkeeping
import Foundation

/// The country in which a language is most likely spoken, and its paper, where somebody has only said a language.
enum UsualLocale {
  /// A locale for a language.
  ///
  /// - Parameters:
  ///   - language: the language, such as `fr`, or a locale that says its country by itself.
  ///   - currency: the office's currency, which tells `fr-CH` from `fr-FR`.
  /// - Returns: the locale.
  static func of(_ language: String, _ currency: Currency) -> String {
    guard !language.contains("-") else { return language }
    let likely = Locale.Language(identifier: language).maximalIdentifier.split(separator: "-").last.map(String.init)
    guard let likely, Locale(identifier: "\(language)_\(likely)").currency?.identifier != currency.code else {
      return likely.map { "\(language)-\($0)" } ?? language
    }
    // Most currencies begin with the country's code (ISO 4217, 5.1).
    let country = String(currency.code.prefix(2))
    let isSpoken = Locale.availableIdentifiers.contains("\(language)_\(country)")
    return "\(language)-\(isSpoken ? country : likely)"
  }

  /// What offices and shops print on in a locale's country.
  static func paper(of locale: String) -> String {
    locale.split(separator: "-").dropFirst().contains { withLetter.contains($0.uppercased()) } ? "Letter" : "A4"
  }

  /// The countries that print on American paper (CLDR, supplemental data, `paperSize`).
  private static let withLetter: Set<String> = [
    "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE",
  ]
}

package import Bookkeeping
package import Foundation

/// What a sign says that the market asks: the price of a pack, where the price book says how much is handed over at once, or else that of
/// one unit.
extension PriceBook.Entry {
  /// The price: of a pack the exact product, rounded once to the minor unit.
  package func askedPrice(_ formats: Formats) -> String {
    // That it can be reckoned was seen when the book was read.
    guard let pack, let money = try? price.amount(for: pack.quantity) else { return formats.price(price) }
    return formats.money(money)
  }

  /// What is asked that for, to stand behind the price: `/ hour`, or `per 5 lb sack`.
  ///
  /// - Parameters:
  ///   - strings: the words of a language.
  ///   - locale: how it writes numbers.
  /// - Returns: the words. Of things themselves the number says all: `per 12`.
  package func askedFor(_ strings: Strings, _ locale: Locale) -> String {
    guard let pack else { return "/ \(strings.units.name(of: unit, for: ExactDecimal(1)))" }
    let number = Formats.text(of: pack.quantity.value, nil, locale)
    let held =
      strings.units.isThing(unit) ? number : "\(number)\u{A0}\(strings.units.name(of: unit, for: pack.quantity.value))"
    return [strings.words["per"], held, pack.word].compactMap { $0 }.joined(separator: " ")
  }
}

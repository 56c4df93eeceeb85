package import Bookkeeping
package import Foundation
package import Layout

/// Shows numbers, money and dates as a locale writes them (CLDR, by Foundation). One worker's own: it remembers what it has
/// formatted, within a bound, since markets give the same things again and again.
package final class Formats {
  /// The BCP 47 language, such as `en`.
  package let language: String
  /// Which way the language is read.
  package let direction: Direction
  /// The sign between whole and fraction.
  package let decimalSign: Character

  package let locale: Locale
  private var known: [Key: String] = [:]

  private struct Key: Hashable {
    var mantissa: Int64
    var scale: Int
    var currency: Currency?
  }

  package init(locale identifier: String) {
    locale = Locale(identifier: identifier)
    language = locale.language.languageCode?.identifier ?? "en"
    direction = locale.language.characterDirection == .rightToLeft ? .rightToLeft : .leftToRight
    decimalSign = locale.decimalSeparator?.first ?? "."
  }

  /// An amount of money, with all its minor digits.
  package func money(_ money: Money) -> String { show(money.decimal, money.currency) }

  /// A price as it was published: with its own digits, and never fewer than the currency has.
  package func price(_ price: Price) -> String { show(price.amount, price.currency) }

  /// What stands where there is no price yet.
  package static let none = "–"

  /// The same, or that nobody knows it yet.
  package func priceOrNone(_ price: Price) -> String { price.isKnown ? self.price(price) : Formats.none }

  /// A quantity, with the digits it was written with.
  package func quantity(_ quantity: Quantity) -> String { show(quantity.value, nil) }

  /// A sum of quantities, without zeros at its end.
  package func sum(_ sum: ExactDecimal) -> String { show(sum.trimmed, nil) }

  /// A whole number.
  package func whole(_ number: Int64) -> String { show(ExactDecimal(number), nil) }

  /// The number of a note as a mark that stands right behind a word: raised figures, or figures in brackets where a language's own are
  /// never raised.
  package func noteMark(_ number: Int64) -> String {
    let text = whole(number)
    let figures = text.filter { $0.isWholeNumber }
    guard figures.allSatisfy(\.isASCII) else { return "\u{A0}[\(text)]" }
    return String(figures.compactMap(\.wholeNumberValue).map { Self.raised[$0] })
  }
  private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

  /// Several whole numbers, one after another.
  package func numbers(_ numbers: [Int]) -> String {
    let texts = numbers.map { whole(Int64($0)) }
    // Arabic has a comma of its own.
    return texts.joined(separator: language == "ar" ? "، " : ", ")
  }

  /// A day, written out.
  package func day(_ day: CalendarDay) -> String {
    date(day).formatted(style.year().month(.wide).day())
  }

  /// The day, month or year a price is for.
  package func checked(_ checked: CheckedDate) -> String {
    switch (checked.month, checked.day) {
    case (nil, _): date(checked.firstDay).formatted(style.year())
    case (_, nil): date(checked.firstDay).formatted(style.year().month(.wide))
    default: day(checked.firstDay)
    }
  }

  private func show(_ number: ExactDecimal, _ currency: Currency?) -> String {
    let key = Key(mantissa: number.mantissa, scale: number.scale, currency: currency)
    if let text = known[key] { return text }
    if known.count >= 4096 { known.removeAll(keepingCapacity: true) }
    let text = Formats.text(of: number, currency, locale)
    known[key] = text
    return text
  }

  /// A number or an amount as a locale writes it, with at least the currency's minor digits.
  package static func text(of number: ExactDecimal, _ currency: Currency?, _ locale: Locale) -> String {
    let value = Decimal(
      sign: number.mantissa < 0 ? .minus : .plus, exponent: -number.scale,
      significand: Decimal(number.mantissa.magnitude))
    let digits = max(number.scale, currency?.minorUnitDigits ?? 0)
    guard let currency else {
      return value.formatted(.number.precision(.fractionLength(digits)).locale(locale))
    }
    return keptTogether(
      value.formatted(.currency(code: currency.code).precision(.fractionLength(digits)).locale(locale)))
  }

  /// An amount whose sign of the currency stays in one piece wherever it stands.
  ///
  /// Where text runs from right to left, the last sign of `US$` would be set before its letters at the end of a line or before other
  /// text: `$` has no direction of its own (UAX #9, W4 to N2). A mark behind it gives it that of the letters.
  private static func keptTogether(_ amount: String) -> String {
    let last = amount.unicodeScalars.suffix(2)
    guard amount.unicodeScalars.first == "\u{200F}", let letter = last.first, let sign = last.last,
      letter.properties.isAlphabetic, letter.isASCII, !sign.properties.isAlphabetic
    else { return amount }
    return amount + "\u{200E}"
  }

  private var style: Date.FormatStyle {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    return Date.FormatStyle(locale: locale, calendar: calendar, timeZone: .gmt)
  }

  private func date(_ day: CalendarDay) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let parts = DateComponents(year: day.year, month: day.month, day: day.day, hour: 12)
    return calendar.date(from: parts) ?? Date(timeIntervalSince1970: 0)
  }
}

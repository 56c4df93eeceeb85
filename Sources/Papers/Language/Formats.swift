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
  private var signs: [Currency: String] = [:]
  private var dates: [DateKey: String] = [:]

  private struct Key: Hashable {
    var mantissa: Int64
    var scale: Int
    var currency: Currency?
  }

  private struct DateKey: Hashable {
    var year: Int
    var month: Int?
    var day: Int?
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

  /// The figures of an amount, without the sign of its currency, for columns whose head has that.
  package static func figures(of amount: String) -> String {
    guard let first = amount.firstIndex(where: \.isNumber), let last = amount.lastIndex(where: \.isNumber) else {
      return amount
    }
    return String(amount[first...last])
  }

  /// The sign of a currency as it stands beside amounts.
  package func sign(of currency: Currency) -> String {
    if let known = signs[currency] { return known }
    let zero = money(.zero(currency))
    let sign = zero.replacing(Formats.figures(of: zero), with: "")
    let bare = String(
      sign.drop { !$0.isLetter && !$0.isSymbol }.reversed().drop { !$0.isLetter && !$0.isSymbol }.reversed())
    signs[currency] = bare
    return bare
  }

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
    // A mark for the direction keeps it at the end of the line, whichever way the word before it is read.
    let side = direction == .rightToLeft ? "\u{200F}" : ""
    guard figures.allSatisfy(\.isASCII) else { return "\u{A0}\(side)[\(text)]" }
    return side + String(figures.compactMap(\.wholeNumberValue).map { Self.raised[$0] })
  }
  private static let raised = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")

  /// A text of somebody's as it stands among others: where those are read from right to left, Latin letters in it are kept by themselves
  /// (UAX #9, first strong isolate), or the full stop and the brackets at its end would stand at its beginning.
  package func isolated(_ text: String) -> String {
    guard direction == .rightToLeft, text.utf8.contains(where: { (0x41...0x5A).contains($0 & 0xDF) }) else {
      return text
    }
    return "\u{2068}\(text)\u{2069}"
  }

  /// A text without the marks that keep parts of it by themselves. No data and no template has any of its own: both are refused with them.
  package static func withoutIsolates(_ text: String) -> String {
    guard text.utf8.contains(0xE2) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\u{2068}" && $0 != "\u{2069}" }))
  }

  /// Several whole numbers, one after another.
  package func numbers(_ numbers: [Int]) -> String {
    let texts = numbers.map { whole(Int64($0)) }
    // Arabic has a comma of its own.
    return texts.joined(separator: language == "ar" ? "، " : ", ")
  }

  /// A day, written out.
  package func day(_ day: CalendarDay) -> String {
    written(DateKey(year: day.year, month: day.month, day: day.day)) {
      date(day).formatted(style.year().month(.wide).day())
    }
  }

  /// The day, month or year a price is for.
  package func checked(_ checked: CheckedDate) -> String {
    if checked.day != nil { return day(checked.firstDay) }
    return written(DateKey(year: checked.year, month: checked.month, day: nil)) {
      let year = style.year()
      return date(checked.firstDay).formatted(checked.month == nil ? year : year.month(.wide))
    }
  }

  /// A date as it was written before, or else as it is now.
  private func written(_ key: DateKey, _ write: () -> String) -> String {
    if let text = dates[key] { return text }
    if dates.count >= 512 { dates.removeAll(keepingCapacity: true) }
    let text = write()
    dates[key] = text
    return text
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

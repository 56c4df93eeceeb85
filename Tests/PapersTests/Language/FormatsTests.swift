import Bookkeeping
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct FormatsTests {
  private func money(_ minorUnits: Int64, _ code: String, _ locale: String) throws -> String {
    Formats(locale: locale).money(Money(minorUnits: minorUnits, currency: try #require(Currency(code: code))))
  }

  private func price(_ mantissa: Int64, _ scale: Int, _ code: String) throws -> String {
    let amount = try #require(ExactDecimal(mantissa: mantissa, scale: scale))
    return Formats(locale: "en-US").price(Price(amount: amount, currency: try #require(Currency(code: code))))
  }

  @Test func moneyHasAllItsMinorDigits() throws {
    #expect(try money(19818, "USD", "en-US") == "$198.18")
    #expect(try money(0, "USD", "en-US") == "$0.00")
    #expect(try money(1_234_567_89, "GBP", "en-GB") == "£1,234,567.89")
    #expect(try money(613, "JPY", "en-US") == "¥613")
    #expect(try money(1235, "KWD", "en-US") == "KWD\u{A0}1.235")
    #expect(try money(123456, "EUR", "de-DE") == "1.234,56\u{A0}€")
    #expect(try money(.max, "USD", "en-US") == "$92,233,720,368,547,758.07")
  }

  @Test func pricesKeepTheDigitsTheyWerePublishedWith() throws {
    #expect(try price(544, 3, "USD") == "$0.544")
    #expect(try price(2814, 3, "USD") == "$2.814")
    #expect(try price(1830, 3, "USD") == "$1.830")
    #expect(try price(3, 0, "USD") == "$3.00")
    #expect(try price(6125, 1, "JPY") == "¥612.5")
    #expect(try price(123_456_789, 9, "USD") == "$0.123456789")
  }

  @Test func quantitiesKeepTheirDigits() throws {
    for (mantissa, scale, text) in [(15 as Int64, 1, "1,5"), (150, 2, "1,50"), (12000, 0, "12.000"), (3, 0, "3")] {
      let quantity = try #require(ExactDecimal(mantissa: mantissa, scale: scale).flatMap { Quantity($0) })
      #expect(Formats(locale: "de-DE").quantity(quantity) == text)
    }
    #expect(Formats(locale: "en-US").whole(0) == "0")
  }

  @Test func datesAreWrittenOut() throws {
    let day = try #require(CalendarDay("2026-11-01"))
    #expect(Formats(locale: "en-US").day(day) == "November 1, 2026")
    #expect(Formats(locale: "en-GB").day(day) == "1 November 2026")
    #expect(Formats(locale: "de-DE").day(day) == "1. November 2026")
    // Whatever calendar a country keeps, the paper's is the one the prices are dated in.
    #expect(Formats(locale: "th-TH").day(day).contains("2026"))
    for (written, text) in [("2026", "2026"), ("2026-05", "May 2026"), ("2026-05-31", "May 31, 2026")] {
      #expect(Formats(locale: "en-US").checked(try #require(CheckedDate(written))) == text)
    }
  }

  @Test func latinLettersAreKeptByThemselvesWhereTextRunsTheOtherWay() {
    let arabic = Formats(locale: "ar-EG")
    #expect(arabic.isolated("Rice, per lb.") == "\u{2068}Rice, per lb.\u{2069}")
    #expect(Formats.withoutIsolates(arabic.isolated("Rice, per lb.")) == "Rice, per lb.")
    for (formats, text) in [(arabic, "أرز، ٢٠٢٤"), (arabic, ""), (Formats(locale: "en-US"), "Rice, per lb.")] {
      #expect(formats.isolated(text) == text && Formats.withoutIsolates(text) == text)
    }
  }

  @Test func languagesKnowTheirDirection() {
    #expect(Formats(locale: "ar-EG").direction == .rightToLeft)
    #expect(Formats(locale: "he-IL").direction == .rightToLeft)
    #expect(Formats(locale: "en-US").direction == .leftToRight)
    #expect(Formats(locale: "es-MX").language == "es")
    #expect(Formats(locale: "de-DE").decimalSign == ",")
  }

  @Test func notesAreMarkedBehindWords() {
    #expect(Formats(locale: "en-US").noteMark(120) == "¹²⁰")
    #expect(Formats(locale: "en-US").noteMark(1000) == "¹⁰⁰⁰")
    #expect(Formats(locale: "ar-EG").noteMark(3) == "\u{A0}\u{200F}[٣]")
    #expect(Formats(locale: "he-IL").noteMark(3) == "\u{200F}³")
  }

  /// Beside other text the sign of a currency would be torn in two: `$US`.
  @Test func signsOfACurrencyStayTogether() throws {
    let dollars = try #require(Currency(code: "USD"))
    func zero(_ locale: String, _ currency: Currency) -> String {
      Formats(locale: locale).money(Money(minorUnits: 0, currency: currency))
    }
    #expect(zero("ar-EG", dollars) == "\u{200F}٠٫٠٠\u{A0}US$\u{200E}")
    #expect(zero("ar-MA", try #require(Currency(code: "MAD"))) == "\u{200F}0,00\u{A0}د.م.\u{200F}")
    #expect(zero("en-CA", dollars) == "US$0.00")
  }

  @Test func remembersWithinABound() throws {
    let formats = Formats(locale: "en-US")
    let dollars = try #require(Currency(code: "USD"))
    for amount in 0..<10_000 as Range<Int64> {
      let text = formats.money(Money(minorUnits: amount, currency: dollars))
      #expect(text == "$\(amount / 100 < 1000 ? "\(amount / 100)" : "").\(amount % 100 < 10 ? "0" : "")\(amount % 100)")
    }
  }

  @Test(arguments: [
    ("en-US", "USD", "$", "1,283.50"), ("de-DE", "EUR", "€", "1.283,50"), ("es-MX", "MXN", "$", "1,283.50"),
    ("ar-EG", "USD", "US$", "١٬٢٨٣٫٥٠"), ("he-IL", "ILS", "₪", "1,283.50"), ("de-CH", "CHF", "CHF", "1’283.50"),
  ])
  func aColumnOfFiguresHasItsSignInTheHead(locale: String, code: String, sign: String, figures: String) throws {
    let formats = Formats(locale: locale)
    let currency = try #require(Currency(code: code))
    #expect(formats.sign(of: currency) == sign)
    #expect(Formats.figures(of: formats.money(Money(minorUnits: 128_350, currency: currency))) == figures)
    #expect(Formats.figures(of: Formats.none) == Formats.none)
  }
}

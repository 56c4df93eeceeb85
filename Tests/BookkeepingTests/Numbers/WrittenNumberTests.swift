import Testing

@testable import Bookkeeping

@Suite struct WrittenNumberTests {
  @Test(
    arguments: [
      ("1234", 1234, 0, nil), ("0", 0, 0, nil), ("007", 7, 0, nil),
      ("1,234.50", 123_450, 2, .point), ("1.234,50", 123_450, 2, .comma), ("1 234,50", 123_450, 2, .comma),
      ("1\u{00A0}234,50", 123_450, 2, .comma), ("1\u{202F}234,50", 123_450, 2, .comma),
      ("1'234.50", 123_450, 2, .point),
      ("1’234.50", 123_450, 2, .point), ("1 234", 1234, 0, nil), ("1'234'567", 1_234_567, 0, nil),
      ("5.-", 5, 0, nil), ("5,–", 5, 0, nil), ("12/-", 12, 0, nil), ("1’200.–", 1200, 0, nil), ("5,--", 5, 0, nil),
      (".5", 5, 1, .point), (",5", 5, 1, .comma), ("0.544", 544, 3, .point), ("0,544", 544, 3, .comma),
      ("26.24", 2624, 2, .point), ("1.8300", 18_300, 4, .point), ("1234.567", 1_234_567, 3, .point),
      ("1,234,567", 1_234_567, 0, .point), ("1.234.567", 1_234_567, 0, .comma),
      ("12,34,567.89", 123_456_789, 2, .point),
      ("1,234.567", 1_234_567, 3, .point), ("١٢٫٥", 125, 1, nil), ("١٬٢٣٤٫٥٠", 123_450, 2, nil), ("۱۲۳", 123, 0, nil),
      ("٢٫١٢٥", 2125, 3, nil), ("१२,३४,५६७.८", 12_345_678, 1, .point), ("１２３．５", 1235, 1, .point), ("১২", 12, 0, nil),
      ("2٫125", 2125, 3, nil), ("9223372036854775807", Int64.max, 0, nil), ("1.000000001", 1_000_000_001, 9, .point),
    ] as [(String, Int64, Int, DecimalSign?)])
  func readsWhatHasOneMeaning(text: String, mantissa: Int64, scale: Int, sign: DecimalSign?) {
    #expect(WrittenNumber(text) == .exact(decimal(mantissa, scale), shows: sign))
  }

  @Test(
    arguments: [("1.234", 1234, DecimalSign.point), ("12,345", 12_345, .comma), ("999.000", 999_000, .point)]
      as [(String, Int64, DecimalSign)])
  func seesWhatHasTwoMeanings(text: String, digits: Int64, sign: DecimalSign) {
    #expect(WrittenNumber(text) == .either(decimal: decimal(digits, 3), grouped: decimal(digits), sign: sign))
  }

  @Test(
    arguments: [
      ("abc", .notANumber), ("1.2.3", .notANumber), ("12.05.2026", .date), ("01.Feb", .date), ("1-Feb", .date),
      ("2026-02-01", .date),
      ("1. März", .date), ("=A1*2", .formula), ("#VALUE!", .errorValue), ("#WERT!", .errorValue),
      ("0x1F", .hexadecimal),
      ("1.000,00-", .signed), ("(5.00)", .signed), ("1-2", .notANumber), ("1,23.45,6", .notANumber),
      ("5.", .notANumber), (".", .notANumber), ("1 2", .notANumber), ("NaN", .notANumber), ("2 kg", .notANumber),
      ("1,,000", .notANumber), ("0,123,456", .notANumber), ("two", .notANumber), ("1.234'567", .notANumber),
      ("-5", .signed), ("+5", .signed), ("−5", .signed), ("5-", .signed), ("15%", .percent), ("15 ٪", .percent),
      ("1e3", .exponent), ("1.5E+03", .exponent), ("0.0000000001", .tooManyDecimals),
      ("9223372036854775808", .tooLarge), ("99999999999999999999999", .tooLarge),
      ("$5", .currencyMark("$", bare: "5")), ("1.234,50 €", .currencyMark("€", bare: "1.234,50")),
      ("USD 5", .currencyMark("USD", bare: "5")), ("5 eur", .currencyMark("EUR", bare: "5")),
      ("R$ 5,00", .currencyMark("$", bare: "5,00")), ("£", .currencyMark("£", bare: "")),
    ] as [(String, NumberFault)])
  func refusesWhatIsNoPlainNumber(text: String, fault: NumberFault) {
    #expect(WrittenNumber(text) == .fault(fault))
  }
}

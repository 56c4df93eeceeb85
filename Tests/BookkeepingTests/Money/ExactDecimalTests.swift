import Testing

@testable import Bookkeeping

@Suite struct ExactDecimalTests {
  @Test(
    arguments: [
      (1830, 3, "1.830"), (5, 1, "0.5"), (0, 2, "0.00"), (-5, 2, "-0.05"), (12, 0, "12"),
      (Int64.max, 9, "9223372036.854775807"), (Int64.min, 9, "-9223372036.854775808"),
    ] as [(Int64, Int, String)])
  func isWrittenAsItWas(mantissa: Int64, scale: Int, text: String) throws {
    #expect(try #require(ExactDecimal(mantissa: mantissa, scale: scale)).plainDescription == text)
  }

  @Test func hasNineDecimalsAtTheMost() {
    #expect(ExactDecimal(mantissa: 1, scale: 9) != nil)
    #expect(ExactDecimal(mantissa: 1, scale: 10) == nil)
    #expect(ExactDecimal(mantissa: 1, scale: -1) == nil)
  }

  @Test func keepsZerosApart() {
    #expect(decimal(183, 2) != decimal(1830, 3))
  }
}

import TestTools
import Testing

@testable import Drawing

@Suite struct PDFBytesTests {
  private func text(_ body: (inout PDFBytes) -> Void) -> String {
    var out = PDFBytes()
    body(&out)
    return String(decoding: out.bytes, as: UTF8.self)
  }

  @Test(arguments: [
    (0, 0, "0"), (0, 3, "0"), (1, 0, "1"), (-1, 0, "-1"), (10, 0, "10"), (1250, 3, "1.25"), (5, 3, ".005"),
    (-5, 3, "-.005"),
    (500, 3, ".5"), (1000, 3, "1"), (105, 1, "10.5"), (-100_000, 3, "-100"), (999_999, 3, "999.999"),
    (1, 6, ".000001"), (Int.max, 0, "9223372036854775807"), (Int.min, 0, "-9223372036854775808"),
  ])
  func numbersHaveNoMoreDigitsThanTheyNeed(number: Int, decimals: Int, expected: String) {
    #expect(text { $0.add(number, decimals: decimals) } == expected)
  }

  @Test func whatIsWrittenIsWithinHalfAPartOfWhatWasMeant() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<20_000 {
      let value = Double.random(in: -20_000...20_000, using: &random)
      let length = try #require(Double(text { $0.add(length: FixedPoint.length(value)) }))
      #expect(abs(length - value) <= 0.000_500_1)
      let factor = try #require(Double(text { $0.add(factor: FixedPoint.factor(value / 20_000)) }))
      #expect(abs(factor - value / 20_000) <= 0.000_000_500_1)
    }
  }

  @Test(arguments: [
    (Double.nan, 0), (.infinity, 0), (-.infinity, 0), (1e300, 1_000_000_000_000), (-1e300, -1_000_000_000_000),
  ])
  func whatIsNoNumberOfPDFIsBounded(value: Double, expected: Int) {
    #expect(FixedPoint.length(value) == expected)
  }

  @Test func namesAndStringsAreEscaped() {
    #expect(text { $0.add(name: "A B#(é)/x") } == "/A#20B#23#28#C3#A9#29#2Fx")
    #expect(text { $0.add(ascii: "a(b)\\") } == "(a\\(b\\)\\\\)")
    #expect(text { $0.add(text: "Ü𝄞") } == "<FEFF00DCD834DD1E>")
    #expect(text { $0.add(hexadecimal: [0, 0xAB]) } == "<00AB>")
    #expect(text { $0.add(rectangle: (1, 2.5, 3, 4)) } == "[1 2.5 3 4]")
  }
}

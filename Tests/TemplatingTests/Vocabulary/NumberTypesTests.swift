import Testing

@testable import Templating

@Suite struct NumberTypesTests {
  private let bench = TypeBench()

  @Test func lengthsFollowThePaperUnlessAbsolute() throws {
    #expect(try bench.read(.length, "8pt") == 4)
    // Type gets no smaller than 6 points, or than what is written.
    #expect(try bench.read(.typeSize, "8pt") == 6)
    #expect(try bench.read(.typeSize, "20pt") == 10)
    #expect(try bench.read(.typeSize, "5pt") == 5)
    #expect(try bench.read(.absoluteLength, "8pt") == 8)
    #expect(try bench.read(.thickness, "0.5pt") == 0.5)
    #expect(try bench.read(.length, "0") == 0)
    try bench.expectRefused(.length, ["8", "[8pt]", "{a: 8pt}", "~", "-8pt"])
    try bench.expectRefused(.typeSize, ["0", "0pt", "large"])
  }

  @Test func numbers() throws {
    #expect(try bench.read(.factor, "1.3") == 1.3)
    try bench.expectRefused(.factor, ["0", "-1", "nan", "1e9", "101", "1,3", "a"])
    #expect(try bench.read(.em, "-0.005em") == -0.005)
    try bench.expectRefused(.em, ["0.1", "11em", "0.1pt"])
    #expect(try bench.read(.angle, "-17deg") == -17)
    try bench.expectRefused(.angle, ["-17", "361deg", "0.3rad"])
  }

  @Test func weights() throws {
    #expect(
      try ["normal", "bold", "100", "650", "900"].map { try bench.read(.weight, $0) } == [400, 700, 100, 650, 900])
    try bench.expectRefused(.weight, ["99", "901", "heavy", "400.0", "[400]"])
    #expect(try ["1", "20"].map { try bench.read(.span, $0) } == [1, 20])
    try bench.expectRefused(.span, ["0", "21", "-1", "two"])
  }
}

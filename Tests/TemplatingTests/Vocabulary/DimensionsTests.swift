import Layout
import Testing

@testable import Templating

@Suite struct DimensionsTests {
  @Test(arguments: [
    ("25.4mm", 72.0), ("2.54cm", 72), ("1in", 72), ("9.5pt", 9.5), ("0", 0), ("0mm", 0), (".5pt", 0.5), ("+1pt", 1),
    ("14400pt", 14400),
  ])
  func lengths(_ text: String, _ points: Double) throws {
    #expect(abs(try #require(Dimensions.length(text)) - points) < 1e-9)
  }

  @Test(arguments: [
    "", "mm", "4", "4 mm", "-1mm", "4px", "4em", "50%", "nanmm", "infpt", "1e3mm", "0x10mm", "4,5mm", "4mmm", "1..5pt",
    "14401pt", "999999999999mm", "٤mm", "0.0", "auto",
  ])
  func noLengths(_ text: String) { #expect(Dimensions.length(text) == nil) }

  @Test func insetsFollowCSS() {
    func insets(_ text: String) -> Insets? { Dimensions.insets(text, scale: 2) }
    #expect(insets("1pt") == Insets(2))
    #expect(insets("1pt 2pt") == Insets(top: 2, end: 4, bottom: 2, start: 4))
    #expect(insets("1pt  2pt 3pt") == Insets(top: 2, end: 4, bottom: 6, start: 4))
    #expect(insets("1pt 2pt 3pt 4pt") == Insets(top: 2, end: 4, bottom: 6, start: 8))
    for wrong in ["", " ", "1pt 2pt 3pt 4pt 5pt", "1pt x", "1pt,2pt", "-1pt"] { #expect(insets(wrong) == nil) }
  }

  @Test func colors() {
    #expect(Dimensions.color("#ff8000") == Color(red: 1, green: 128.0 / 255, blue: 0))
    #expect(Dimensions.color("#F80") == Dimensions.color("#ff8800"))
    #expect(Dimensions.color("#000") == .black)
    for wrong in ["", "#", "ff8000", "#ff80", "#ff80000", "#gg0000", "#+12345", "#-1", "#１２３", "red"] {
      #expect(Dimensions.color(wrong) == nil)
    }
  }

  @Test func shares() {
    #expect(Dimensions.share("50%") == 0.5)
    #expect(Dimensions.share("-5.5%") == -0.055)
    for wrong in ["50", "%", "x%", "50 %"] { #expect(Dimensions.share(wrong) == nil) }
  }
}

import Layout
import Testing

@testable import Templating

@Suite struct StyleSheetTests {
  @Test func becomesATextStyle() throws {
    let red = Color(red: 1, green: 0, blue: 0)
    let sheet = StyleSheet(
      families: ["A"], size: 8, weight: 500, isItalic: true, lineHeight: 1.1, letterSpacing: 0.2,
      figures: StyleSheet.Figures(isTabular: true, isLining: true), color: red, trimsSideBearings: true, isStruck: true,
      strikeThickness: 0.2, strikeDegrees: -30)
    let style = sheet.textStyle(striking: nil)
    #expect(style.families == ["A"])
    #expect((style.size, style.weight, style.lineHeight, style.letterSpacing) == (8, 500, 1.1, 0.2))
    #expect(style.isItalic && style.hasTabularFigures)
    #expect(style.hasLiningFigures && style.trimsSideBearings)
    #expect(style.color == red)
    let strike = try #require(style.strike)
    #expect(strike.color == red && strike.thickness == 0.2)
    // The tangent of 30 degrees; the line rises, since angles turn with the clock.
    #expect(abs(strike.slope - 0.57735) < 0.001)
  }

  @Test func isFoundByNameOrInherited() {
    let reading = TemplateReading(file: "t.yaml", folder: "T", text: "", constants: [:])
    reading.styles["body"] = StyleSheet(size: 7)
    reading.styles["a"] = StyleSheet(size: 8)
    #expect(reading.sheet(nil, name: nil).size == 7)
    #expect(reading.sheet(mark(1, 1), name: "a").size == 8)
    reading.baseSheet = StyleSheet(size: 9)
    #expect(reading.sheet(nil, name: nil).size == 9)
    #expect(reading.faults.isEmpty)
    #expect(reading.sheet(mark(1, 1), name: "b").size == 9)
    #expect(reading.faults == [fault(1, 1, .unknownStyle("b", known: ["a", "body"]))])
  }
}

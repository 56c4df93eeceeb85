import Layout
import Testing

@testable import Templating

@Suite struct StyleSheetTests {
  @Test func becomesATextStyle() {
    let red = Color(red: 1, green: 0, blue: 0)
    let sheet = StyleSheet(
      families: ["A"], size: 8, weight: 500, isItalic: true, lineHeight: 1.1, letterSpacing: 0.2,
      hasTabularFigures: true, color: red)
    let style = sheet.textStyle
    #expect(style.families == ["A"])
    #expect((style.size, style.weight, style.lineHeight, style.letterSpacing) == (8, 500, 1.1, 0.2))
    #expect(style.isItalic && style.hasTabularFigures)
    #expect(style.color == red)
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

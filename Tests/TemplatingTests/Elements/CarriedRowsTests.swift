import LayoutFakes
import Layout
import Testing

@testable import Templating

@Suite struct CarriedRowsTests {
  private static let yaml = """
      table:
        each: lines
        columns: [{ cell: "{{title}}" }, { cell: "{{price}}", text-align: end }, { cell: x }]
        row-padding: 1pt
        row-rule: 1pt ink
        running: sums
        carried-style: large
        carried-forward: [{ text: "on {{sum}}", span: 2 }, { text: "{{t.of}}" }]
        brought-forward: ["from", { text: "{{sum}}", span: 5, font-size: 5pt }]
    """

  @Test func areFunctionsOfTheRowsAbove() throws {
    let table = try #require(try element(Self.yaml) as? Table)
    let forward = try #require(table.carriedForward?(3))
    #expect(forward.cells.map(\.span) == [2, 1])
    #expect(forward.rule == nil)
    #expect(forward.padding == (1, 1))
    let text = try #require(forward.cells[0].element.bare as? Text)
    #expect(text.text == "on sum 3")
    #expect(text.style.size == 20)
    let back = try #require(table.broughtForward?(4))
    #expect(back.cells.map(\.span) == [1, 5])
    #expect(back.rule?.width == 1)
    let sum = try #require(back.cells[1].element.bare as? Text)
    #expect((sum.text, sum.style.size) == ("sum 4", 5))
  }

  @Test func standOnThePagesBetween() throws {
    let yaml = """
        table:
          each: lines
          columns: [{ cell: "{{title}}" }, { cell: "{{price}}", text-align: end }]
          running: sums
          carried-forward: [on, { text: "{{sum}}", text-align: end }]
          brought-forward: [from, { text: "{{sum}}", text-align: end }]
      """
    let data = Note.data(lines: (1...12).map { Note.line("r\($0)", "1") })
    let pages = try pages(try template(Note.sheet(yaml)), data)
    #expect(pages.count == 2)
    #expect(pages[0].seen.suffix(2) == [Seen("on", 0, 90, 10, 10), Seen("sum 9", 175, 90, 25, 10)])
    #expect(pages[1].seen.prefix(2) == [Seen("from", 0, 0, 20, 10), Seen("sum 9", 175, 0, 25, 10)])
    #expect(pages[1].texts.suffix(2) == ["r12", "1"])
  }

  @Test func figuresThatAreTheSameOnEveryPageKeepTheColumnsSign() throws {
    let yaml = """
        table:
          each: lines
          columns: [{ cell: "{{title}}", text-align: decimal }]
          running: sums
          brought-forward: [{ text: "5.1", text-align: decimal }]
      """
    let data = Note.data(lines: [Note.line("1.07", "")] + (1...12).map { _ in Note.line("2", "") })
    let pages = try pages(try template(Note.sheet(yaml)), data)
    #expect(pages[0].seen.prefix(2) == [Seen("1.07", 180, 0, 20, 10), Seen("2", 180, 10, 5, 10)])
    #expect(pages[1].seen.prefix(2) == [Seen("5.1", 180, 0, 15, 10), Seen("2", 180, 10, 5, 10)])
  }

  @Test func eitherMayBeLeftOut() throws {
    let one = "  table: { each: lines, columns: [{ cell: a }], running: sums, brought-forward: [a] }"
    let table = try #require(try element(one) as? Table)
    #expect(table.carriedForward == nil)
    #expect(table.broughtForward != nil)
    #expect((try element(one, ["lines": .list([])]) as? Table)?.broughtForward == nil)
  }

  @Test func faults() {
    func faults(_ keys: String) -> [TemplateFault] {
      TemplatingTests.faults("  table: { each: lines, columns: [{ cell: a }], \(keys) }")
    }
    #expect(faults("carried-forward: [\"{{sum}}\"]") == [fault(2, 10, .missingKey("running", in: "table"))])
    #expect(
      faults("running: smus, carried-forward: [\"{{x}}\"]") == [fault(2, 58, .unknownList("smus", known: ["sums"]))])
    #expect(faults("running: lines") == [fault(2, 58, .unknownList("lines", known: ["sums"]))])
    #expect(
      faults("running: sums, carried-forward: [{ text: a, span: 0 }], brought-forward: a") == [
        fault(2, 99, .wrongValue(key: "span", found: "\"0\"", expected: "a whole number from 1 to 20")),
        fault(2, 122, .wrongValue(key: "brought-forward", found: "\"a\"", expected: "a list of cells")),
      ])
    #expect(
      faults("running: sums, carried-forward: [\"{{smu}}\"]") == [
        fault(
          2, 83,
          .unknownPlaceholder("smu", known: ["sum", "t.hello", "t.of", "office.name", "office.place.city", "title"]))
      ])
  }
}

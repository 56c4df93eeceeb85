import LayoutFakes
import Layout
import Testing

@testable import Templating

@Suite struct TableNodeTests {
  private func table(_ keys: String, _ data: [String: TemplateData] = Note.data()) throws -> Table {
    try #require(try element("  table: { each: lines, columns: [{ cell: \"{{title}}\" }]\(keys) }", data) as? Table)
  }

  @Test func readsItsKeys() throws {
    let table = try table(", gap: 3pt, row-padding: 1pt 0 2pt, row-rule: 1pt red")
    #expect(table.gap == 3)
    #expect(table.rows.count == 2)
    #expect(table.rows[0].padding == (1, 2))
    #expect(table.rows[0].rule == Box.Border(width: 1, color: Color(red: 1, green: 0, blue: 0)))
    #expect(table.rows[0].alignment == .baseline)
    #expect(table.head == nil)
    #expect(table.carriedForward == nil)
  }

  @Test func aHeadHasItsOwnLook() throws {
    let yaml = """
        table:
          each: lines
          style: large
          row-padding: 1pt
          head-padding: 3pt 0 4pt
          head-rule: 2pt ink
          columns:
            - { head: "{{t.hello}}", cell: a, text-align: decimal }
            - { cell: b, text-align: center, font-size: 5pt }
      """
    let table = try #require(try element(yaml) as? Table)
    let head = try #require(table.head)
    #expect(head.padding == (3, 4))
    #expect(head.rule?.width == 2)
    #expect(head.alignment == .bottom)
    #expect(head.cells.count == 2)
    let text = try #require(head.cells[0].element as? Text)
    #expect(text.text == "Hello")
    #expect(text.style.size == 20)
    #expect(text.alignment == .end)
    #expect(head.cells[1].element is Spacer)
    #expect(table.rows[0].padding == (1, 1))
  }

  @Test func headsFollowTheRowsUnlessSaid() throws {
    let yaml = "  table: { each: lines, row-padding: 5pt, style: large, columns: [{ head: h, cell: c }] }"
    let table = try #require(try element(yaml) as? Table)
    #expect(table.head?.padding.top == 5)
    #expect((table.head?.cells[0].element as? Text)?.style.size == 20)
    let styled = try #require(
      try element("  table: { each: lines, head-style: large, columns: [{ head: h, cell: c }] }") as? Table)
    #expect((styled.head?.cells[0].element as? Text)?.style.size == 20)
    #expect((styled.rows[0].cells[0].element.bare as? Text)?.style.size == 10)
  }

  @Test func standsWhereItShould() throws {
    let yaml = """
        table:
          each: lines
          gap: 10pt
          row-padding: 1pt
          row-rule: 1pt ink
          columns:
            - { width: 1fr, head: Item, cell: "{{title}}" }
            - { width: 50pt, head: Price, cell: "{{price}}", text-align: decimal }
      """
    #expect(
      try seen(yaml) == [
        Seen("Item", 0, 1, 20, 10), Seen("Price", 175, 1, 25, 10), Seen("Rice", 0, 13, 20, 10),
        Seen("1.07", 180, 13, 20, 10), Seen("line", 0, 24, 200, 1), Seen("Salt", 0, 26, 20, 10),
        Seen("10.5", 175, 26, 20, 10), Seen("line", 0, 37, 200, 1),
      ])
  }

  @Test func cellsSeeTheirRowAndWhatIsAround() throws {
    let yaml = """
        table:
          each: lines
          columns:
            - cell: "{{title}} in {{office.name}}"
            - cell: { stack: [{ text: wage, if: is_wage }, { each: marks, text: "{{mark}}" }] }
      """
    let data = Note.data(lines: [Note.line("A", "1", isWage: true, marks: ["x", "y"]), Note.line("B", "2")])
    #expect(try texts(yaml, data) == [["A in Riverside", "wage", "x", "y", "B in Riverside"]])
  }

  @Test func aCellThatIsRepeatedKeepsAllOfThem() throws {
    let yaml = #"  table: { each: lines, columns: [{ cell: { each: marks, text: "{{mark}}" } }] }"#
    let data = Note.data(lines: [Note.line("A", "1", marks: ["x", "y"]), Note.line("B", "2")])
    #expect(try seen(yaml, data) == [Seen("x", 0, 0, 5, 10), Seen("y", 0, 10, 5, 10)])
  }

  @Test func theHeadIsRepeatedOnEveryPage() throws {
    let lines = (1...12).map { Note.line("r\($0)", "1") }
    let yaml = #"  table: { each: lines, columns: [{ head: H, cell: "{{title}}" }] }"#
    let pages = try texts(yaml, Note.data(lines: lines))
    #expect(pages == [["H"] + (1...9).map { "r\($0)" }, ["H", "r10", "r11", "r12"]])
  }

  @Test func columnsThatAreTheSameInEveryRowAreMadeOnce() throws {
    let table = try #require(
      try element("  table: { each: lines, columns: [{ cell: { stack: [a, b] } }] }") as? Table)
    #expect(table.rows.allSatisfy { $0.cells[0].element is Shared })
  }

  @Test func faults() {
    let list = ["office.rooms", "lines"]
    let known = TableNode.properties.map(\.name)
    #expect(
      TemplatingTests.faults("  table: { each: linse, columns: [{ cell: \"{{x}}\" }], colums: 1 }") == [
        fault(2, 18, .unknownList("linse", known: list)), fault(2, 55, .unknownKey("colums", known: known)),
      ])
    #expect(
      TemplatingTests.faults("  table: {}") == [
        fault(2, 10, .missingKey("each", in: "table")), fault(2, 10, .missingKey("columns", in: "table")),
      ])
    #expect(
      TemplatingTests.faults("  table: lines") == [
        fault(2, 10, .wrongValue(key: "table", found: "\"lines\"", expected: "keys and values"))
      ])
    #expect(
      TemplatingTests.faults("  table: { each: lines, columns: [] }") == [
        fault(2, 34, .wrongValue(key: "columns", found: "an empty list", expected: "a list of columns"))
      ])
    let styles = ["body", "large"]
    #expect(
      TemplatingTests.faults(
        "  table: { each: lines, columns: [{ cell: a }], style: x, head-style: y, carried-style: z }")
        == [
          fault(2, 56, .unknownStyle("x", known: styles)), fault(2, 71, .unknownStyle("y", known: styles)),
          fault(2, 89, .unknownStyle("z", known: styles)),
        ])
  }
}

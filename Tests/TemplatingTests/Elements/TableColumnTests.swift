import Layout
import Testing

@testable import Templating

@Suite struct TableColumnTests {
  private func table(_ columns: String, _ keys: String = "") throws -> Table {
    try #require(try element("  table: { each: lines, columns: [\(columns)]\(keys) }") as? Table)
  }

  private func text(_ columns: String, _ keys: String = "") throws -> Text {
    let cell = try table(columns, keys).rows[0].cells[0].element
    return try #require(cell.bare as? Text)
  }

  @Test func widths() throws {
    let table = try table("{ cell: a }, { cell: b, width: 2fr }, { cell: c, width: 10pt }, { cell: d, width: auto }")
    #expect(table.columns == [.fraction(1), .fraction(2), .fixed(10), .natural])
  }

  @Test func stylesOfTheCells() throws {
    #expect(try text("{ cell: a }").style.size == 10)
    #expect(try text("{ cell: a }", ", style: large").style.size == 20)
    #expect(try text("{ cell: a, style: body }", ", style: large").style.size == 10)
    #expect(try text("{ cell: a, font-size: 7pt, font-weight: 600 }", ", style: large").style.size == 7)
    #expect(try text("{ cell: a, text-align: decimal }").alignment == .decimal)
    #expect(try text("{ cell: { text: a } }", ", style: large").style.size == 20)
    #expect(try text("{ cell: { text: a, font-weight: bold }, font-size: 7pt }").style.size == 7)
  }

  @Test func theStyleOfACellEndsWithIt() throws {
    let all = try elements("  - table: { each: lines, style: large, columns: [{ cell: { stack: [a] } }] }\n  - b")
    #expect((all[1] as? Text)?.style.size == 10)
  }

  @Test func headsStandAsTheirCells() throws {
    func alignment(_ keys: String) throws -> TextAlignment? {
      (try table("{ cell: a, head: h, \(keys) }").head?.cells[0].element as? Text)?.alignment
    }
    #expect(try alignment("text-align: center") == .center)
    #expect(try alignment("text-align: decimal") == .end)
    #expect(try alignment("text-align: decimal, head-align: start") == .start)
  }

  @Test func cellsKnowTheirPlace() throws {
    let cell = try table("{ cell: a }").rows[0].cells[0].element
    #expect(((cell as? Shared)?.content as? Located)?.mark == mark(2, 43))
  }

  @Test func faults() {
    func faults(_ column: String) -> [TemplateFault] {
      TemplatingTests.faults("  table: { each: lines, columns: [\(column)] }")
    }
    #expect(faults("{ head: a }") == [fault(2, 35, .missingKey("cell", in: "columns"))])
    #expect(faults("a") == [fault(2, 35, .wrongValue(key: "columns", found: "\"a\"", expected: "keys and values"))])
    #expect(
      faults("{ cell: }") == [
        fault(2, 43, .wrongValue(key: "cell", found: "nothing", expected: "a text or an element"))
      ])
    let columns = TableColumn.properties.map(\.name)
    #expect(faults("{ cell: a, padding: 1pt }") == [fault(2, 46, .unknownKey("padding", known: columns))])
    #expect(faults("{ cell: \"{{titel}}\" }").map(\.mark) == [mark(2, 44)])
    // A head stands outside of the rows.
    #expect(faults("{ cell: a, head: \"{{price}}\" }").map(\.mark) == [mark(2, 53)])
    // Only carried rows have cells across several columns.
    #expect(faults("{ cell: { text: a, span: 2 } }").map(\.mark) == [mark(2, 54)])
  }
}

import Testing

@testable import Bookkeeping

@Suite struct SheetChoiceTests {
  private static let excel = TestWorkbook.Excel(
    sheets: [("Secret", "hidden"), ("Prices", ""), ("Very", "veryHidden"), ("Nächste Woche", "visible")].map {
      .init(name: $0.0, state: $0.1, rows: "<row r=\"1\"><c t=\"inlineStr\"><is><t>\($0.0)</t></is></c></row>")
    })

  private static func openDocument() throws -> [UInt8] {
    let tables = [("Secret", "ta2"), ("Prices", "ta1"), ("Next", "ta1")].map {
      """
      <table:table table:name="\($0.0)" table:style-name="\($0.1)"><table:shapes><draw:frame><table:table><table:table-row>\
      <table:table-cell><text:p>inner</text:p></table:table-cell></table:table-row></table:table></draw:frame></table:shapes>\
      <table:table-row><table:table-cell office:value-type="string"><text:p>\($0.0)</text:p></table:table-cell>\
      </table:table-row></table:table>
      """
    }
    let styles = """
      <style:style style:name="ta1" style:family="table"><style:table-properties table:display="true"/></style:style>
      <style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>
      """
    return try TestWorkbook.zip(TestWorkbook.openDocumentParts(tables.joined(), styles: styles))
  }

  @Test func aTableOfContentsIsNoSheetOfPrices() throws {
    func sheets(_ names: String...) throws -> [UInt8] {
      try TestWorkbook.Excel(
        sheets: names.map {
          .init(name: $0, rows: "<row r=\"1\"><c t=\"inlineStr\"><is><t>\($0)</t></is></c></row>")
        }
      ).bytes()
    }
    #expect(try TestWorkbook.lines(sheets("Export Summary", "Prices")) == ["Prices"])
    #expect(try TestWorkbook.lines(sheets("Export Summary")) == ["Export Summary"])
    #expect(try TestWorkbook.lines(sheets("Export Summary", "Prices"), sheet: "Export Summary") == ["Export Summary"])
  }

  @Test func theFirstThatIsVisible() throws {
    let (excel, openDocument) = (try Self.excel.bytes(), try Self.openDocument())
    #expect(try TestWorkbook.lines(excel) == ["Prices"])
    #expect(
      try TestWorkbook.notes(excel) == [
        .otherSheets(["Nächste Woche"], read: "Prices"), .hiddenSheets(["Secret", "Very"]),
      ])
    #expect(try TestWorkbook.lines(openDocument) == ["Prices"])
    #expect(
      try TestWorkbook.notes(openDocument) == [.otherSheets(["Next"], read: "Prices"), .hiddenSheets(["Secret"])])
  }

  @Test func theOneThatIsAskedFor() throws {
    let (excel, openDocument) = (try Self.excel.bytes(), try Self.openDocument())
    #expect(try TestWorkbook.lines(excel, sheet: "nächste woche") == ["Nächste Woche"])
    #expect(try TestWorkbook.lines(excel, sheet: "Very") == ["Very"])
    #expect(try TestWorkbook.notes(excel, sheet: "Very") == [])
    #expect(try TestWorkbook.lines(openDocument, sheet: "Next") == ["Next"])
    #expect(
      TestWorkbook.fault(excel, sheet: "Costs")
        == .unknownSheet("Costs", known: ["Secret", "Prices", "Very", "Nächste Woche"]))
    #expect(TestWorkbook.fault(openDocument, sheet: "x") == .unknownSheet("x", known: ["Secret", "Prices", "Next"]))
    #expect(TestWorkbook.fault(utf8("item,quantity\n"), sheet: "Prices") == .noSheetsInText(sheet: "Prices"))
  }

  @Test func thereMayBeNone() throws {
    #expect(TestWorkbook.fault(try TestWorkbook.Excel().bytes()) == .noSheets)
    #expect(TestWorkbook.fault(try TestWorkbook.Excel(sheets: [.init(state: "hidden")]).bytes()) == .noSheets)
    #expect(TestWorkbook.fault(try TestWorkbook.zip(TestWorkbook.openDocumentParts(""))) == .noSheets)
  }

  @Test func aPageBeforeTheTablesIsToldAsOne() throws {
    func row(_ cells: String...) -> String {
      "<row>\(cells.map { "<c t=\"str\"><v>\($0)</v></c>" }.joined())</row>"
    }
    let prices = row("item", "price", "source") + row("Bread", "2.50", "S, 2026-05")
    let hints = ReadingHints(currency: Currency(code: "USD"))
    let fault = Told(nil, nil, .workbook(.noTable(read: "Cover", others: ["Prices", "More"])))
    for cover in ["", row("Our prices") + row("Autumn", "by us"), "<row r=\"1\"/>"] {
      let bytes = try TestWorkbook.Excel(
        sheets: [
          .init(name: "Cover", rows: cover), .init(name: "Prices", rows: prices), .init(name: "More"),
          .init(name: "Notes", state: "hidden"),
        ]
      ).bytes()
      #expect(PriceBook.read(bytes, hints: hints).told.first == fault)
      #expect(SignList.read(bytes, prices: PriceBook([])).told.first == fault)
      #expect(ItemList.read(bytes).told.first == fault)
      #expect(PriceBook.read(bytes, sheet: "Prices", hints: hints).told == [])
      #expect(PriceBook.read(bytes, sheet: "Cover", hints: hints).told.first != fault)
    }
    let lone = try TestWorkbook.Excel(sheets: [.init(name: "Cover")]).bytes()
    #expect(PriceBook.read(lone, hints: hints).told == [Told(nil, nil, .empty)])
  }
}

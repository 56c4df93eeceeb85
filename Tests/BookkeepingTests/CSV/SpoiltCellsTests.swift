import Testing

@testable import Bookkeeping

/// Cells that a program has made into something that nobody wrote.
@Suite struct SpoiltCellsTests {
  private let hints = ReadingHints(currency: Currency(code: "USD"))

  private func prices(_ rows: String) -> Reading<PriceBook> {
    PriceBook.read(utf8("item,price,source\n\(rows)\n"), hints: hints)
  }

  private func sheet(_ item: String, _ source: String = "<c t=\"str\"><v>S, 2026-05</v></c>", formats: [String] = [])
    throws -> Reading<PriceBook>
  {
    let head = ["item", "price", "source"].map { "<c t=\"str\"><v>\($0)</v></c>" }.joined()
    let bytes = try TestWorkbook.excel(
      "<row>\(head)</row><row>\(item)<c><v>2.5</v></c>\(source)</row>", formats: formats)
    return PriceBook.read(bytes, hints: hints)
  }

  @Test(arguments: ["#N/A", "#VALUE!", "#REF!", "Err:502", "#NV", "#NOM?", "#¡VALOR!", "#DIV/0!"])
  func anErrorIsNoName(error: String) throws {
    #expect(prices("\(error),2.50,\"S, 2026-05\"").told == [Told(2, 1, .errorValue(.item, text: error))])
    #expect(prices("Bread,2.50,\(error)").told.first == Told(2, 12, .errorValue(.source, text: error)))
    #expect(prices("Bread,\(error),\"S, 2026-05\"").told == [Told(2, 7, .number(.price, text: error, .errorValue))])
  }

  @Test func anErrorOfASheetIsNoName() throws {
    #expect(try sheet("<c t=\"e\"><v>#N/A</v></c>").told == [Told(2, 1, .errorValue(.item, text: "#N/A"))])
    #expect(
      try sheet("<c t=\"str\"><v>Bread</v></c>", "<c t=\"e\"><v>#VALUE!</v></c>").told.first
        == Told(2, 3, .errorValue(.source, text: "#VALUE!")))
    let cell =
      "<table:table-cell office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>"
    #expect(
      try TestWorkbook.lines(
        TestWorkbook.openDocument("<table:table-row>\(cell)Err:502</text:p></table:table-cell></table:table-row>"))
        == ["Err:502"])
    #expect(
      try TestWorkbook.lines(
        TestWorkbook.openDocument("<table:table-row>\(cell)#غ/م</text:p></table:table-cell></table:table-row>"))
        == ["#N/A"])
  }

  @Test func anItemMayBeginWithANumberSign() {
    #expect(prices("#1 paper!,2.50,\"S, 2026-05\"").told == [])
    #expect(prices("#WOW!,2.50,\"S, 2026-05\"").told == [])
  }

  @Test func excelsTextIsAText() {
    let reading = prices("=\"Bread\",=\"2.50\",\"=\"\"S \"\"\"\"A\"\"\"\", 2026-05\"\"\"")
    #expect(reading.told == [])
    #expect(reading.value.entries.map(\.item) == ["Bread"])
    #expect(reading.value.entries.map(\.price.amount) == [decimal(250, 2)])
    #expect(reading.value.entries.map(\.source.citation) == ["S \"A\", 2026-05"])
    #expect(prices("Bread,=1+1,\"S, 2026-05\"").told == [Told(2, 7, .number(.price, text: "=1+1", .formula))])
  }

  @Test(arguments: [("14", "2026-05-01"), ("17", "2026-05"), ("yyyy", "2026"), ("d\\-mmm", "2026-05-01")])
  func aDateIsNoName(format: String, shown: String) throws {
    #expect(
      try sheet("<c s=\"1\"><v>46143</v></c>", formats: [format]).told == [
        Told(2, 1, .dateInstead(.item, text: shown))
      ])
  }

  @Test func lostLettersAreTold() {
    #expect(
      prices("Caf\u{FFFD} moulu,2.50,\"S, 2026-05\"").told == [
        Told(2, 1, .lostLetters(.item, text: "Caf\u{FFFD} moulu"))
      ])
  }

  @Test(arguments: [
    ("CafÃ© moulu", "Café moulu"), ("BrÃ¶tchen", "Brötchen"), ("Kidâ€™s coat", "Kid’s coat"), ("Ð¥Ð»ÐµÐ±", "Хлеб"),
    ("20 Â°C", "20 °C"), ("Å»urek z Å‚ososiem", "Żurek z łososiem"),
  ])
  func whatWasConvertedTwiceIsTold(text: String, meant: String) {
    #expect(
      prices("\(text),2.50,\"S, 2026-05\"").told == [
        Told(2, 1, .doublyConverted(.item, text: text, meant: meant))
      ])
  }

  @Test(arguments: ["Pão de maçã", "PÃO", "« IRMÃ»", "Café\u{A0}– lait", "Ångström", "FÅ®", "Île d’Âge", "£2 à l’été"])
  func otherTextsAreLeftAlone(text: String) {
    #expect(prices("\(text),2.50,\"S, 2026-05\"").told == [])
  }

  @Test func hiddenRowsAreReadAndTold() throws {
    let excel = try TestWorkbook.excel(
      "<row r=\"1\"><c><v>1</v></c></row><row r=\"2\" hidden=\"1\"/><row r=\"3\" hidden=\"1\"><c><v>3</v></c></row>"
        + "<row r=\"4\" hidden=\"true\"><c><v>4</v></c></row><row r=\"5\" hidden=\"0\"><c><v>5</v></c></row>")
    #expect(try TestWorkbook.lines(excel) == ["1", "", "3", "4", "5"])
    #expect(try TestWorkbook.notes(excel) == [.hiddenRows(first: 3, count: 2)])
    func row(_ attributes: String, _ value: Int) -> String {
      "<table:table-row \(attributes)><table:table-cell office:value-type=\"float\" office:value=\"\(value)\"/></table:table-row>"
    }
    let filtered = "table:visibility=\"filter\""
    let openDocument = try TestWorkbook.openDocument(
      row("", 1) + row(filtered, 2) + row("table:visibility=\"collapse\" table:number-rows-repeated=\"2\"", 3)
        + "<table:table-row \(filtered)><table:table-cell/></table:table-row>" + row("table:visibility=\"visible\"", 4))
    #expect(try TestWorkbook.lines(openDocument) == ["1", "2", "3", "3", "", "4"])
    #expect(try TestWorkbook.notes(openDocument) == [.hiddenRows(first: 2, count: 3)])
  }
}

import Testing

@testable import Bookkeeping

/// What tables make of sheets: faults stand at a row and a column, numbers are exact beside texts.
@Suite struct SheetTableTests {
  /// An .xlsx of rows of cells: what begins with # is a number, the rest text.
  private func sheet(_ rows: [[String]]) throws -> [UInt8] {
    let xml = rows.enumerated().map { index, cells in
      let columns = cells.enumerated().map { column, cell in
        guard !cell.isEmpty else { return "" }
        let name = InputFault.cellName(line: index + 1, column: column + 1)
        if cell.hasPrefix("#") { return "<c r=\"\(name)\"><v>\(cell.dropFirst())</v></c>" }
        if cell.hasPrefix("=") { return "<c r=\"\(name)\"><f>\(cell.dropFirst())</f></c>" }
        return "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(cell)</t></is></c>"
      }
      return "<row r=\"\(index + 1)\">\(columns.joined())</row>"
    }
    return try TestWorkbook.excel(xml.joined())
  }

  private let header = ["item", "category", "unit", "price", "currency", "source", "checked"]

  private func prices(_ rows: [String]...) throws -> Reading<PriceBook> {
    PriceBook.read(try sheet([header] + rows))
  }

  @Test func aPriceBookIsReadExactly() throws {
    let reading = try prices(
      ["Rice, white", "food", "kg", "#1.0700000000000001", "USD", "Somebody", "#2026"],
      ["Bread", "food", "kg", "4,50", "USD", "#7.5", "2026-05"], ["Eggs", "food", "kg", "1.234,5", "USD", "x", "2026"])
    #expect(reading.told == [])
    #expect(reading.sheet?.name == "Prices")
    let entries = reading.value.entries
    #expect(entries.map(\.item) == ["Rice, white", "Bread", "Eggs"])
    #expect(entries.map(\.price.amount) == [decimal(107, 2), decimal(450, 2), decimal(12345, 1)])
    #expect(entries.map(\.line) == [2, 3, 4])
    #expect(entries[0].columns[.checked] == 7)
    #expect(entries[0].columns[.category] == 2)
    #expect(entries[1].source.citation == "7.5")
  }

  @Test func faultsStandInCells() throws {
    let reading = try prices(
      ["Rice, \"white\"", "food", "kg", "#-1.5", "USD", "Somebody", "#20265.25"], [],
      ["Bread", "food", "kg", "", "USD", "x"],
      ["Eggs", "food", "kg", "=D2*2", "US", "=A1", "2026", "", "too much"])
    #expect(
      reading.told == [
        Told(2, 4, .number(.price, text: "-1.5", .signed)), Told(2, 7, .notADate("20265.25")),
        Told(4, 4, .blank(.price)), Told(4, 7, .blank(.checked)), Told(5, 8, .surplusCells(found: 9, expected: 7)),
      ])
    #expect(
      try prices(["Eggs", "food", "kg", "=D2*2", "USD", "=A1", "2026"]).told == [
        Told(2, 4, .formulaWithoutValue(.price)), Told(2, 6, .formulaWithoutValue(.source)),
      ])
    #expect(
      PriceBook.read(try sheet([["Item", "", "item", "categry"] + header.dropFirst(2)])).told.prefix(3)
        == [
          Told(1, 3, .duplicateColumn(.item, firstColumn: 1)), Told(1, 4, .misspeltColumn("categry", meant: .category)),
        ].prefix(3))
  }

  @Test func ordersAreReadInPieces() throws {
    var rows = [["invoice", "item", "quantity"]]
    for number in 1...50 { rows.append(["#\(number)", "Rice", "#\(Double(number) / 10)"]) }
    rows.append(["#51", "Rice", "x"])
    let file = OrderFile.open(ByteSource(try sheet(rows)), partSize: 10, pieceSize: 64)
    #expect(file.told == [])
    #expect(file.sheet?.name == "Prices")
    let opened = try #require(file.value)
    #expect(opened.parts.count == 6)
    let lists = opened.parts.map { opened.list(of: $0) }
    #expect(lists.flatMap(\.told) == [Told(52, 3, .number(.quantity, text: "x", .notANumber))])
    let orders = lists.flatMap(\.value.orders)
    #expect(orders.compactMap(\.key) == (1...51).map(String.init))
    #expect(orders[14].rows.first?.quantity?.value == decimal(15, 1))
    #expect(orders[14].rows.first?.line == 16)
    #expect(orders[14].rows.first?.column == 2)
  }

  @Test func signsAndNamesMayBeSheets() throws {
    let prices = book("Rice")
    let signs = SignList.read(try sheet([["item", "copies"], ["Rice", "#3"], ["Rice", "#1.5"]]), prices: prices)
    #expect(signs.value.rows.map(\.copies) == [3])
    #expect(signs.told == [Told(3, 2, .notACount("1.5", most: SignList.mostCopies))])
    let names = ItemNames.read(
      try sheet([["item", "language", "name"], ["Rice", "es", "Arroz"]]), prices: prices)
    #expect(names.value.rows.map(\.name) == ["Arroz"])
    #expect(names.sheet?.name == "Prices")
  }

  @Test func aTypedFormulaIsNoNumber() {
    #expect(
      ItemList.read(utf8("item,quantity\nRice,=1+1\n")).told == [
        Told(2, 6, .number(.quantity, text: "=1+1", .formula))
      ])
  }

  @Test func cellsHaveNames() {
    let columns = [1: "A", 3: "C", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA", 16384: "XFD"]
    for (column, name) in columns {
      #expect(InputFault.cellName(line: 5, column: column) == "\(name)5")
      #expect("\(name)5".withCString { CellName.column(of: $0) } == column)
    }
    #expect(InputFault.cellName(line: 5, column: nil) == "row 5")
  }
}

import Testing

@testable import Bookkeeping

/// Tables as people save them: with titles, notes and blank columns, in their own languages, or without a header.
@Suite struct TableShapeTests {
  private func order(_ text: String, names: [String] = []) -> (rows: [String], notes: [InputNote.Fact], told: [Told]) {
    let reading = ItemList.read(utf8(text), hints: ReadingHints(names: names))
    let rows = reading.value.orders.flatMap(\.rows).map { "\($0.name) \($0.quantity?.description ?? "?")" }
    return (rows, reading.notes.map(\.fact), reading.told)
  }

  @Test(
    arguments: [
      ("Riverside Market orders;;\n;;\nitem;quantity;invoice\nchildcare;3;1\n", 3),
      ("Table 1 \r\nitem,quantity\r\nchildcare,3\r\n", 2),
      ("\"Given on:\",\"1 May\"\n\"By:\",\"desk A\"\n\"\"\n\"item\",\"quantity\"\n\"childcare\",\"3\"\n", 4),
      ("Riverside Market, orders of May\nitem;quantity\nchildcare;3", 2),
      ("a note, of \"somebody\"\n\nitem\tquantity\nchildcare\t3", 3),
      (",,\nOrders,,\n,item,quantity\n,childcare,3\n", 3),
    ])
  func theHeaderMayStandBelowOtherLines(text: String, line: Int) {
    let read = order(text)
    #expect(read.told == [])
    #expect(read.rows == ["childcare 3"])
    #expect(read.notes == [.headerFound(line: line)])
  }

  @Test(
    arguments: [
      "Artikel;Menge", "ARTICULO;Cantidad", "Artículo;cant.", "Produit;Quantité", "Désignation;Qté", "Items;QTY",
      "الصنف;الكمية",
      "品名;数量", "ｉｔｅｍ;ｑｕａｎｔｉｔｙ", "Товар;Количество", "_item_;Quantity:", "Artikel;Stück", "What did you give?;How many?",
    ])
  func columnsAreKnownByWhatPeopleCallThem(header: String) {
    let read = order("\(header);;\nchildcare;3;;\n")
    #expect(read.told == [])
    #expect(read.rows == ["childcare 3"])
    #expect(read.notes == [])
  }

  @Test func noNameMeansTwoColumns() {
    var owners: [String: InputColumn] = [:]
    for column in InputColumn.allCases {
      for name in [column.rawValue] + (ColumnNames.others[column] ?? []) {
        let key = ColumnNames.key(of: name)
        #expect(!key.isEmpty)
        #expect(owners[key, default: column] == column, "\(name)")
        owners[key] = column
        #expect(ColumnNames.meaning(of: name)?.column == column)
      }
    }
  }

  @Test func aColumnsOwnNameCountsBeforeOthers() {
    let read = order("product,item,quantity,count\nx,childcare,3,7\n")
    #expect(read.told == [] && read.rows == ["childcare 3"])
    // Of a price and a unit price nobody can tell which is meant.
    let prices = PriceBook.read(utf8("item,unit price,price,quantity,source\nchildcare,3.00,9.00,3,\"S, May 2026\""))
    #expect(prices.told.contains(Told(1, 6, .duplicateColumn(.price, firstColumn: 17))))
    let twice = order("Artikel,Produkt,Menge\na,b,1\n")
    #expect(twice.told == [Told(1, 9, .duplicateColumn(.item, firstColumn: 1))])
  }

  @Test func rowsWithoutAHeaderMayTellThemselves() {
    let read = order("childcare,3\nLaundry,2\n")
    #expect(read.told == [] && read.rows == ["childcare 3", "Laundry 2"])
    #expect(read.notes == [.noHeader([.item, .quantity])])
    #expect(order("3;childcare;\n;;\n2,5;Laundry;\n").rows == ["childcare 3", "Laundry 2.5"])
    #expect(
      order("desk A,3,childcare\ndesk B,2,Laundry\n", names: ["Childcare", "Laundry"]).rows == [
        "childcare 3", "Laundry 2",
      ])
  }

  @Test(arguments: [
    "Rice;1,5\n", "1,childcare,4\n1,Laundry,2\n", "childcare\nLaundry\n", "desk A,3,childcare\n",
    "childcare,three\nLaundry,2\n",
    "Tuote,Määrä\nRice,2\n",
  ])
  func whatDoesNotTellItselfIsAsked(text: String) {
    #expect(order(text).told.map(\.fact).contains(.missingColumn(.item)))
  }

  @Test func aBookMayHaveItsHeaderBelow() {
    let book = PriceBook.read(
      utf8(
        """
        Preise für den Markt;;;;;;
        Stand: Mai;;;;;;
        Artikel;Kategorie;Einheit;Preis;Währung;Quelle;geprüft am
        Brot;food;kg;3,20;EUR;Katalog;2026-05
        """))
    #expect(book.told == [])
    #expect(book.value.entries.map(\.item) == ["Brot"])
    #expect(book.value.entries.first?.line == 4)
    #expect(book.notes == [InputNote(line: 3, .headerFound(line: 3))])
  }

  /// The same in pieces as at once, wherever they are cut.
  @Test(arguments: [8, 33, 4096]) func piecesBeginBelowTheHeader(pieceSize: Int) throws {
    let text =
      "Orders;;\n\n;;\nNotes, of us;;\ninvoice;Artikel;Menge\n" + (1...40).map { "\($0);x\($0);\($0)\n" }.joined()
    let opened = OrderFile.open(ByteSource(utf8(text)), partSize: 7, pieceSize: pieceSize)
    let file = try #require(opened.value)
    let orders = file.parts.flatMap { file.list(of: $0).value.orders }
    #expect(orders.map(\.key) == (1...40).map(String.init))
    #expect(orders.flatMap(\.rows).map(\.line) == Array(6...45))
    #expect(opened.notes == [InputNote(line: 5, .headerFound(line: 5))])
  }
}

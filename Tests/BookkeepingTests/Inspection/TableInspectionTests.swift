import Testing

@testable import Bookkeeping

/// What a table turns out to be, before it is used.
@Suite struct TableInspectionTests {
  private func inspect(_ text: String, hints: ReadingHints = ReadingHints()) -> TableInspection {
    TableInspection.inspect(Array(text.utf8), prices: nil, hints: hints)
  }

  @Test func aPriceBookIsToldByItsColumns() {
    let table = inspect(
      "Our prices\n\nArtikel;Preis;Quelle;Stand;Notiz\nBrot;1.234,50;ONS;May-26;x\nTee;viel;ONS;2026;\n",
      hints: ReadingHints(currency: Currency(code: "EUR")))
    #expect(table.kind == .prices && table.headerLine == 3 && table.encoding == "UTF-8")
    #expect(table.columns.map(\.column) == [.item, .price, .source, .checked])
    #expect(table.columns.map(\.header) == ["Artikel", "Preis", "Quelle", "Stand"])
    #expect(table.ignored == ["Notiz"])
    #expect(table.rows.map(\.line) == [4, 5])
    #expect(
      table.rows[0].read == [
        .item: "Brot", .category: "other", .unit: "each", .price: "1234.50", .currency: "EUR", .source: "ONS",
        .checked: "2026-05",
      ])
    #expect(table.rows[1].read == nil && table.rows[1].written[.price] == "viel")
    #expect(table.faults.map(\.line) == [5])
  }

  @Test func otherTablesAreToldToo() {
    let order = inspect("qty,article\n\"1,5\",Bread\n")
    #expect(order.kind == .order && order.rows[0].read == [.item: "Bread", .quantity: "1.5"])
    #expect(inspect("item,language,name\nBread,fr,Pain\n").kind == .names)
    #expect(inspect("item,stall\nBread,A\n").kind == .signs)
    #expect(inspect("item,price\nBread,3\n").kind == .prices)
    #expect(inspect("item,price\nBread,3\n").faults.contains { $0.fact == .missingColumn(.source) })
    let nothing = inspect("Dear all\nthank you\n")
    #expect(nothing.kind == nil && !nothing.faults.isEmpty)
    let latin = TableInspection.inspect(
      Array("item,quantity\nCaf".utf8) + [0xE9] + Array(",1\nP".utf8) + [0xE2, 0x74, 0xE9] + Array(",2\n".utf8),
      prices: nil,
      hints: ReadingHints(languages: ["fr"]))
    #expect(latin.encoding == "windows-1252" && latin.rows.map { $0.read?[.item] } == ["Café", "Pâté"])
  }

  @Test func pricesAreReviewed() throws {
    let rows = [
      "Tomatoes,food,kg,3", "Tomatos,food,kg,3.20", "Bread white,food,kg,2", "White bread,food,kg,2",
      "Milk 1 l,food,kg,1",
      "Milk 2 l,food,kg,2", "Saffron,food,kg,90.5", "Rice,food,kg,0.10", "Childcare,care,hour,20",
    ]
    let text =
      "item,category,unit,price,currency,source,checked\n"
      + rows.enumerated().map { index, row in
        let source = index == 0 ? "Numbeo https://www.numbeo.com/x" : index == 1 ? "ONS" : "ONS https://ons.example.org"
        return "\(row),USD,\"\(source)\",\(index == 2 ? "2019" : "2026-05")\n"
      }.joined()
    let book = try #require(inspect(text).book)
    let review = PriceReview(book, on: try #require(CalendarDay("2026-11-20")))
    #expect(
      review.alike.map { [$0.first.item, $0.second.item] } == [
        ["Tomatoes", "Tomatos"], ["Bread white", "White bread"],
      ])
    #expect(review.unusual.map(\.entry.item) == ["Saffron", "Rice"])
    #expect(review.unusual.map(\.times) == [45, 20] && review.unusual.map(\.isDearer) == [true, false])
    #expect(review.old.map(\.item) == ["Bread white"])
    #expect(review.unlinked.map(\.item) == ["Tomatos"] && review.secondHand.map(\.item) == ["Tomatoes"])
    #expect(review.extremes.map { [$0.least.item, $0.most.item] } == [["Rice", "Saffron"]])
  }
}

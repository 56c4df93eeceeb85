import Testing

@testable import Bookkeeping

/// How much is handed over at once, as a price book says it.
@Suite struct PackTests {
  private func read(
    _ packs: [(unit: String, pack: String)], price: String = "1.02", hints: ReadingHints = ReadingHints()
  )
    -> Reading<PriceBook>
  {
    let rows = packs.enumerated().map { "Rice \($0),food,\($1.unit),\(price),USD,ONS,2026,price,\"\($1.pack)\"" }
    return PriceBook.read(utf8(([priceHeader + ",pack"] + rows).joined(separator: "\n")), hints: hints)
  }

  @Test(
    arguments: [
      ("lb", "5 lb", "5", nil), ("lb", "5 LB sack", "5", "sack"), ("lb", "5lbs", "5", nil), ("lb", " 5 ", "5", nil),
      ("each", "12", "12", nil), ("each", "12 each carton", "12", "carton"), ("km", "30 km", "30", nil),
      ("hours", "3 hour", "3", nil), ("fl oz", "8 fl oz can", "8", "can"), ("loaf", "2.5 loaf", "2.5", nil),
      ("kg", "٥ kg كيس", "5", "كيس"),
    ] as [(String, String, String, String?)])
  func aNumberItsUnitAndAWord(unit: String, pack: String, quantity: String, word: String?) throws {
    let reading = read([(unit, pack)])
    #expect(reading.faults.isEmpty)
    let found = try #require(reading.value.entries.first?.pack)
    #expect(found.quantity.description == quantity && found.word == word)
  }

  /// Another unit is never taken for a word: 500 g of what is priced by the kg would cost a thousand times as much.
  @Test(arguments: [
    ("kg", "500 g"), ("lb", "5 kg"), ("each", "500 g"), ("lb", "sack"), ("lb", "sack of 5 lb"), ("lb", "5 x 1 lb"),
    ("lb", "5 lb 2 sacks"), ("gallon", "½ gallon"), ("loaf", "$5"), ("g", "5 grams"),
  ])
  func everythingElseIsAFault(unit: String, pack: String) {
    let reading = read([("kg", "5 kg"), (unit, pack)])
    let column = "Rice 1,food,\(unit),1.02,USD,ONS,2026,price,".count + 1
    #expect(reading.told == [Told(3, column, .notAPack(pack, unit: unit))])
    #expect(reading.value.entries.count == 1 && reading.value.find("Rice 1") == .faulty)
  }

  @Test func whatIsWrongWithItsNumberIsTold() {
    #expect(read([("lb", "0 lb")]).told == [Told(2, 40, .notPositive(.pack, text: "0 lb"))])
    #expect(
      read([("lb", "1.250 lb")]).told == [
        Told(
          2, 40, .number(.pack, text: "1.250 lb", .ambiguous(decimal: decimal(1250, 3), grouped: decimal(1250))))
      ])
    #expect(read([("lb", "1.250 lb")], hints: ReadingHints(decimal: .point)).faults.isEmpty)
    #expect(read([("lb", "0,5 lb")]).value.entries.first?.pack?.quantity.description == "0.5")
    #expect(
      read([("lb", "99999999999 lb")], price: "999999999.99").told.map(\.fact) == [.lineOverflow(item: "Rice 0")])
  }

  @Test func withoutOneNothingIsSaid() {
    #expect(read([("lb", "")]).value.entries.map(\.pack) == [nil])
    let other = PriceBook.read(
      utf8("Artikel;Einheit;Preis;Währung;Quelle;Stand;Gebinde\nReis;kg;2,10;EUR;ONS;2026;5 kg Sack"))
    #expect(other.faults.isEmpty && other.value.entries.first?.pack?.word == "Sack")
  }
}

import Testing

@testable import Bookkeeping

/// Characters that nobody sees in files that people write.
@Suite struct UnseenCharactersTests {
  private let row = ",food,kg,7.50,EUR,Survey,2026"

  @Test(arguments: ["\u{1B}", "\u{7F}", "\u{90}", "\u{9B}", "\u{0}", "\u{8}", "\u{C}"] as [Unicode.Scalar])
  func controlCharactersAreToldWhereTheyStand(scalar: Unicode.Scalar) {
    let text = "\(priceHeader)\nBrü\(Character(scalar))loaf\(row)\n\"Bread\n\(Character(scalar)), white\"\(row)\n"
    let reading = PriceBook.read(utf8(text))
    #expect(
      reading.told == [
        Told(2, 4, .refusedCharacter(scalar, column: 4)), Told(4, 1, .refusedCharacter(scalar, column: 1)),
      ])
    #expect(reading.value.entries.isEmpty)
    // An order of it need not be told that there is no such item.
    #expect(reading.value.find("Brüloaf") == .faulty)
  }

  @Test func controlCharactersAreToldInEveryColumnAndInTheHeader() {
    #expect(PriceBook.read(utf8("\(priceHeader)\nBread,food,kg,7.\u{1}50,EUR,S,2026")).told.map(\.line) == [2])
    #expect(
      ItemList.read(utf8("item,quan\u{7}tity\nbread,1")).told.first
        == Told(1, 10, .refusedCharacter("\u{7}", column: 10)))
    #expect(
      ItemList.read(utf8("item,quantity,note\nbread,1,\u{1B}x")).told == [
        Told(2, 9, .refusedCharacter("\u{1B}", column: 9))
      ])
  }

  @Test func tabsAndEndsOfLinesAreNone() {
    let list = ItemList.read(utf8("item\tquantity\r\n\"Bread\nwhite\"\t1\r\n"))
    #expect(list.told.isEmpty)
  }

  @Test func marksAreNoPartOfWhatIsLookedUp() throws {
    let prices = book("Bread, white")
    for name in [
      "\u{202A}Bread, white\u{202C}", "Bread, white\u{200F}", "Bread,\u{200E} white", "\u{2068}Bread, white\u{2069}",
      "Bread, white\u{FE0F}", "Bread\u{200D}, white", "\u{202E}Bread, white", "Bread\u{AD}, \u{61C}white",
    ] {
      let list = ItemList.read(utf8("\u{200E}item,quant\u{200B}ity\n\"\(name)\",\u{200E}1\u{200F}"))
      #expect(list.told.isEmpty)
      let built = Invoice.build(list.value, prices: prices)
      #expect(built.told.isEmpty)
      #expect(built.value.first?.lines.first?.entry.item == "Bread, white")
    }
  }

  @Test func marksAreNoPartOfWhatIsRecorded() throws {
    let text = """
      \(priceHeader)
      \u{202B}خبز\u{202C}\u{200F},fo\u{AD}od,\u{200E}kg,\u{200E}7.50,EU\u{200E}R,Sur\u{FEFF}vey,2026\u{200E}
      می\u{200C}خواهم ❤️,food,kg,1,EUR,Survey,2026
      """
    let reading = PriceBook.read(utf8(text))
    #expect(reading.told.isEmpty)
    let entries = reading.value.entries
    #expect(entries.map(\.item) == ["خبز", "می\u{200C}خواهم ❤️"])
    #expect(entries.first.map { [$0.category, $0.unit, $0.source.citation] } == ["food", "kg", "Survey"])
    #expect(reading.value.find("میخواهم ❤") == .entry(entries[1]))
  }

  @Test func whatTurnsTextRoundIsRefusedWhereItWouldBeShown() {
    let text = "\(priceHeader)\n\"Bread,\u{202E} white\"\(row)\nTea,fo\u{2067}od,kg,1,EUR,Sur\u{202A}vey,2026\n"
    #expect(
      PriceBook.read(utf8(text)).told == [
        Told(2, 8, .refusedCharacter("\u{202E}", column: 8)), Told(3, 7, .refusedCharacter("\u{2067}", column: 7)),
        Told(3, 23, .refusedCharacter("\u{202A}", column: 23)),
      ])
    let order = ItemList.read(utf8("item,quantity,invoice\nbread,1,A\u{202E}B"))
    #expect(order.told == [Told(2, 10, .refusedCharacter("\u{202E}", column: 10))])
  }

  @Test func typedControlCharactersAreTold() {
    let order = Order.typed([GivenItem("bre\u{1B}ad"), GivenItem("\u{200E}bread", quantity: "\u{200E}2")])
    #expect(order.told == [Told(1, 1, .refusedCharacter("\u{1B}", column: 4))])
    #expect(order.value.rows.last?.quantity?.description == "2")
  }
}

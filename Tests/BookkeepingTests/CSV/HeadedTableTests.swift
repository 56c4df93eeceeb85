import TestTools
import Testing

@testable import Bookkeeping

@Suite struct HeadedTableTests {
  private func told(_ text: String) -> [Told] { ItemList.read(utf8(text)).told }

  @Test func tellsFilesWithoutRowsApart() {
    #expect(told("") == [Told(nil, nil, .empty)])
    #expect(told("\n \r\n") == [Told(nil, nil, .empty)])
    #expect(told("item,quantity") == [Told(nil, nil, .headerOnly)])
    #expect(told("item,quantity\n\n") == [Told(nil, nil, .headerOnly)])
    #expect(told("item,quantity\n,\n , \n") == [Told(nil, nil, .onlyBlankRows)])
  }

  @Test func tellsForeignFiles() {
    #expect(ItemList.read([0x50, 0x4B, 0x03, 0x04]).told == [Told(nil, nil, .workbook(.damaged))])
    #expect(PriceBook.read([0xFF, 0xFE, 0x41]).told == [Told(nil, nil, .brokenEncoding)])
  }

  @Test func tellsSurplusCells() {
    #expect(
      told("item,quantity\nHaircut, men's,1\nRice,2,,\nRice,1,5\n") == [
        Told(2, 16, .surplusCells(found: 3, expected: 2)), Told(4, 8, .surplusCells(found: 3, expected: 2)),
      ])
  }

  @Test(.slow) func survivesEveryFile() {
    var random = SplitMix64(seed: 11)
    let pieces: [[UInt8]] = [
      utf8("item"), utf8("quantity"), utf8("invoice"), utf8(priceHeader), utf8(","), utf8(";"), utf8("\t"), utf8("\""),
      utf8("\"\""), utf8("\r"), utf8("\n"), utf8("\r\n"), utf8(" "), utf8("sep=;"), utf8("1.234"), utf8("26,50"),
      utf8("٫"), utf8("$"), utf8("https://"), utf8("(x)"), [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xE9], [0x00], utf8("散"),
    ]
    let prices = book("Rice", "Bread")
    for _ in 0..<5000 {
      let count = Int.random(in: 0...30, using: &random)
      let bytes = (0..<count).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
      let list = ItemList.read(bytes)
      #expect(!list.faults.isEmpty || !list.value.orders.isEmpty)
      _ = Invoice.build(list.value, prices: prices)
      let own = PriceBook.read(utf8(priceHeader + "\n") + bytes)
      #expect(!own.faults.isEmpty || !own.value.entries.isEmpty)
      _ = own.value.find(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test func tellsEverythingInTheOrderOfTheLines() {
    #expect(
      told("item,quantity\n,2\nRice,x\n\"Bread\"s,2\nRice\n,\nRice,0\n\"Rice,2") == [
        Told(2, 1, .blank(.item)), Told(3, 6, .number(.quantity, text: "x", .notANumber)),
        Told(4, 8, .textAfterQuote("s")), Told(5, nil, .blank(.quantity)),
        Told(7, 6, .notPositive(.quantity, text: "0")),
        Told(8, 1, .unclosedQuote),
      ])
  }
}

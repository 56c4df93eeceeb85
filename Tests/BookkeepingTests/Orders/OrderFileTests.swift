import TestTools
import Testing

@testable import Bookkeeping

@Suite struct OrderFileTests {
  private static let text = """
    \u{FEFF}sep=;\r
    \r
    invoice;item;quantity;note\r
    1;"Bread; ""white""\r
    sliced";1.001,5;x\r
    1;Rice;1.234;\r
    ;;;\r
    2;Milk;2;\r
    3;Größe;3;"two\r
    lines"\r
    3;Tea;x;\r
    4;Jam;4;\r
    ;Egg;1;\r
    5;Nuts;5;a;surplus\r
    5;Oil;6;\r

    """

  /// All that the pieces of a file say.
  private func read(_ text: String, partSize: Int, pieceSize: Int) throws -> (orders: [Order], told: [Told], parts: Int)
  {
    let opened = OrderFile.open(ByteSource(utf8(text)), partSize: partSize, pieceSize: pieceSize)
    let file = try #require(opened.value)
    let lists = file.parts.map { file.list(of: $0) }
    for (part, list) in zip(file.parts, lists) where list.faults.isEmpty {
      #expect(part.invoices.count == list.value.orders.count)
    }
    return (lists.flatMap(\.value.orders), opened.told + lists.flatMap(\.told), file.parts.count)
  }

  @Test(arguments: [1, 2, 3, 100], [1, 7, 40, 4096]) func piecesSayWhatTheWholeFileDoes(partSize: Int, pieceSize: Int)
    throws
  {
    let whole = ItemList.read(utf8(Self.text))
    let pieces = try read(Self.text, partSize: partSize, pieceSize: pieceSize)
    #expect(pieces.orders == whole.value.orders)
    #expect(pieces.told == whole.told)
    #expect(pieces.parts == (5 + partSize - 1) / partSize)
    #expect(whole.value.orders.map(\.key) == ["1", "2", "3", "4", nil, "5"])
    // "1.234" is read in the light of "1.001,5", which stands in another piece.
    #expect(whole.value.orders[0].rows[1].quantity == Quantity(decimal(1234)))
    #expect(whole.told.map(\.line) == [11, 13, 14])
  }

  @Test func anInvoiceWhoseRowsStandApartKeepsTheFileInOnePiece() throws {
    let text = "invoice,item,quantity\na,x,1\nb,y,1\nc,z,1\na,w,2\n"
    let pieces = try read(text, partSize: 1, pieceSize: 8)
    #expect(pieces.parts == 1)
    #expect(pieces.orders == ItemList.read(utf8(text)).value.orders)
    #expect(pieces.orders.map(\.rows.count) == [2, 1, 1])
  }

  @Test func anOpenQuoteIsToldOnce() throws {
    let text = "invoice,item,quantity\na,x,1\nb,\"y,1\nc,z,1\n"
    for size in [4, 30, 4096] {
      let told = try read(text, partSize: 1, pieceSize: size).told
      #expect(told == [Told(3, 3, .unclosedQuote)])
    }
  }

  @Test func whatCannotBeOpenedIsSaid() {
    for (text, fact) in [
      ("", InputFault.Fact.empty), ("\n\n", .empty), ("invoice,item,quantity\n", .headerOnly),
      ("item,quantity\n,\n", .onlyBlankRows),
    ] {
      #expect(OrderFile.open(ByteSource(utf8(text))).told == [Told(nil, nil, fact)], "\(text)")
    }
    #expect(OrderFile.open(ByteSource([0x50, 0x4B, 0x03, 0x04])).told == [Told(nil, nil, .workbook(.damaged))])
  }

  @Test func aFileThatChangesMeanwhileIsNotBelieved() throws {
    let bytes = utf8("invoice,item,quantity\na,x,1\nb,y,1\n")
    let gone = ByteSource(count: bytes.count) { _ in nil }
    let shorter = ByteSource(count: bytes.count) { Array(bytes[$0].dropLast()) }
    for source in [gone, shorter] {
      #expect(OrderFile.open(source, partSize: 1, pieceSize: 8).told == [Told(nil, nil, .changedMeanwhile)])
    }
  }

  /// Larger than what is simply held in memory, so that it is read from its source piece by piece.
  @Test(.slow) func aLargeFileIsNeverReadAtOnce() throws {
    let rows = (1...150_000).map { "\($0),\(String(repeating: "Ä", count: 30)),1\n" }
    let bytes = [0xEF, 0xBB, 0xBF] + utf8("invoice,item,quantity\n" + rows.joined())
    let source = ByteSource(count: bytes.count) { range in range.count > 4 << 20 ? nil : Array(bytes[range]) }
    let file = try #require(OrderFile.open(source).value)
    #expect(file.parts.count == 150)
    let last = try #require(file.parts.last)
    #expect(last.invoices == 149_000..<150_000)
    #expect(file.list(of: last).value.orders.last?.rows.first?.line == 150_001)
    // What is not UTF-8 is turned into it in memory, all at once.
    let latin = bytes.dropFirst(3).map { $0 >= 0x80 ? 0xC4 : $0 }
    let whole = OrderFile.open(ByteSource(latin), hints: ReadingHints(codePage: .western))
    #expect(whole.value?.parts.count == 150)
    #expect(whole.value?.list(of: last).value.orders.isEmpty == false)
  }
}

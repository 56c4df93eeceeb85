import Foundation
import TestTools
import Testing

@testable import Bookkeeping

/// A table of strangers asks for no more than a paper can hold, and its faults for no more memory than the file.
@Suite struct InputBoundsTests {
  private func prices(_ name: String, alias: String = "") -> Reading<PriceBook> {
    let text =
      "item,category,unit,price,currency,source,checked,alias\n\"\(name)\",food,each,1,USD,x,2026,\"\(alias)\"\n"
    return PriceBook.read(Array(text.utf8))
  }

  @Test func aNameHasAnEnd() {
    #expect(prices(String(repeating: "a", count: 300)).faults.isEmpty)
    #expect(
      prices(String(repeating: "é", count: 301)).faults.map(\.fact)
        == [.excess(.item, .long(count: 301, most: 300))])
  }

  @Test func marksDoNotStandOnOneAnotherWithoutEnd() {
    #expect(prices("Phở bo\u{301}\u{323}t").faults.isEmpty)
    #expect(prices("e" + String(repeating: "\u{301}", count: 10)).faults.isEmpty)
    #expect(
      prices("e" + String(repeating: "\u{301}", count: 11)).faults.map(\.fact)
        == [.excess(.item, .stacked(count: 11, most: 10))])
    // A family, joined.
    #expect(prices("👨‍👩‍👧‍👦 soup").faults.isEmpty)
  }

  @Test func aliasesHaveAnEnd() {
    let many = (0..<101).map { "n\($0)" }.joined(separator: ";")
    #expect(prices("bread", alias: many).faults.map(\.fact) == [.tooManyAliases(found: 101, most: 100)])
    #expect(
      prices("bread", alias: String(repeating: "a", count: 301)).faults.map(\.fact)
        == [.excess(.alias, .long(count: 301, most: 300))])
  }

  @Test func columnsHaveAnEnd() {
    let header = "item,price,source," + (0..<InputBounds.mostColumns).map { "c\($0)" }.joined(separator: ",")
    let reading = PriceBook.read(Array((header + "\nbread,1,x\n").utf8))
    #expect(
      reading.faults.map(\.fact)
        == [.tooManyColumns(found: InputBounds.mostColumns + 3, most: InputBounds.mostColumns)])
  }

  @Test func aMillionRowsAreWithinTheBounds() {
    #expect(InputBounds.mostRows >= 1_000_000)
    // A row of a price book with all that it may say.
    let row = "Bread, wholemeal,food,each,1.50,USD,BLS APU0000702212,2026-05,price,loaf;bread\n"
    #expect(InputBounds.mostRows * row.utf8.count <= InputBounds.mostBytes)
  }

  @Test func aFileHasAnEnd() {
    // Nothing is read of what is refused.
    let file = ByteSource(count: InputBounds.mostBytes + 1) { [UInt8](repeating: 0x61, count: $0.count) }
    #expect(OrderFile.open(file).faults.map(\.fact) == [.tooManyBytes(most: InputBounds.mostBytes)])
  }

  @Test func linesOfAPaperHaveAnEnd() {
    let book = prices("bread").value
    let rows = String(repeating: "bread,1\n", count: InputBounds.mostLines + 1)
    let list = ItemList.read(Array(("item,quantity\n" + rows).utf8))
    #expect(list.faults.isEmpty)
    let built = Invoice.build(list.value, prices: book)
    #expect(
      built.faults.map(\.fact) == [.tooManyLines(found: InputBounds.mostLines + 1, most: InputBounds.mostLines)])
  }

  @Test func ofAMillionFaultsAThousandAreKept() {
    let rows = String(repeating: "x,y\n", count: 20_000)
    let reading = PriceBook.read(Array(("item,category,unit,price,currency,source,checked\n" + rows).utf8))
    #expect(reading.faults.count == FaultList.most + 1)
    guard case .others(let count)? = reading.faults.last?.fact else {
      Issue.record("the others are not counted last")
      return
    }
    #expect(count > 19_000)
  }

  @Test func aListOfFaultsCountsWhatItDoesNotKeep() {
    var list = FaultList()
    for line in 0..<1500 { list.append(InputFault(line: line, .empty)) }
    var both = FaultList([InputFault(.empty)])
    both += list
    #expect((list.kept.count, list.others) == (1000, 500))
    #expect((both.kept.count, both.others) == (1000, 501))
    #expect(both.all.last == InputFault(.others(count: 501)))
  }
}

import LayoutFakes
import Testing

@testable import Layout

struct BreakBeforeTests {
  @Test func itBeginsAPage() throws {
    let stack = Stack([block("a", 10, 10), BreakBefore(block("b", 10, 10)), block("c", 10, 10)])
    #expect(
      try stack.pages(100, 100) == [
        [Seen("a", 0, 0, 10, 10)], [Seen("b", 0, 0, 10, 10), Seen("c", 0, 10, 10, 10)],
      ])
    #expect(try BreakBefore(block("b", 10, 10)).placedBelow(100, 100).misfit == Misfit(.breaksPage))
  }

  @Test func atTheHeadOfAPageItBreaksNothing() throws {
    let stack = Stack([Spacer(Size(0, 5)), BreakBefore(BreakBefore(block("b", 10, 10)))])
    #expect(try stack.pages(100, 100) == [[Seen("b", 0, 5, 10, 10)]])
  }

  @Test func onARollThereIsNoOtherPage() throws {
    let stack = Stack([block("a", 10, 10), BreakBefore(block("b", 10, 10))])
    #expect(try stack.placed(100, .infinity).whole?.seen == [Seen("a", 0, 0, 10, 10), Seen("b", 0, 10, 10, 10)])
  }

  @Test func aRowBreaksWithIt() throws {
    let row = Row([
      .init(.fixed(50), Stack([block("a", 10, 10), BreakBefore(block("b", 10, 10))])), .init(.fixed(50), text("c")),
    ])
    #expect(
      try row.pages(100, 100) == [[Seen("a", 0, 0, 10, 10), Seen("c", 50, 0, 5, 10)], [Seen("b", 0, 0, 10, 10)]])
  }

  @Test func aTableBreaksWithIt() throws {
    let rows = ["a", "b", "c"].map { name in
      TableRow([.init(name == "b" ? BreakBefore(text(name)) : text(name))])
    }
    let table = Table(columns: [.fraction(1)], head: TableRow([.init(text("h"))]), rows: rows)
    #expect(try table.pages(100, 100).map { $0.map(\.name) } == [["h", "a"], ["h", "b", "c"]])
    let alone = Table(columns: [.fraction(1)], rows: [TableRow([.init(BreakBefore(text("a")))])])
    #expect(try alone.pages(100, 100) == [[Seen("a", 0, 0, 5, 10)]])
  }
}

import LayoutFakes
import Synchronization
import Testing

@testable import Layout

struct TableTests {
  private func row(_ cells: String...) -> TableRow { TableRow(cells.map { .init(text($0)) }) }

  /// A table of one column: rows 1, 2, 3 … below a head.
  private func table(
    rows: Int, head: Bool = true, carried: (@Sendable (Int) -> TableRow)? = nil,
    brought: (@Sendable (Int) -> TableRow)? = nil
  ) -> Table {
    Table(
      columns: [.fraction(1)], head: head ? row("head") : nil, rows: (1...rows).map { row("\($0)") },
      carriedForward: carried, broughtForward: brought)
  }

  private static func labelled(_ label: String) -> @Sendable (Int) -> TableRow {
    { count in TableRow([.init(text("\(label)\(count)"))]) }
  }

  @Test func columnsAlign() throws {
    let table = Table(
      columns: [.natural, .fraction(1), .fixed(20)], gap: 5, head: row("h", "i", "j"),
      rows: [row("a", "b", "c"), row("long", "d", "e")])
    let frame = try #require(try table.placed(100, 100).whole)
    #expect(frame.size == Size(100, 30))
    #expect(frame.baseline == 8)
    #expect(
      frame.seen == [
        Seen("h", 0, 0, 5, 10), Seen("i", 25, 0, 5, 10), Seen("j", 80, 0, 5, 10),
        Seen("a", 0, 10, 5, 10), Seen("b", 25, 10, 5, 10), Seen("c", 80, 10, 5, 10),
        Seen("long", 0, 20, 20, 10), Seen("d", 25, 20, 5, 10), Seen("e", 80, 20, 5, 10),
      ])
  }

  /// Of a few rows each is made once; of many each when it is measured, and again when it is placed.
  @Test(arguments: [128, 129]) func ofManyRowsNoneIsKept(count: Int) throws {
    let made = Atomic(0)
    let rows = TableRows(count: count) { index in
      made.add(1, ordering: .relaxed)
      return TableRow([.init(text("\(index)"))])
    }
    let kept = count == 128
    #expect(made.load(ordering: .relaxed) == (kept ? count : 0))
    let page = try Table(columns: [.natural], rows: rows).placed(100, 45)
    // Four fit, and the fifth is tried.
    #expect(made.load(ordering: .relaxed) == (kept ? count : count + 5))
    guard case .part(let frame, _) = page else {
      Issue.record("all rows fit")
      return
    }
    #expect(frame.seen.map(\.name) == ["0", "1", "2", "3"])
  }

  @Test func itIsMirrored() throws {
    let table = Table(columns: [.natural, .fraction(1), .fixed(20)], gap: 5, rows: [row("long", "b", "c")])
    let frame = try #require(try table.placed(100, 100, context(.rightToLeft)).whole)
    #expect(frame.seen == [Seen("long", 80, 0, 20, 10), Seen("b", 70, 0, 5, 10), Seen("c", 15, 0, 5, 10)])
  }

  @Test func decimalSignsStandUnderOneAnother() throws {
    let figures = ["1.5", "12.25", "3", "-0.125 m"]
    let rows = figures.map { TableRow([.init(text($0, .decimal))]) }
    let frame = try #require(try Table(columns: [.natural], rows: rows).placed(100, 100).whole)
    // The widest whole part is two letters, the widest tail six.
    #expect(
      frame.seen == [
        Seen("1.5", 5, 0, 15, 10), Seen("12.25", 0, 10, 25, 10), Seen("3", 5, 20, 5, 10),
        Seen("-0.125 m", 0, 30, 40, 10),
      ])
  }

  @Test(arguments: [Direction.leftToRight, .rightToLeft])
  func decimalCommasAndCurrencySigns(_ direction: Direction) throws {
    let rows = ["4,00 €", "12,5 €", "3 €", "7"].map { TableRow([.init(text($0, .decimal))]) }
    let frame = try #require(
      try Table(columns: [.fraction(1)], rows: rows).placed(100, 100, context(direction, decimalSign: ",")).whole)
    #expect(
      frame.seen == [
        Seen("4,00 €", 70, 0, 30, 10), Seen("12,5 €", 65, 10, 30, 10), Seen("3 €", 70, 20, 15, 10),
        Seen("7", 70, 30, 5, 10),
      ])
  }

  @Test func aDecimalThatIsTooWideStaysInItsColumn() throws {
    let rows = ["1234", "1.2345"].map { TableRow([.init(text($0, .decimal))]) }
    let frame = try #require(try Table(columns: [.fixed(30)], rows: rows).placed(100, 100).whole)
    #expect(frame.seen == [Seen("1234", 0, 0, 20, 10), Seen("1.2345", 0, 10, 30, 10)])
  }

  @Test func aDecimalAcrossColumnsStandsUnderTheLast() throws {
    let rows = [
      TableRow([.init(text("x")), .init(text("1.25", .decimal))]), TableRow([.init(text("12.5", .decimal), span: 2)]),
    ]
    let frame = try #require(try Table(columns: [.fixed(50), .fixed(50)], rows: rows).placed(100, 100).whole)
    #expect(frame.seen("1.25") == [Seen("1.25", 80, 0, 20, 10)])
    #expect(frame.seen("12.5") == [Seen("12.5", 75, 10, 20, 10)])
  }

  @Test func cellsOfARowShareABaseline() throws {
    let table = Table(
      columns: [.fixed(50), .fixed(50)], rows: [TableRow([.init(text("a")), .init(Text("B", style: large))])])
    #expect(try table.placed(100, 100).whole?.seen == [Seen("a", 0, 8, 5, 10), Seen("B", 50, 0, 10, 20)])
  }

  @Test func aCellMaySpanColumns() throws {
    let spanned = TableRow([.init(text("ab", .end), span: 2), .init(text("c"))])
    let table = Table(columns: [.fixed(20), .fixed(30), .fixed(40)], gap: 5, rows: [row("x", "y", "z"), spanned])
    #expect(
      try table.placed(100, 100).whole?.seen.suffix(2) == [Seen("ab", 45, 10, 10, 10), Seen("c", 60, 10, 5, 10)])
    #expect(
      try table.placed(100, 100, context(.rightToLeft)).whole?.seen.suffix(2) == [
        Seen("ab", 45, 10, 10, 10), Seen("c", 35, 10, 5, 10),
      ])
  }

  @Test func aSpanBeyondTheColumnsEndsWithThem() throws {
    let rows = [
      TableRow([.init(text("a"), span: 0), .init(text("1.5", .decimal), span: 9), .init(text("2.5", .decimal))])
    ]
    let frame = try #require(try Table(columns: [.fixed(20), .fixed(30)], rows: rows).placed(100, 100).whole)
    #expect(frame.seen == [Seen("a", 0, 0, 5, 10), Seen("1.5", 35, 0, 15, 10)])
  }

  @Test func rowsArePaddedAndRuled() throws {
    let ruled = TableRow(
      [.init(text("a"))], padding: (top: 2, bottom: 3), rule: Box.Border(width: 1, color: .black))
    let frame = try #require(try Table(columns: [.fraction(1)], rows: [ruled, ruled]).placed(100, 100).whole)
    #expect(
      frame.seen == [
        Seen("a", 0, 2, 5, 10), Seen("line", 0, 15, 100, 1), Seen("a", 0, 18, 5, 10), Seen("line", 0, 31, 100, 1),
      ])
  }

  @Test func theHeadIsRepeated() throws {
    #expect(
      try table(rows: 5).pages(100, 35).map { $0.map(\.name) } == [
        ["head", "1", "2"], ["head", "3", "4"], ["head", "5"],
      ])
  }

  @Test func theHeadIsNeverAlone() throws {
    let stack = Stack([block("x", 10, 25), table(rows: 2)])
    #expect(try stack.pages(100, 40).map { $0.map(\.name) } == [["x"], ["head", "1", "2"]])
    #expect(try table(rows: 2).placed(100, 15).misfit == Misfit(.tooHigh(needed: 10, available: 5)))
  }

  @Test func aTableWithoutRowsShowsItsHead() throws {
    let empty = Table(columns: [.fraction(1)], head: row("head"), rows: [])
    #expect(try empty.pages(100, 50) == [[Seen("head", 0, 0, 20, 10)]])
  }

  @Test func aSubtotalIsCarriedOver() throws {
    let carried = table(rows: 7, carried: TableTests.labelled("to "), brought: TableTests.labelled("from "))
    #expect(
      try carried.pages(100, 50).map { $0.map(\.name) } == [
        ["head", "1", "2", "3", "to 3"], ["head", "from 3", "4", "5", "to 5"], ["head", "from 5", "6", "7"],
      ])
  }

  @Test func roomIsKeptForTheSubtotalOnlyWhereTheTableGoesOn() throws {
    let carried = table(rows: 4, carried: TableTests.labelled("to "))
    #expect(try carried.pages(100, 50).map { $0.map(\.name) } == [["head", "1", "2", "3", "4"]])
    #expect(try carried.pages(100, 49.9).map { $0.map(\.name) } == [["head", "1", "2", "to 2"], ["head", "3", "4"]])
  }

  @Test func theRoomIsThatOfTheVerySubtotal() throws {
    // The one below the second row is higher than any other.
    let carried = table(
      rows: 5, head: false, carried: { count in TableRow([.init(text(count == 2 ? "sum\nof 2" : "sum"))]) })
    #expect(
      try carried.pages(100, 30).map { $0.map(\.name) } == [["1", "sum"], ["2", "3", "sum"], ["4", "5"]])
  }

  @Test func aSubtotalMayBeTheWidestOfItsColumn() throws {
    let carried = Table(
      columns: [.natural], rows: [row("1"), row("2"), row("3")], carriedForward: TableTests.labelled("carried over "))
    #expect(try carried.pages(100, 20).first?.map(\.name) == ["1", "carried over 1"])
  }

  @Test func aSubtotalWithoutRoomIsAMisfit() throws {
    let carried = table(rows: 3, head: false, carried: { _ in TableRow([.init(block("big", 10, 60))]) })
    #expect(throws: LayoutError.overflow(Misfit(.tooHigh(needed: 60, available: 20)))) { try carried.pages(100, 20) }
    let tight = table(rows: 3, head: false, carried: { _ in TableRow([.init(block("big", 10, 15))]) })
    #expect(throws: LayoutError.overflow(Misfit(.tooHigh(needed: 10, available: 5)))) { try tight.pages(100, 20) }
  }

  @Test func aRowIsKeptWhole() throws {
    let rows = [TableRow([.init(lines(2))]), TableRow([.init(lines(3))])]
    let table = Table(columns: [.fraction(1)], rows: rows)
    #expect(try table.pages(100, 40).map { $0.map(\.name) } == [["a", "b"], ["a", "b", "c"]])
  }

  @Test func aRowHigherThanAPageIsBroken() throws {
    let rows = [row("1", "x"), TableRow([.init(text("2")), .init(lines(7))]), row("3", "y")]
    let table = Table(
      columns: [.fixed(50), .fixed(50)], head: row("head", ""), rows: rows, carriedForward: TableTests.labelled("to "),
      broughtForward: TableTests.labelled("from "))
    #expect(
      try table.pages(100, 50).map { $0.map(\.name) } == [
        ["head", "1", "x", "to 1"],
        ["head", "from 1", "2", "a", "b", "to 2"],
        ["head", "from 2", "c", "d", "to 2"],
        ["head", "from 2", "e", "f", "to 2"],
        ["head", "from 2", "g", "3", "y"],
      ])
  }

  @Test func aTableInATableBreaks() throws {
    let outer = Table(columns: [.fraction(1)], head: row("outer"), rows: [TableRow([.init(table(rows: 4))])])
    #expect(
      try outer.pages(100, 45).map { $0.map(\.name) } == [["outer", "head", "1", "2"], ["outer", "head", "3", "4"]])
  }

  @Test func somethingTooWideForItsColumnIsAMisfit() throws {
    let table = Table(columns: [.fixed(20)], head: row("h"), rows: [row("1"), TableRow([.init(block("b", 30, 5))])])
    #expect(throws: LayoutError.overflow(Misfit(.tooWide(needed: 30, available: 20)))) { try table.pages(100, 50) }
    #expect(
      try Table(columns: [.fixed(60), .fixed(60)], rows: []).placed(100, 50).misfit
        == Misfit(.tooWide(needed: 120, available: 100)))
  }

  @Test func onARollNothingIsCarriedOver() throws {
    let roll = table(rows: 500, carried: TableTests.labelled("to "), brought: TableTests.labelled("from "))
    let pages = try roll.pages(100, .infinity)
    #expect(pages.count == 1)
    #expect(pages.first?.count == 501)
  }

  @Test func itsColumnsAreWorkedOutOnce() throws {
    // Rows are shaped once for the natural width, once in place, and a few times where pages break: never per page.
    func calls(rows count: Int) throws -> (all: Int, mostOfOne: Int, pages: Int) {
      let measurer = FakeMeasurer()
      let rows = (0..<count).map { number in
        TableRow([.init(text("item \(number)")), .init(text("\(number).50", .decimal))])
      }
      let table = Table(
        columns: [.natural, .natural], head: row("head", "price"), rows: rows,
        carriedForward: TableTests.labelled("to "))
      let pages = try table.pages(200, 500, LayoutContext(measurer: measurer))
      let most = [0, 1, count / 2, count - 1].map { measurer.count(of: "item \($0)") }.max()
      return (measurer.shaped.count, most ?? 0, pages.count)
    }
    let few = try calls(rows: 2000)
    let many = try calls(rows: 8000)
    #expect(many.pages > 3 * few.pages)
    #expect(Double(many.all) / Double(few.all) < 4.05)
    #expect(many.mostOfOne <= 4)
  }
}

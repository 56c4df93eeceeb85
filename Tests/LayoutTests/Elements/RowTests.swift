import LayoutFakes
import Testing

@testable import Layout

struct RowTests {
  private let pair = [Row.Child(.fixed(40), block("a", 30, 20)), Row.Child(.fraction(1), block("b", 10, 10))]

  @Test func childrenStandBesideOneAnother() throws {
    let frame = try #require(try Row(pair, gap: 5).placed(100, 50).whole)
    #expect(frame.size == Size(100, 20))
    #expect(frame.seen == [Seen("a", 0, 0, 30, 20), Seen("b", 45, 0, 10, 10)])
  }

  @Test func itIsMirrored() throws {
    let frame = try #require(try Row(pair, gap: 5).placed(100, 50, context(.rightToLeft)).whole)
    #expect(frame.seen == [Seen("a", 70, 0, 30, 20), Seen("b", 45, 0, 10, 10)])
  }

  @Test(arguments: [(Row.Alignment.top, 0.0), (.center, 5), (.bottom, 10), (.baseline, 0)])
  func alignment(_ alignment: Row.Alignment, _ y: Double) throws {
    let frame = try #require(try Row(pair, alignment: alignment).placed(100, 50).whole)
    #expect(frame.seen("b") == [Seen("b", 40, y, 10, 10)])
  }

  @Test func boxesAreStretchedToTheHighest() throws {
    let box = Box(text("x"), background: .white)
    let row = Row([.init(.fixed(40), block("a", 30, 25)), .init(.fixed(20), box)], alignment: .stretch)
    let frame = try #require(try row.placed(100, 50).whole)
    #expect(frame.size.height == 25)
    #expect(frame.seen == [Seen("a", 0, 0, 30, 25), Seen("box", 40, 0, 20, 25), Seen("x", 40, 0, 5, 10)])
  }

  @Test func aPartOfTheWidthIsAPartOfAllOfIt() throws {
    let row = Row([.init(.share(0.375), block("a", 9, 9)), .init(.fraction(1), block("b", 9, 9))], gap: 4)
    let frame = try #require(try row.placed(80, 50).whole)
    #expect(frame.seen("b").first?.rect.minX == 34)
  }

  @Test func firstLinesShareABaseline() throws {
    let row = Row(
      [.init(.natural, text("small")), .init(.natural, Text("big", style: large)), .init(.natural, block("p", 10, 5))],
      alignment: .baseline)
    let frame = try #require(try row.placed(100, 50).whole)
    #expect(frame.size == Size(100, 20))
    #expect(frame.baseline == 16)
    #expect(frame.seen == [Seen("small", 0, 8, 25, 10), Seen("big", 25, 0, 30, 20), Seen("p", 55, 0, 10, 5)])
  }

  @Test func whatTheBaselineBringsDownMakesTheRowHigher() throws {
    let row = Row([.init(.fixed(20), lines(3)), .init(.fixed(20), Text("B", style: large))], alignment: .baseline)
    let frame = try #require(try row.placed(100, 50).whole)
    #expect(frame.size.height == 38)
    #expect(frame.seen("a") == [Seen("a", 0, 8, 5, 10)])
  }

  @Test func aLongTextOnABaselineBreaksAboveTheFoot() throws {
    let row = Row([.init(.fixed(20), lines(5)), .init(.fixed(20), Text("B", style: large))], alignment: .baseline)
    #expect(
      try row.pages(100, 30) == [
        [Seen("a", 0, 8, 5, 10), Seen("b", 0, 18, 5, 10), Seen("B", 20, 0, 10, 20)],
        [Seen("c", 0, 0, 5, 10), Seen("d", 0, 10, 5, 10), Seen("e", 0, 20, 5, 10)],
      ])
  }

  @Test func itBreaksWhereAChildBreaks() throws {
    let row = Row([.init(.fixed(20), text("x")), .init(.fixed(20), lines(3)), .init(.fixed(20), text("y"))], gap: 5)
    #expect(
      try row.pages(100, 20) == [
        [Seen("x", 0, 0, 5, 10), Seen("a", 25, 0, 5, 10), Seen("b", 25, 10, 5, 10), Seen("y", 50, 0, 5, 10)],
        [Seen("c", 25, 0, 5, 10)],
      ])
  }

  @Test func aChildWithoutRoomTakesTheRowAlong() throws {
    let row = Row([.init(.fixed(20), lines(3)), .init(.fixed(20), block("a", 10, 30))])
    #expect(try row.placedBelow(100, 20).misfit == Misfit(.tooHigh(needed: 30, available: 20)))
  }

  @Test func aRestKeepsItsColumnWhenMirrored() throws {
    let row = Row([.init(.fixed(20), text("x")), .init(.fixed(30), lines(3))])
    let pages = try row.pages(100, 20, context(.rightToLeft))
    #expect(pages.last == [Seen("c", 75, 0, 5, 10)])
  }

  @Test func columnsThatAreTooWideAreAMisfit() throws {
    let row = Row([.init(.fixed(60), text("a")), .init(.natural, text("abcdefghij"))], gap: 1)
    #expect(try row.placed(100, 50).misfit == Misfit(.tooWide(needed: 111, available: 100)))
    let nested = Row([.init(.natural, row)])
    #expect(try nested.placed(100, 50).misfit == Misfit(.tooWide(needed: 111, available: 100)))
  }

  @Test func itsNaturalWidthIsThatOfItsChildren() throws {
    let row = Row([.init(.natural, text("ab")), .init(.fixed(20), text("c")), .init(.fraction(1), text("d"))], gap: 5)
    let endless = Constraints(width: .atMost(.infinity), height: 50)
    let frame = try #require(try row.layout(in: endless, context(.rightToLeft)).whole)
    #expect(frame.size == Size(45, 10))
    #expect(frame.seen == [Seen("ab", 35, 0, 10, 10), Seen("c", 25, 0, 5, 10), Seen("d", 0, 0, 5, 10)])
  }

  @Test func anEmptyRowIsNothing() throws {
    #expect(try Row([]).placed(100, 50).whole?.size == Size(100, 0))
  }
}

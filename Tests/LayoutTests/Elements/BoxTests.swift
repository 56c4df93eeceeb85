import LayoutFakes
import Testing

@testable import Layout

struct BoxTests {
  private let ink = Box.Border(width: 1, color: .black)

  @Test func paddingStandsAroundTheContent() throws {
    let box = Box(text("abc"), padding: Insets(top: 1, end: 2, bottom: 4, start: 8), background: .white)
    let frame = try #require(try box.placed(100, 50).whole)
    #expect(frame.size == Size(100, 15))
    #expect(frame.baseline == 9)
    #expect(frame.seen == [Seen("box", 0, 0, 100, 15), Seen("abc", 8, 1, 15, 10)])
  }

  @Test func startAndEndAreMirrored() throws {
    let box = Box(
      text("abc"), padding: Insets(top: 0, end: 2, bottom: 0, start: 8), edges: [.start: ink])
    #expect(
      try box.placed(100, 50).whole?.seen == [Seen("abc", 8, 0, 15, 10), Seen("line", 0, 0, 1, 10)])
    #expect(
      try box.placed(100, 50, context(.rightToLeft)).whole?.seen == [
        Seen("abc", 77, 0, 15, 10), Seen("line", 99, 0, 1, 10),
      ])
  }

  @Test func edgesAreLinesInsideTheBox() throws {
    let all = Dictionary(uniqueKeysWithValues: Box.Edge.allCases.map { ($0, ink) })
    let frame = try #require(try Box(block("a", 10, 20), edges: all).placed(50, 50).whole)
    #expect(
      frame.seen == [
        Seen("a", 0, 0, 10, 20), Seen("line", 0, 0, 1, 20), Seen("line", 49, 0, 1, 20), Seen("line", 0, 0, 50, 1),
        Seen("line", 0, 19, 50, 1),
      ])
  }

  @Test func edgesMayBeBrokenUpOrDouble() throws {
    let edges: [Box.Edge: Box.Border] = [
      .top: Box.Border(width: 3, color: .black, pattern: .double),
      .start: Box.Border(width: 2, color: .black, pattern: .dashed),
      .bottom: Box.Border(width: 2, color: .black, pattern: .dotted),
    ]
    let frame = try #require(try Box(block("a", 10, 20), edges: edges).placed(50, 50).whole)
    #expect(
      frame.seen == [
        Seen("a", 0, 0, 10, 20), Seen("stroke", 0, -1, 2, 22), Seen("line", 0, 0, 50, 1), Seen("line", 0, 2, 50, 1),
        Seen("stroke", 0, 18, 50, 2),
      ])
  }

  @Test func aBorderAllRoundMayBeBrokenUp() throws {
    let box = Box(block("a", 10, 20), border: Box.Border(width: 2, color: .black, pattern: .dashed))
    #expect(try box.placed(50, 50).whole?.seen.map(\.name) == ["stroke", "stroke", "stroke", "stroke", "a"])
    let double = Box(block("a", 10, 20), border: Box.Border(width: 3, color: .black, pattern: .double))
    #expect(
      try double.placed(50, 50).whole?.seen == [
        Seen("box", 0, 0, 50, 20), Seen("box", 2, 2, 46, 16), Seen("a", 0, 0, 10, 20),
      ])
  }

  /// A whole dash stands at either end, whatever the length.
  @Test(arguments: [9.0, 10, 23, 100, 517.3]) func dashesComeOutEven(length: Double) throws {
    let line = LineItem(end: Point(length, 0), width: 1, color: .black, dashes: .dashes)
    let (dash, blank) = try #require(line.rhythm)
    let count = (length - dash) / (dash + blank)
    #expect(abs(count - count.rounded()) < 1e-9 && dash == 3 && blank > 0)
  }

  /// On a roll nothing else is too little.
  @Test func paddingThatIsHigherThanTheBoxMayBeIsTold() throws {
    let box = Box(text("a"), padding: Insets(top: 9, end: 0, bottom: 9, start: 0), mostHeight: 12)
    let space = Constraints(width: .atMost(100), height: .infinity)
    guard case .none(let misfit) = try box.layout(in: space, context()) else {
      Issue.record("it fits")
      return
    }
    #expect(misfit.reason == .tooHigh(needed: 18, available: 12))
  }

  @Test func itsNaturalWidthIsThatOfItsContentAndPadding() throws {
    let space = Constraints(width: .atMost(100), height: 50)
    #expect(try Box(text("abc"), padding: Insets(5)).layout(in: space, context()).whole?.size == Size(25, 20))
  }

  @Test func theLeastHeightIsKeptOnItsFirstPageOnly() throws {
    let box = Box(lines(8), border: ink, leastHeight: 50)
    #expect(try Box(text("a"), border: ink, leastHeight: 50).placed(100, 60).whole?.size.height == 50)
    let pages = try box.pages(100, 60)
    #expect(pages.map(\.first) == [Seen("box", 0, 0, 100, 60), Seen("box", 0, 0, 100, 20)])
    #expect(try box.placed(100, 40).misfit == Misfit(.tooHigh(needed: 50, available: 40)))
  }

  @Test func itBreaksWhereItsContentBreaks() throws {
    let box = Box(lines(3), padding: Insets(5), background: .white)
    #expect(
      try box.pages(100, 35) == [
        [Seen("box", 0, 0, 100, 30), Seen("a", 5, 5, 5, 10), Seen("b", 5, 15, 5, 10)],
        [Seen("box", 0, 0, 100, 20), Seen("c", 5, 5, 5, 10)],
      ])
  }

  @Test func aMisfitCountsThePadding() throws {
    let box = Box(block("a", 30, 20), padding: Insets(top: 1, end: 2, bottom: 4, start: 8))
    #expect(try box.placed(100, 24).misfit == Misfit(.tooHigh(needed: 25, available: 24)))
    #expect(try box.placed(39, 50).misfit == Misfit(.tooWide(needed: 40, available: 39)))
    #expect(try box.placed(9, 50).misfit == Misfit(.tooWide(needed: 10, available: 9)))
    #expect(try box.placed(100, 4).misfit == Misfit(.tooHigh(needed: 5, available: 4)))
  }
}

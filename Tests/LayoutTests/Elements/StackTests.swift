import LayoutFakes
import Testing

@testable import Layout

struct StackTests {
  @Test func childrenStandBelowOneAnotherWithAGap() throws {
    let stack = Stack([block("a", 30, 20), text("t"), block("b", 10, 10)], gap: 5)
    let frame = try #require(try stack.placed(100, 100).whole)
    #expect(frame.size == Size(100, 50))
    #expect(frame.baseline == 33)
    #expect(frame.seen == [Seen("a", 0, 0, 30, 20), Seen("t", 0, 25, 5, 10), Seen("b", 0, 40, 10, 10)])
  }

  @Test func itIsMirrored() throws {
    let stack = Stack([block("a", 30, 20), text("t")])
    #expect(try stack.pages(100, 100, context(.rightToLeft)) == [[Seen("a", 70, 0, 30, 20), Seen("t", 95, 20, 5, 10)]])
  }

  @Test func itBreaksBetweenChildrenWithoutTheGap() throws {
    let stack = Stack([block("a", 30, 20), block("b", 30, 20), block("c", 30, 20)], gap: 5)
    #expect(
      try stack.pages(100, 50) == [
        [Seen("a", 0, 0, 30, 20), Seen("b", 0, 25, 30, 20)],
        [Seen("c", 0, 0, 30, 20)],
      ])
  }

  @Test func itBreaksInsideAChild() throws {
    let stack = Stack([block("x", 30, 20), lines(4), block("y", 30, 20)])
    #expect(
      try stack.pages(100, 40) == [
        [Seen("x", 0, 0, 30, 20), Seen("a", 0, 20, 5, 10), Seen("b", 0, 30, 5, 10)],
        [Seen("c", 0, 0, 5, 10), Seen("d", 0, 10, 5, 10), Seen("y", 0, 20, 30, 20)],
      ])
  }

  @Test func aFirstChildThatDoesNotFitIsAMisfit() throws {
    let stack = Stack([block("a", 30, 60), block("b", 30, 20)])
    #expect(try stack.placed(100, 50).misfit == Misfit(.tooHigh(needed: 60, available: 50)))
    #expect(try Stack([Spacer(Size(0, 5)), stack]).placedBelow(100, 50).misfit != nil)
  }

  @Test func blankAtTheHeadOfAPageMakesWay() throws {
    let stack = Stack([Spacer(Size(0, 10)), block("a", 30, 45), block("b", 30, 20)])
    #expect(try stack.pages(100, 50) == [[Seen("a", 0, 0, 30, 45)], [Seen("b", 0, 0, 30, 20)]])
    let gap = Stack([Spacer(Size(0, 10)), block("a", 30, 20)], gap: 20)
    #expect(try gap.pages(100, 45) == [[Seen("a", 0, 0, 30, 20)]])
  }

  @Test func blankAtTheFootOfAPageIsNoPageOfItsOwn() throws {
    let stack = Stack([block("a", 30, 45), Spacer(Size(0, 10))], gap: 20)
    #expect(try stack.pages(100, 50) == [[Seen("a", 0, 0, 30, 45)]])
    let boxed = Box(stack, border: Box.Border(width: 1, color: .black))
    #expect(try boxed.pages(100, 50) == [[Seen("box", 0, 0, 100, 50), Seen("a", 0, 0, 30, 45)]])
  }

  @Test func itsNaturalWidthIsThatOfItsWidestChild() throws {
    let stack = Stack([text("abcd"), Rule(thickness: 1, color: .black), text("ab", .center), text("a", .end)])
    let frame = try #require(
      try stack.layout(in: Constraints(width: .atMost(100), height: .infinity), context()).whole)
    #expect(frame.size == Size(20, 31))
    #expect(
      frame.seen == [
        Seen("abcd", 0, 0, 20, 10), Seen("line", 0, 10, 20, 1), Seen("ab", 5, 11, 10, 10), Seen("a", 15, 21, 5, 10),
      ])
  }

  @Test func anEmptyStackIsNothing() throws {
    let frame = try #require(try Stack([]).placed(100, 50).whole)
    #expect(frame.size == Size(100, 0))
    #expect(frame.items.isEmpty)
  }

  @Test func onARollNothingBreaks() throws {
    let stack = Stack((0..<100).map { block("\($0)", 10, 10) }, gap: 2)
    let frame = try #require(try stack.placed(100, .infinity).whole)
    #expect(frame.size == Size(100, 1198))
  }
}

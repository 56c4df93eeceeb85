import LayoutFakes
import Testing

@testable import Layout

struct SpacerTests {
  @Test func itTakesItsExtent() throws {
    #expect(try Spacer(Size(30, 20)).placed(100, 50).whole?.size == Size(100, 20))
    let natural = Constraints(width: .atMost(100), height: 50)
    #expect(Spacer(Size(30, 20)).layout(in: natural, context()).whole?.size == Size(30, 20))
  }

  @Test func itIsCutAtTheFootOfAPage() throws {
    #expect(try Spacer(Size(0, 80)).placed(100, 50).whole?.size == Size(100, 50))
  }

  @Test func aFillingSpacerPushesWhatFollowsToTheFoot() throws {
    let stack = Stack([block("a", 10, 10), Spacer(filling: 5), block("b", 10, 10)])
    #expect(try stack.pages(100, 80) == [[Seen("a", 0, 0, 10, 10), Seen("b", 0, 70, 10, 10)]])
    #expect(try stack.pages(100, 25) == [[Seen("a", 0, 0, 10, 10), Seen("b", 0, 15, 10, 10)]])
  }

  @Test func severalShareWhatIsLeft() throws {
    let mark = Mark(file: "f", line: 1, column: 1)
    let stack = Stack([
      Spacer(filling: 0), block("a", 10, 10), Located(Located(Spacer(filling: 0), at: mark), at: mark),
      block("b", 10, 10),
      Spacer(filling: 10),
    ])
    #expect(try stack.pages(100, 90) == [[Seen("a", 0, 20, 10, 10), Seen("b", 0, 50, 10, 10)]])
  }

  @Test func onARollThereIsNothingToFill() throws {
    let stack = Stack([block("a", 10, 10), Spacer(filling: 5), block("b", 10, 10)])
    let frame = try #require(try stack.placed(100, .infinity).whole)
    #expect(frame.seen == [Seen("a", 0, 0, 10, 10), Seen("b", 0, 15, 10, 10)])
    #expect(frame.size.height == 25)
  }

  @Test func nothingIsFilledOnAPageThatGoesOn() throws {
    let stack = Stack([block("a", 10, 10), Spacer(filling: 0), lines(4)])
    #expect(
      try stack.pages(100, 35) == [
        [Seen("a", 0, 0, 10, 10), Seen("a", 0, 10, 5, 10), Seen("b", 0, 20, 5, 10)],
        [Seen("c", 0, 0, 5, 10), Seen("d", 0, 10, 5, 10)],
      ])
  }
}

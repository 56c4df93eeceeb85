import LayoutFakes
import Testing

@testable import Layout

struct KeepTogetherTests {
  @Test func itGoesToTheNextPageRatherThanBreak() throws {
    let stack = Stack([block("x", 10, 20), KeepTogether(lines(3))])
    #expect(
      try stack.pages(100, 40) == [
        [Seen("x", 0, 0, 10, 20)],
        [Seen("a", 0, 0, 5, 10), Seen("b", 0, 10, 5, 10), Seen("c", 0, 20, 5, 10)],
      ])
  }

  @Test func itStaysWhereItFits() throws {
    #expect(try Stack([block("x", 10, 20), KeepTogether(lines(2))]).pages(100, 40).count == 1)
  }

  @Test func whatIsHigherThanAPageBreaksAfterAll() throws {
    let pages = try Stack([block("x", 10, 20), KeepTogether(lines(5))]).pages(100, 40)
    #expect(pages.map { $0.map(\.name) } == [["x"], ["a", "b", "c"], ["d", "e"]])
  }

  @Test func aPageWithNothingButBlankIsStillFresh() throws {
    let pages = try Stack([Spacer(Size(0, 20)), KeepTogether(lines(5))]).pages(100, 40)
    #expect(pages.map { $0.map(\.name) } == [["a", "b"], ["c", "d", "e"]])
  }

  @Test func itsMisfitTellsTheWholeHeight() throws {
    #expect(try KeepTogether(lines(5)).placedBelow(100, 40).misfit == Misfit(.tooHigh(needed: 50, available: 40)))
  }
}

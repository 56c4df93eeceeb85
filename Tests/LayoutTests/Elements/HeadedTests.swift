import LayoutFakes
import Testing

@testable import Layout

struct HeadedTests {
  @Test func theHeadIsThereAgainWhereItGoesOn() throws {
    let pages = try Stack([block("x", 10, 10), Headed(lines(4), head: block("head", 10, 10))]).pages(100, 40)
    #expect(pages.map { $0.map(\.name) } == [["x", "head", "a", "b"], ["head", "c", "d"]])
  }

  @Test func theHeadDoesNotStayBehindAlone() throws {
    let pages = try Stack([block("x", 10, 25), Headed(lines(2), head: block("head", 10, 10))]).pages(100, 40)
    #expect(pages.map { $0.map(\.name) } == [["x"], ["head", "a", "b"]])
  }

  @Test func whatIsWholeHasOneHead() throws {
    #expect(
      try Headed(lines(2), head: block("head", 10, 10)).pages(100, 40).map { $0.map(\.name) } == [["head", "a", "b"]])
  }

  @Test func whatIsHigherThanAPageBreaksBelowTheHead() throws {
    let pages = try Headed(KeepTogether(lines(5)), head: block("head", 10, 10)).pages(100, 40)
    #expect(pages.map { $0.map(\.name) } == [["head", "a", "b", "c"], ["head", "d", "e"]])
  }

  @Test func aHeadThatLeavesNoRoomIsLeftOut() throws {
    let pages = try Headed(lines(2), head: block("head", 10, 25)).pages(100, 30)
    #expect(pages.map { $0.map(\.name) } == [["a", "b"]])
  }

  @Test func whatIsInColumnsIsHeadedOnEveryPage() throws {
    let pages = try Headed(Columns(lines(12), count: 2, gap: 0), head: block("head", 10, 10)).pages(100, 40)
    #expect(pages.map { $0.filter { $0.name == "head" }.count } == [1, 1])
    #expect(pages.map { $0.count } == [7, 7])
  }
}

import LayoutFakes
import Testing

@testable import Layout

struct KeepWithNextTests {
  private func heading(_ name: String) -> any Element {
    Located(Shared(KeepWithNext(block(name, 10, 10))), at: Mark(file: "t", line: 1, column: 1))
  }

  @Test func aHeadingGoesAlongWithWhatItLeadsTo() throws {
    let stack = Stack([block("x", 10, 20), heading("h"), block("y", 10, 20)])
    #expect(
      try stack.pages(100, 40) == [
        [Seen("x", 0, 0, 10, 20)], [Seen("h", 0, 0, 10, 10), Seen("y", 0, 10, 10, 20)],
      ])
    #expect(try stack.pages(100, 50).count == 1)
  }

  @Test func itStaysWhereAPartOfTheNextStandsBelowIt() throws {
    let pages = try Stack([block("x", 10, 20), heading("h"), lines(4)]).pages(100, 50)
    #expect(pages.map { $0.map(\.name) } == [["x", "h", "a", "b"], ["c", "d"]])
  }

  @Test func severalInARowGoTogether() throws {
    let pages = try Stack([block("x", 10, 20), heading("h"), heading("i"), block("y", 10, 20)]).pages(100, 40)
    #expect(pages.map { $0.map(\.name) } == [["x"], ["h", "i", "y"]])
  }

  @Test func aListThatBeginsOnTheNextPageTakesItsHeadingAlong() throws {
    let inner = Stack([heading("h"), Stack([block("y", 10, 20), block("z", 10, 20)])])
    let pages = try Stack([block("x", 10, 20), inner]).pages(100, 45)
    #expect(pages.map { $0.map(\.name) } == [["x"], ["h", "y"], ["z"]])
  }

  @Test func whereNoPageIsHighEnoughForBothItStandsAlone() throws {
    let pages = try Stack([block("x", 10, 20), heading("h"), block("y", 10, 38)]).pages(100, 40)
    #expect(pages.map { $0.map(\.name) } == [["x"], ["h"], ["y"]])
  }

  @Test func atTheEndItLeadsToNothing() throws {
    #expect(try Stack([block("x", 10, 20), heading("h")]).pages(100, 30).count == 1)
  }
}

import LayoutFakes
import Testing

@testable import Layout

struct LinkTests {
  @Test func itCoversItsContent() throws {
    let frame = try #require(try Link(text("abc"), to: "https://a.org").placed(100, 50).whole)
    #expect(frame.size == Size(100, 10))
    #expect(frame.seen == [Seen("abc", 0, 0, 15, 10), Seen("→https://a.org", 0, 0, 100, 10)])
    #expect(frame.baseline == 8)
  }

  @Test func eachPartIsALink() throws {
    #expect(
      try Link(lines(3), to: "x").pages(100, 25) == [
        [Seen("a", 0, 0, 5, 10), Seen("b", 0, 10, 5, 10), Seen("→x", 0, 0, 100, 20)],
        [Seen("c", 0, 0, 5, 10), Seen("→x", 0, 0, 100, 10)],
      ])
  }

  @Test func blankIsNoLink() throws {
    #expect(try Link(Spacer(Size(10, 10)), to: "x").placed(100, 50).whole?.items.isEmpty == true)
  }

  @Test func aMisfitPassesThrough() throws {
    #expect(
      try Link(block("a", 10, 60), to: "x").placed(100, 50).misfit == Misfit(.tooHigh(needed: 60, available: 50)))
  }
}

import LayoutFakes
import Testing

@testable import Layout

struct RuleTests {
  @Test func itCrossesTheWholeWidth() throws {
    #expect(try Rule(thickness: 1, color: .black).placed(100, 50).whole?.seen == [Seen("line", 0, 0, 100, 1)])
  }

  @Test func itNeedsRoomForItsThickness() throws {
    #expect(
      try Rule(thickness: 2, color: .black).placed(100, 1).misfit == Misfit(.tooHigh(needed: 2, available: 1)))
  }

  @Test func itHasNoWidthOfItsOwn() throws {
    let row = Row([
      .init(.natural, Stack([text("ab"), Rule(thickness: 1, color: .black)])), .init(.fraction(1), text("c")),
    ])
    #expect(
      try row.placed(100, 50).whole?.seen == [
        Seen("ab", 0, 0, 10, 10), Seen("line", 0, 10, 10, 1), Seen("c", 10, 0, 5, 10),
      ])
  }
}

import LayoutFakes
import Testing

@testable import Layout

struct ColumnsTests {
  private func stack(_ count: Int) -> Stack {
    Stack((0..<count).map { block("\($0)", 10, 10) })
  }

  @Test func columnsAreFilledOneAfterAnother() throws {
    let frame = try #require(try Columns(stack(4), count: 2, gap: 20).placed(100, 50).whole)
    #expect(frame.size.width == 100)
    #expect(
      frame.seen == [
        Seen("0", 0, 0, 10, 10), Seen("1", 0, 10, 10, 10), Seen("2", 60, 0, 10, 10), Seen("3", 60, 10, 10, 10),
      ])
  }

  @Test func theFirstColumnMayBeHigherByOne() throws {
    let frame = try #require(try Columns(stack(5), count: 3, gap: 5).placed(100, 50).whole)
    #expect(frame.size.height < 20.6)
    #expect(frame.seen("2").first?.rect.minX == 35 && frame.seen("4").first?.rect.minX == 70)
  }

  @Test func readingFromTheRightBeginsThere() throws {
    let frame = try #require(try Columns(stack(2), count: 2, gap: 20).placed(100, 50, context(.rightToLeft)).whole)
    #expect(frame.seen("0").first?.rect.maxX == 100)
    #expect(frame.seen("1").first?.rect.maxX == 40)
  }

  @Test func whatTheColumnsDoNotHoldGoesOnOnTheNextPage() throws {
    let pages = try Columns(stack(7), count: 2, gap: 0).pages(100, 20)
    #expect(pages.map(\.count) == [4, 3])
    #expect(pages[1].map(\.name) == ["4", "5", "6"])
  }

  @Test func whatIsTooHighForAnyColumnIsTold() throws {
    let columns = Columns(Stack([block("a", 10, 60)]), count: 2, gap: 0)
    guard case .none(let misfit) = try columns.layout(in: Constraints(width: .exact(100), height: 50), context()) else {
      Issue.record("it fits")
      return
    }
    #expect(misfit.reason == .tooHigh(needed: 60, available: 50))
  }
}

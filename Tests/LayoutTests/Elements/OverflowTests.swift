import LayoutFakes
import Testing

@testable import Layout

struct OverflowTests {
  private let here = Mark(file: "template.yaml", line: 3, column: 5)

  private var showing: LayoutContext { LayoutContext(measurer: FakeMeasurer(), showsOverflow: true) }

  private func outlines(_ frame: Frame) -> [(Misfit, Size)] {
    frame.items.flatMap { placed -> [(Misfit, Size)] in
      switch placed.item {
      case .overflow(let misfit, let size): [(misfit, size)]
      case .frame(let inner): outlines(inner)
      default: []
      }
    }
  }

  @Test func whatIsTooWideIsShownAsWideAsItIs() throws {
    let frame = try #require(try Located(block("a", 150, 20), at: here).placed(100, 50, showing).whole)
    #expect(frame.size == Size(100, 20))
    #expect(frame.seen == [Seen("a", 0, 0, 150, 20), Seen("⚠", 0, 0, 150, 20)])
    #expect(outlines(frame).map(\.0) == [Misfit(.tooWide(needed: 150, available: 100), mark: here)])
  }

  @Test func whatIsTooHighIsShownOnAPageOfItsOwn() throws {
    let stack = Stack([text("b"), Located(block("a", 20, 70), at: here), text("c")])
    let pages = try stack.pages(100, 50, showing)
    #expect(
      pages == [
        [Seen("b", 0, 0, 5, 10)], [Seen("a", 0, 0, 20, 70), Seen("⚠", 0, 0, 100, 70)], [Seen("c", 0, 0, 5, 10)],
      ])
  }

  @Test func whatFitsIsNeverOutlined() throws {
    let stack = Stack((0..<9).map { Located(block("\($0)", 20, 20), at: here) })
    #expect(try stack.pages(100, 50, showing) == stack.pages(100, 50))
    let fitted = Located(Fit(text("abcdefgh"), least: 0.1, most: 4), at: here)
    #expect(try fitted.placed(60, 50, showing).whole?.seen == fitted.placed(60, 50).whole?.seen)
  }

  @Test func theInnermostIsOutlined() throws {
    let outside = Mark(file: "template.yaml", line: 1, column: 1)
    let row = Row([.init(.fraction(1), Located(block("a", 80, 10), at: here)), .init(.fraction(1), text("b"))])
    let frame = try #require(try Located(row, at: outside).placed(100, 50, showing).whole)
    #expect(outlines(frame).map(\.0.mark) == [here])
    #expect(frame.seen("b") == [Seen("b", 50, 0, 5, 10)])
  }

  @Test func aCodeThatNoPhoneReadsIsOutlinedEmpty() throws {
    let code = Located(Code("text", side: 25), at: here)
    let frame = try #require(try code.placed(100, 50, showing).whole)
    #expect(frame.seen == [Seen("⚠", 0, 0, 24, 24)])
  }

  @Test func withoutBeingAskedItIsAMisfit() throws {
    #expect(try Located(block("a", 150, 20), at: here).placed(100, 50).misfit != nil)
  }
}

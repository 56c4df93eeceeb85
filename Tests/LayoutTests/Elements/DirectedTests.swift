import Layout
import LayoutFakes
import Testing

@Suite struct DirectedTests {
  @Test func standsWhereItsOwnLanguageBegins() throws {
    let context = LayoutContext(measurer: FakeMeasurer())
    let text = Text("abcd", style: TextStyle(families: ["F"], size: 10, lineHeight: 1))
    let space = Constraints(width: .exact(100), height: 100)
    func start(_ element: any Element) throws -> Double? {
      guard case .whole(let frame) = try element.layout(in: space, context) else { return nil }
      return frame.items.first?.origin.x
    }
    #expect(try start(text) == 0)
    #expect(try start(Directed(text, .rightToLeft)) == 80)
    #expect(try start(Directed(text, .leftToRight)) == 0)
    #expect(try Directed(text, .rightToLeft).naturalWidth(within: 1000, context) == 20)
  }

  @Test func whatGoesOnTheNextPageKeepsItsDirection() throws {
    let context = LayoutContext(measurer: FakeMeasurer())
    let text = Text("ab cd ef gh", style: TextStyle(families: ["F"], size: 10, lineHeight: 1))
    let space = Constraints(width: .exact(15), height: 20)
    guard case .part(_, let rest) = try Directed(text, .rightToLeft).layout(in: space, context),
      case .whole(let frame) = try rest.layout(in: space, context)
    else {
      Issue.record("it does not break")
      return
    }
    #expect(frame.items.first?.origin.x == 5)
  }

  @Test func aLineThroughTheLettersIsAsLongAsTheyAre() throws {
    let style = TextStyle(families: ["F"], size: 10, lineHeight: 1, strike: Strike(color: .black))
    let space = Constraints(width: .exact(100), height: 100)
    guard
      case .whole(let frame) = try Text("ab cd", style: style).layout(
        in: space, LayoutContext(measurer: FakeMeasurer()))
    else {
      Issue.record("it does not fit")
      return
    }
    #expect(frame.items.count == 2)
    guard case .box(let line) = frame.items[1].item else {
      Issue.record("no line")
      return
    }
    #expect(line.size == Size(25, 0.7) || abs(line.size.height - 0.7) < 1e-9 && line.size.width == 25)
    // Through the middle of the figures: above the baseline, below their upper edge.
    let baseline = frame.items[0].origin.y
    #expect(frame.items[1].origin.y < baseline - 2 && frame.items[1].origin.y > baseline - 6)
  }
}

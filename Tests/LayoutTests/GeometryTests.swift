import LayoutFakes
import Layout
import Testing

struct GeometryTests {
  @Test func rectanglesThatTouchShareNothing() {
    let rect = Rect(x: 0, y: 0, width: 10, height: 10)
    #expect(rect.intersection(Rect(x: 10, y: 0, width: 5, height: 5)) == nil)
    #expect(rect.intersection(Rect(x: 0, y: 10, width: 5, height: 5)) == nil)
    #expect(
      rect.intersection(Rect(x: 4, y: -2, width: 20, height: 5)) == Rect(x: 4, y: 0, width: 6, height: 3))
  }

  @Test func aRectangleContainsWhatLiesInsideOrOnItsEdge() {
    let rect = Rect(x: 1, y: 1, width: 10, height: 10)
    #expect(rect.contains(rect))
    #expect(!rect.contains(Rect(x: 0.9, y: 1, width: 5, height: 5)))
    #expect(rect.contains(Rect(x: 0.9, y: 1, width: 5, height: 5), slack: 0.1))
    #expect(!rect.contains(Rect(x: 5, y: 5, width: 5, height: 6.5)))
  }

  @Test func movingAndGrowing() {
    let rect = Rect(x: 1, y: 2, width: 3, height: 4)
    #expect(rect.moved(by: Point(10, 20)) == Rect(x: 11, y: 22, width: 3, height: 4))
    #expect(rect.grown(by: 1) == Rect(x: 0, y: 1, width: 5, height: 6))
    #expect(rect.area == 12)
    #expect(rect.maxX == 4)
    #expect(rect.maxY == 6)
  }

  @Test func insetsAddUp() {
    let insets = Insets(top: 1, end: 2, bottom: 4, start: 8)
    #expect(insets.horizontal == 10)
    #expect(insets.vertical == 5)
    #expect(Insets(3) == Insets(top: 3, end: 3, bottom: 3, start: 3))
  }

  @Test func aQuarterTurnIsClockwise() {
    let turn = Transform(cosine: 0, sine: 1, offset: Point(100, 0))
    #expect(turn.apply(Point(10, 0)) == Point(100, 10))
    #expect(turn.apply(Point(0, 10)) == Point(90, 0))
    #expect(turn.bounds(of: Rect(x: 0, y: 0, width: 30, height: 20)) == Rect(x: 80, y: 0, width: 20, height: 30))
  }

  @Test func aSlantedRectangleNeedsMoreRoom() {
    let slanted = Transform(cosine: 0.8, sine: 0.6).bounds(of: Rect(x: 0, y: 0, width: 10, height: 10))
    #expect(slanted == Rect(x: -6, y: 0, width: 14, height: 14))
  }

  @Test func aFrameTakesASingleItemOverAsItIs() {
    var inner = Frame(size: Size(10, 10))
    inner.add(.link(address: "a", size: Size(1, 1)), at: Point(2, 3))
    var outer = Frame(size: Size(20, 20))
    outer.add(inner, at: Point(10, 10))
    outer.add(Frame(size: Size(5, 5)), at: .zero)
    #expect(outer.items.count == 1)
    #expect(outer.items.first?.origin == Point(12, 13))
    inner.add(.link(address: "b", size: Size(1, 1)), at: .zero)
    outer.add(inner, at: Point(10, 0))
    #expect(outer.seen == [Seen("→a", 12, 13, 1, 1), Seen("→a", 12, 3, 1, 1), Seen("→b", 10, 0, 1, 1)])
  }

  @Test func inkDarkensInk() {
    let red = Color(red: 1, green: 0.5, blue: 0)
    #expect(red.multiplied(over: .black) == .black)
    #expect(red.multiplied(over: .white) == red)
    #expect(red.multiplied(over: red) == Color(red: 1, green: 0.25, blue: 0))
  }
}

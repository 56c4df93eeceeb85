import Layout
import Testing

@Suite struct BleedTests {
  private func page(_ boxes: [Rect]) -> Frame {
    var inner = Frame(size: Size(100, 200))
    for box in boxes { inner.add(.box(BoxItem(size: box.size, fill: .black)), at: box.origin) }
    var page = Frame(size: Size(100, 200))
    page.add(inner, at: .zero)
    return page
  }

  private func boxes(of frame: Frame, at origin: Point = .zero) -> [Rect] {
    frame.items.flatMap { placed -> [Rect] in
      switch placed.item {
      case .box(let box): [Rect(origin + placed.origin, box.size)]
      case .frame(let inner): boxes(of: inner, at: origin + placed.origin)
      default: []
      }
    }
  }

  @Test func whatTouchesAnEdgeGoesOnBeyondIt() {
    let strip = Rect(x: 0, y: 0, width: 100, height: 20)
    let corner = Rect(x: 90, y: 190, width: 10, height: 10)
    let inside = Rect(x: 10, y: 50, width: 30, height: 30)
    let bled = boxes(of: page([strip, corner, inside]).bleeding(by: 8))
    #expect(
      bled == [
        Rect(x: -8, y: -8, width: 116, height: 28), Rect(x: 90, y: 190, width: 18, height: 18), inside,
      ])
  }

  @Test func nothingGoesOnBeyondAFold() {
    let strip = Rect(x: 0, y: 0, width: 100, height: 20)
    #expect(boxes(of: page([strip]).bleeding(by: 8, butAbove: true)) == [Rect(x: -8, y: 0, width: 116, height: 20)])
  }

  @Test func withoutBleedNothingChanges() {
    let strip = Rect(x: 0, y: 0, width: 100, height: 20)
    #expect(boxes(of: page([strip]).bleeding(by: 0)) == [strip])
  }

  @Test func aPictureOfTheWholePageGrowsOnAllSides() {
    var page = Frame(size: Size(100, 200))
    page.add(.picture(path: "a.png", size: Size(100, 200)), at: .zero)
    page.add(.picture(path: "b.png", size: Size(50, 50)), at: .zero)
    let bled = page.bleeding(by: 5)
    guard case .picture(_, let size) = bled.items[0].item, case .picture(_, let other) = bled.items[1].item else {
      Issue.record("no pictures")
      return
    }
    #expect(size == Size(110, 210) && bled.items[0].origin == Point(-5, -5))
    #expect(other == Size(50, 50))
  }
}

import Layout
import TestTools
import Testing

@testable import Drawing

/// A few rows of a long page are drawn without looking at all the others.
@Suite struct PageRowsTests {
  /// A page with boxes in frames, shared frames and groups, each known by its width.
  private static func page(_ random: inout SplitMix64, height: Double) -> Frame {
    var page = Frame(size: Size(200, height))
    for number in 1...400 {
      let box = Item.box(
        BoxItem(size: Size(Double(number), Double(random.number(1...(number % 50 == 0 ? 3000 : 40)))), fill: .black))
      let at = Point(Double(random.number(0...100)), Double(random.number(-50...Int(height))))
      var inner = Frame(size: Size(10, height))
      inner.add(box, at: at)
      switch number % 4 {
      case 0: page.add(.frame(inner), at: Point(3, 5))
      case 1: page.add(.shared(SharedFrame(inner)), at: .zero)
      case 2: page.add(.group(GroupItem(content: SharedFrame(inner), transform: Transform(), blend: .multiply)), at: at)
      default: page.add(box, at: at)
      }
    }
    return page
  }

  /// The widths of boxes that have ink between two heights, in the order in which they are drawn.
  private static func widths(_ frame: Frame, in window: ClosedRange<Double>, from top: Double = 0) -> [Double] {
    frame.items.flatMap { placed -> [Double] in
      let top = top + placed.origin.y
      return switch placed.item {
      case .frame(let inner), .span(let inner, _): widths(inner, in: window, from: top)
      case .shared(let shared): widths(shared.frame, in: window, from: top)
      case .group(let group): widths(group.content.frame, in: window, from: top)
      case .box(let box):
        top <= window.upperBound && top + box.size.height >= window.lowerBound ? [box.size.width] : []
      default: []
      }
    }
  }

  @Test(arguments: 1...8) func nothingThatIsThereIsLeftOut(seed: Int) {
    var random = SplitMix64(seed: seed)
    let page = Self.page(&random, height: 20_000)
    let rows = PageRows(page)
    for _ in 0..<40 {
      let top = Double(random.number(-100...20_000))
      let window = top...top + Double(random.number(1...200))
      let near = rows.page(in: window)
      #expect(Self.widths(near, in: window) == Self.widths(page, in: window))
      #expect(near.size == page.size)
    }
  }

  /// What is looked at does not grow with the page.
  @Test func whatIsFarAwayIsNotLookedAt() {
    func most(_ count: Int) -> Int {
      var page = Frame(size: Size(200, Double(count) * 20))
      for line in 0..<count {
        // A void's frame is as long as its part of the roll, whatever is in it.
        var inner = Frame(size: page.size)
        inner.add(.box(BoxItem(size: Size(9, 9), fill: .black)), at: Point(0, Double(line) * 20))
        page.add(.group(GroupItem(content: SharedFrame(inner), transform: Transform(), blend: .multiply)), at: .zero)
        page.add(.box(BoxItem(size: Size(9, 9), fill: .black)), at: Point(0, Double(line) * 20))
      }
      let rows = PageRows(page)
      return (0..<count / 5).map { rows.page(in: Double($0) * 100...Double($0) * 100 + 100).items.count }.max() ?? 0
    }
    #expect(most(100) == most(2000))
    #expect(most(100) < 30)
  }
}

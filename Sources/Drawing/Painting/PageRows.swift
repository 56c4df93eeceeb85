internal import Layout

/// What is drawn on a page, by how far down it is, so that a few rows of a long page are drawn without looking at all the others: a
/// roll has hundreds of bands, each as dear as what is in it.
struct PageRows {
  private let page: Frame
  /// All that is drawn, in that order, with nothing nested but what is turned or blended as a whole.
  private var items: [Placed] = []
  /// Which items have ink on each shelf.
  private var shelves: [Int: [Int]] = [:]
  /// Those that have it on many.
  private var tall: [Int] = []

  /// How high a shelf is, in points, and on how many a tall item lies.
  private static let (shelf, most) = (48.0, 16)

  /// Looks through a page.
  init(_ page: Frame) {
    self.page = page
    walk(page, from: .zero)
  }

  private mutating func walk(_ frame: Frame, from origin: Point) {
    for placed in frame.items {
      let corner = origin + placed.origin
      switch placed.item {
      case .frame(let inner), .span(let inner, _): walk(inner, from: corner)
      case .shared(let shared): walk(shared.frame, from: corner)
      case .link: continue
      case .text, .box, .boxes, .line, .picture, .code, .overflow, .group:
        // A group's frame may be as long as the page, whatever is in it.
        let here = Placed(origin: corner, item: placed.item)
        if let ink = here.tightInkBounds { add(here, ink) }
      }
    }
  }

  private mutating func add(_ placed: Placed, _ ink: Rect) {
    let rows = Self.shelf(ink.minY)...max(Self.shelf(ink.minY), Self.shelf(ink.maxY))
    if rows.count > Self.most {
      tall.append(items.count)
    } else {
      for row in rows { shelves[row, default: []].append(items.count) }
    }
    items.append(placed)
  }

  private static func shelf(_ y: Double) -> Int { Int(max(-1e9, min(y / shelf, 1e9)).rounded(.down)) }

  /// The page with what may have ink between two heights, in the order in which it is drawn.
  ///
  /// - Parameter window: the heights, in points from the page's top.
  /// - Returns: a page of the same size.
  func page(in window: ClosedRange<Double>) -> Frame {
    let rows = Self.shelf(window.lowerBound)...max(Self.shelf(window.lowerBound), Self.shelf(window.upperBound))
    let near = rows.flatMap { shelves[$0] ?? [] }
    return Frame(size: page.size, items: Set(near + tall).sorted().map { items[$0] })
  }
}

import Drawing
import Layout

/// What stands on a page where a stamp may be put: how much of it matters.
struct StampGround {
  /// What somebody reads, with whether it is but large words, of which a corner may lie under the stamp.
  private var marks: [(box: Rect, isDisplay: Bool)] = []

  /// From this size on, in points, words are large.
  private static let display = 40.0
  /// How much of large words may lie under the stamp: a letter at their end.
  private static let mostOfDisplay = 0.18

  /// - Parameter page: the page as it is laid out, without its void.
  init(_ page: PageLeaves) {
    for leaf in page.leaves {
      switch leaf.what {
      case .item(.text(let line, let style)): add(line, style, leaf.place)
      case .item(.code(let code)): marks.append((leaf.place.bounds(of: Rect(.zero, Size(code.side, code.side))), false))
      case .item, .void, .begin, .end: break
      }
    }
  }

  private mutating func add(_ line: ShapedLine, _ style: TextStyle, _ place: Transform) {
    let size = line.typeSize ?? style.size
    guard line.width > 0, size > 0 else { return }
    // From the tops of capitals to where most letters end below.
    let letters = Rect(x: 0, y: -0.74 * size, width: line.width, height: 0.9 * size)
    let isUpright = place.sine == 0 && place.cosine == 1
    let box = isUpright ? letters.moved(by: place.offset) : place.bounds(of: letters)
    let isDisplay = size >= Self.display && !line.text.contains(where: \.isNumber)
    marks.append((box, isDisplay))
  }

  /// How much a stamp would lie on, in square points; 0 where it lies on nothing that matters.
  ///
  /// - Parameters:
  ///   - layer: the stamp, at its place.
  ///   - limit: what is more than this need not be known.
  /// - Returns: the cost.
  func cost(of layer: VoidLayer, limit: Double) -> Double {
    let stamp = LineVicinity(layer.stamp.box, at: layer.stamp.transform)
    var cost = 0.0
    for mark in marks where cost < limit && stamp.meets(mark.box, at: Transform()) {
      if mark.isDisplay, Self.share(of: mark.box, under: stamp) <= Self.mostOfDisplay { continue }
      cost += max(1, stamp.bounds.intersection(mark.box)?.area ?? 0)
    }
    return cost
  }

  /// How much of large words lies under a stamp, by cells.
  private static func share(of box: Rect, under stamp: LineVicinity) -> Double {
    let cell = Size(box.size.width / Double(columns), box.size.height / Double(rows))
    let under = (0..<columns * rows).count { index in
      let corner = Point(Double(index % columns) * cell.width, Double(index / columns) * cell.height)
      return stamp.meets(Rect(box.origin + corner, cell), at: Transform())
    }
    return Double(under) / Double(columns * rows)
  }
  private static let (columns, rows) = (24, 4)
}

internal import Layout

extension Frame {
  /// A rectangle that holds all ink of this frame, which may hang over its edges; generous with text, since the marks of some
  /// scripts stand far above and below their line.
  var inkBounds: Rect {
    items.reduce(Rect(.zero, size)) { $0.union($1.inkBounds) }
  }

  /// A rectangle that holds all ink, whatever the frame's size; nil where there is none.
  var tightInkBounds: Rect? {
    guard let first = items.first?.inkBounds else { return nil }
    return items.dropFirst().reduce(first) { $0.union($1.inkBounds) }
  }
}

extension Placed {
  /// A rectangle that holds the item's ink, where it is placed.
  var inkBounds: Rect {
    switch item {
    case .text(let line, let style):
      let size = (line.content as? GlyphLine)?.size ?? style.size
      return Rect(x: origin.x - size, y: origin.y - 2 * size, width: line.width + 2 * size, height: 3 * size)
    case .box(let box): return Rect(origin, box.size)
    case .boxes(let rects, _):
      return rects.dropFirst().reduce(rects.first ?? Rect(.zero, .zero)) { $0.union($1) }.moved(by: origin)
    case .picture(_, let size), .link(_, let size), .overflow(_, let size): return Rect(origin, size)
    case .code(let code): return Rect(origin, Size(code.side, code.side))
    case .frame(let frame): return frame.inkBounds.moved(by: origin)
    case .shared(let shared): return shared.frame.inkBounds.moved(by: origin)
    case .group(let group): return group.transform.bounds(of: group.content.frame.inkBounds).moved(by: origin)
    }
  }
}

extension Rect {
  /// Whether some of it lies between two heights.
  func overlaps(_ rows: ClosedRange<Double>) -> Bool { maxY >= rows.lowerBound && minY <= rows.upperBound }

  /// The smallest rectangle around both.
  func union(_ other: Rect) -> Rect {
    let left = min(minX, other.minX)
    let top = min(minY, other.minY)
    return Rect(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }
}

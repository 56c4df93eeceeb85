internal import Layout

extension Frame {
  /// A rectangle that holds all ink of this frame, which may hang over its edges; generous with text, since the marks of some
  /// scripts stand far above and below their line.
  var inkBounds: Rect {
    items.reduce(Rect(.zero, size)) { $0.union($1.inkBounds) }
  }

  /// A rectangle that holds all ink, whatever the frame's size; nil where there is none.
  ///
  /// - Parameter window: between which heights ink counts at all; nil for all of it.
  /// - Returns: the rectangle.
  func tightInkBounds(in window: ClosedRange<Double>?) -> Rect? {
    var all: Rect?
    for item in items {
      guard let ink = item.tightInkBounds else { continue }
      if let window, !ink.overlaps(window) { continue }
      all = all?.union(ink) ?? ink
    }
    return all
  }
}

extension Placed {
  /// A rectangle that holds the item's ink, whatever the sizes of frames in it; nil where it has none.
  var tightInkBounds: Rect? {
    switch item {
    case .frame(let frame), .span(let frame, _): frame.tightInkBounds(in: nil)?.moved(by: origin)
    case .shared(let shared): shared.frame.tightInkBounds(in: nil)?.moved(by: origin)
    case .group(let group):
      group.content.frame.tightInkBounds(in: nil).map { group.transform.bounds(of: $0).moved(by: origin) }
    case .link: nil
    case .text, .box, .boxes, .line, .picture, .code, .overflow: inkBounds
    }
  }

  /// A rectangle that holds the item's ink, where it is placed.
  var inkBounds: Rect {
    switch item {
    case .text(let line, let style):
      let glyphs = line.content as? GlyphLine
      let size = glyphs?.size ?? style.size
      let letters = Rect(x: origin.x - size, y: origin.y - 2 * size, width: line.width + 2 * size, height: 3 * size)
      return glyphs?.ink.map { letters.union($0.moved(by: origin)) } ?? letters
    case .box(let box): return Rect(origin, box.size)
    case .boxes(let rects, _):
      return rects.dropFirst().reduce(rects.first ?? Rect(.zero, .zero)) { $0.union($1) }.moved(by: origin)
    case .line(let line): return line.bounds.moved(by: origin)
    case .picture(_, let size), .link(_, let size), .overflow(_, let size): return Rect(origin, size)
    case .code(let code): return Rect(origin, Size(code.side, code.side))
    case .frame(let frame), .span(let frame, _): return frame.inkBounds.moved(by: origin)
    case .shared(let shared): return shared.frame.inkBounds.moved(by: origin)
    case .group(let group): return group.transform.bounds(of: group.content.frame.inkBounds).moved(by: origin)
    }
  }
}

extension Rect {
  /// Whether some of it lies between two heights.
  func overlaps(_ rows: ClosedRange<Double>) -> Bool { maxY >= rows.lowerBound && minY <= rows.upperBound }
}

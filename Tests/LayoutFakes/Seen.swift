import Layout

/// Something that can be seen on a page, by its name: a line of text is called by its words, a picture by its path, a code by
/// what it says, a link by its address with an arrow, a box "box" or "line".
package struct Seen: Hashable, CustomStringConvertible {
  package var name: String
  package var rect: Rect

  package init(_ name: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.name = name
    rect = Rect(x: x, y: y, width: width, height: height)
  }

  package var description: String {
    "\(name)(\(rect.minX), \(rect.minY), \(rect.size.width), \(rect.size.height))"
  }
}

extension Frame {
  /// Everything on the page in drawing order, at its place on the page, rounded to a thousandth of a point.
  package var seen: [Seen] {
    leaves.map { leaf in
      let r = leaf.rect
      return Seen(
        leaf.name, r.minX.thousandths, r.minY.thousandths, r.size.width.thousandths, r.size.height.thousandths)
    }
  }

  /// The things of one name.
  package func seen(_ name: String) -> [Seen] { seen.filter { $0.name == name } }

  /// The lines of text, in drawing order.
  package var texts: [String] {
    leaves.compactMap { leaf in
      guard case .text = leaf.item else { return nil }
      return leaf.name
    }
  }

  /// Frames that are the same on many pages.
  package var shared: [SharedFrame] {
    items.flatMap { placed -> [SharedFrame] in
      switch placed.item {
      case .frame(let frame), .span(let frame, _): frame.shared
      case .shared(let shared): [shared] + shared.frame.shared
      default: []
      }
    }
  }

  /// Every item that holds no other, with its rectangle on the page; a line of text reaches from its ascent to its descent.
  package var leaves: [(name: String, item: Item, rect: Rect)] {
    var leaves: [(String, Item, Rect)] = []
    collect(at: .zero, into: &leaves)
    return leaves
  }

  private func collect(at origin: Point, into leaves: inout [(String, Item, Rect)]) {
    for placed in items {
      let at = origin + placed.origin
      switch placed.item {
      case .frame(let frame), .span(let frame, _): frame.collect(at: at, into: &leaves)
      case .shared(let shared): shared.frame.collect(at: at, into: &leaves)
      case .group: break
      default: leaves.append((placed.item.name, placed.item, placed.item.extent.moved(by: at)))
      }
    }
  }
}

extension Item {
  fileprivate var name: String {
    switch self {
    case .text(let line, _): (line.content as? FakeLine)?.text ?? ""
    case .box(let box): box.stroke == nil && (box.size.width <= 2 || box.size.height <= 2) ? "line" : "box"
    case .boxes: "boxes"
    case .line: "stroke"
    case .picture(let path, _): path
    case .code(let code): code.text
    case .link(let address, _): "→" + address
    case .overflow: "⚠"
    case .frame, .span, .shared: "frame"
    case .group: "group"
    }
  }

  /// The rectangle an item covers around its origin.
  package var extent: Rect {
    switch self {
    case .text(let line, _):
      let size = (line.content as? FakeLine)?.size ?? 0
      return Rect(x: 0, y: -0.8 * size, width: line.width, height: size)
    case .box(let box): return Rect(.zero, box.size)
    case .boxes(let rects, _): return rects.first ?? Rect(.zero, .zero)
    case .line(let line): return line.bounds
    case .picture(_, let size), .link(_, let size), .overflow(_, let size): return Rect(.zero, size)
    case .code(let code): return Rect(.zero, Size(code.side, code.side))
    case .frame(let frame), .span(let frame, _): return Rect(.zero, frame.size)
    case .shared(let shared): return Rect(.zero, shared.frame.size)
    case .group(let group): return group.transform.bounds(of: Rect(.zero, group.content.frame.size))
    }
  }
}

extension Double {
  fileprivate var thousandths: Double {
    let rounded = (self * 1000).rounded() / 1000
    return rounded == 0 ? 0 : rounded
  }
}

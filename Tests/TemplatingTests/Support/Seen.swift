import Layout

/// Something that can be seen on a page, by its name: a line of text is called by its words, a picture by its path, a code by
/// what it says, a link by its address with an arrow, a box "box".
struct Seen: Hashable, CustomStringConvertible {
  var name: String
  var rect: Rect

  init(_ name: String, _ x: Double, _ y: Double, _ width: Double, _ height: Double) {
    self.name = name
    rect = Rect(x: x, y: y, width: width, height: height)
  }

  var description: String {
    "\(name)(\(rect.minX), \(rect.minY), \(rect.size.width), \(rect.size.height))"
  }
}

extension Frame {
  /// Everything on the page in drawing order, at its place on the page, rounded to a thousandth of a point.
  var seen: [Seen] {
    leaves.map { name, _, rect in
      let sides = [rect.minX, rect.minY, rect.size.width, rect.size.height].map { ($0 * 1000).rounded() / 1000 + 0 }
      return Seen(name, sides[0], sides[1], sides[2], sides[3])
    }
  }

  /// The lines of text, in drawing order.
  var texts: [String] {
    leaves.compactMap { name, item, _ in if case .text = item { name } else { nil } }
  }

  /// Frames that are the same on many pages.
  var shared: [SharedFrame] {
    items.flatMap { placed -> [SharedFrame] in
      switch placed.item {
      case .frame(let frame): frame.shared
      case .shared(let shared): [shared] + shared.frame.shared
      default: []
      }
    }
  }

  /// Every item that holds no other, with its rectangle on the page; a line of text reaches from its ascent to its descent.
  private var leaves: [(name: String, item: Item, rect: Rect)] {
    items.flatMap { placed -> [(String, Item, Rect)] in
      switch placed.item {
      case .frame(let frame): frame.leaves.map { ($0, $1, $2.moved(by: placed.origin)) }
      case .shared(let shared): shared.frame.leaves.map { ($0, $1, $2.moved(by: placed.origin)) }
      default: [(placed.item.name, placed.item, placed.item.extent.moved(by: placed.origin))]
      }
    }
  }
}

extension Item {
  fileprivate var name: String {
    switch self {
    case .text(let line, _): (line.content as? FakeLine)?.text ?? ""
    case .box, .boxes: "box"
    case .picture(let path, _): path
    case .code(let code): code.text
    case .link(let address, _): "→" + address
    case .frame, .shared, .group: "frame"
    }
  }

  fileprivate var extent: Rect {
    switch self {
    case .text(let line, _):
      let size = (line.content as? FakeLine)?.size ?? 0
      return Rect(x: 0, y: -0.8 * size, width: line.width, height: size)
    case .box(let box): return Rect(.zero, box.size)
    case .boxes(let rects, _): return rects.first ?? Rect(.zero, .zero)
    case .picture(_, let size), .link(_, let size): return Rect(.zero, size)
    case .code(let code): return Rect(.zero, Size(code.side, code.side))
    case .frame, .shared, .group: return Rect(.zero, .zero)
    }
  }
}

@testable import Layout

// Elements that break one law each, so that the checks of the laws are known to find something.

/// Reaches out of the frame it claims.
struct Overflowing: Element {
  var content: any Element

  func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    guard case .whole(var frame) = try content.layout(in: space, context) else { return .none(Misfit(.breaksPage)) }
    frame.size.height /= 2
    return .whole(frame)
  }
}

/// A text whose rest begins some letters too late, or too early.
struct Slipping: Element {
  var content: Text
  /// How many letters are dropped at every break; negative to repeat them.
  var slip: Int

  func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    guard case .part(let frame, let rest) = try content.layout(in: space, context), var next = rest as? Text else {
      return try content.layout(in: space, context)
    }
    let all = content.text
    next.text = String(all.suffix(max(0, next.text.count - slip)))
    return .part(frame, rest: Slipping(content: next, slip: slip))
  }
}

/// A stack that leaves one of its children out.
struct Forgetful: Element {
  var children: [any Element]

  func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    try Stack(Array(children.dropLast())).layout(in: space, context)
  }
}

/// A stack that begins with its last child.
struct Reversing: Element {
  var children: [any Element]

  func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    try Stack(children.reversed()).layout(in: space, context)
  }
}

/// Its rest is never smaller; it gives up in the end, so that the test does not run for ever.
struct NeverShrinking: Element {
  var content: any Element
  var patience = 100

  func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    guard patience > 0, case .whole(let frame) = try content.layout(in: space, context) else {
      return try content.layout(in: space, context)
    }
    return .part(frame, rest: NeverShrinking(content: content, patience: patience - 1))
  }
}

/// Turns a page for nothing but a link nobody sees.
struct Blank: Element {
  var content: any Element

  func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    var frame = Frame(size: Size(space.width.limit, 1))
    frame.add(.link(address: "nowhere", size: frame.size), at: .zero)
    return .part(frame, rest: content)
  }
}

/// Places its children side by side as far apart as it likes.
struct Crowding: Element {
  var cells: [any Element]
  var width: Double
  var step: Double

  func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    let placed = cells.enumerated().map { RowCell(element: $1, x: Double($0) * step, width: width) }
    return try PlacedRow(cells: placed, width: space.width.limit, alignment: .top).layout(in: space, context)
  }
}

/// Breaks a page more where it has more room.
struct Contrary: Element {
  func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    let children = (0..<Int(space.width.limit / 50)).map { BreakBefore(block("\($0)", 5, 5)) }
    return try Stack(children).layout(in: space, context)
  }
}

/// Remembers how often it was laid out, and says so.
struct Fickle: Element {
  private final class Counter: @unchecked Sendable { var count = 0 }
  private let counter = Counter()

  func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    counter.count += 1
    return try text("\(counter.count)").layout(in: space, context)
  }
}

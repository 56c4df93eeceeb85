/// An element with a head above it, and above what of it goes on on the next page.
public struct Headed: Element, Wrapper {
  /// What is headed.
  public var content: any Element
  /// What stands above it, whole, on every page that has a part of it.
  public var head: any Element

  /// Puts a head above an element.
  public init(_ content: any Element, head: any Element) {
    self.content = content
    self.head = head
  }

  /// Places the head and what fits below it. A head does not stay behind alone; where a whole page has no room for anything below it, it is
  /// left out.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    let fragment = try place(in: space, context)
    guard case .atMost = space.width else { return fragment }
    switch fragment {
    case .none: return fragment
    case .whole(let frame), .part(let frame, _):
      // Its width is now known: once more, so that texts are aligned in the whole of it.
      var exact = space
      exact.width = .exact(frame.size.width)
      return try place(in: exact, context)
    }
  }

  private func place(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    guard case .whole(let top) = try KeepTogether(head).layout(in: space, context) else {
      return try content.layout(in: space, context)
    }
    var below = space
    below.height -= top.size.height
    switch try content.layout(in: below, context) {
    case .whole(let frame): return .whole(joined(top, frame))
    case .part(let frame, let rest): return .part(joined(top, frame), rest: Headed(rest, head: head))
    case .none(let misfit): return space.isFreshPage ? try content.layout(in: space, context) : .none(misfit)
    }
  }

  private func joined(_ top: Frame, _ frame: Frame) -> Frame {
    var all = Frame(
      size: Size(max(top.size.width, frame.size.width), top.size.height + frame.size.height), baseline: top.baseline)
    all.add(top, at: .zero)
    all.add(frame, at: Point(0, top.size.height))
    return all
  }

  /// No: what is below a head does not align with what stands beside it.
  public var alignsOnDecimalSign: Bool { false }

  /// None of its own: the head takes a part of the height.
  public func largestFactor(in space: Constraints, upTo most: Double, _ context: LayoutContext) throws(LayoutError)
    -> Double?
  { nil }
}

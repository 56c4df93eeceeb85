/// An element that is read in a direction of its own, such as Arabic beside English.
public struct Directed: Element, Wrapper {
  /// What is read so.
  public var content: any Element
  /// Its direction.
  public var direction: Direction

  /// Gives an element a direction.
  public init(_ content: any Element, _ direction: Direction) {
    self.content = content
    self.direction = direction
  }

  /// Places the content as on a page of its direction.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    switch try content.layout(in: space, inner(context)) {
    case .part(let frame, let rest): return .part(frame, rest: Directed(rest, direction))
    case let fragment: return fragment
    }
  }

  /// As wide as what is inside.
  public func naturalWidth(within limit: Double, _ context: LayoutContext) throws(LayoutError) -> Double {
    try content.naturalWidth(within: limit, inner(context))
  }

  func inner(_ context: LayoutContext) -> LayoutContext {
    var turned = context
    turned.direction = direction
    return turned
  }
}

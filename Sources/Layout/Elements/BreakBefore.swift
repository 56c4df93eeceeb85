/// An element that begins a page.
public struct BreakBefore: Element, Wrapper {
  /// What begins the page.
  public var content: any Element

  /// Puts an element at the head of a page.
  public init(_ content: any Element) {
    self.content = content
  }

  /// Asks for the next page unless this one is fresh; on a roll there is no other page.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    guard space.isFreshPage || !space.height.isFinite else { return .none(Misfit(.breaksPage)) }
    return try content.layout(in: space, context)
  }
}

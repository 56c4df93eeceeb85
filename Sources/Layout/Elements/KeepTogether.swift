/// An element that goes to the next page rather than break, as long as the next page helps.
public struct KeepTogether: Element, Wrapper {
  /// What is kept together.
  public var content: any Element

  /// Keeps an element together.
  public init(_ content: any Element) {
    self.content = content
  }

  /// Places the whole content, or nothing; on a fresh page it breaks after all rather than not be printed.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    let fragment = try content.layout(in: space, context)
    if case .part = fragment, !space.isFreshPage { return .none(try content.misfit(in: space, context)) }
    return fragment
  }
}

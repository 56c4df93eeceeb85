/// An element that does not stay at the foot of a page when what follows goes to the next: a heading.
public struct KeepWithNext: Element, Wrapper {
  /// What leads to the next element.
  public var content: any Element

  /// Keeps an element with the one that follows it in the same ``Stack``.
  public init(_ content: any Element) {
    self.content = content
  }

  /// Places the content; it is the stack that takes it along.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    try content.layout(in: space, context)
  }

  /// Yes.
  public var keepsWithNext: Bool { true }
}

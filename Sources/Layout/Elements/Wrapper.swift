/// An element around one other. Whatever is asked of it, it answers as that one does, but for what it changes itself.
protocol Wrapper: Element {
  var content: any Element { get set }

  /// What holds within it.
  func inner(_ context: LayoutContext) -> LayoutContext
}

extension Wrapper {
  func inner(_ context: LayoutContext) -> LayoutContext { context }

  /// As what is inside.
  public var place: Mark? { content.place }

  /// As what is inside.
  public var keepsWithNext: Bool { content.keepsWithNext }

  /// As what is inside.
  public var fillsHeight: Bool { content.fillsHeight }

  /// As what is inside.
  public var alignsOnDecimalSign: Bool { content.alignsOnDecimalSign }

  /// As what is inside.
  public func widthAfterDecimalSign(_ context: LayoutContext) throws(LayoutError) -> Double {
    try content.widthAfterDecimalSign(inner(context))
  }

  /// The same around what is inside, aligned.
  public func aligned(tail: Double) -> any Element {
    var copy = self
    copy.content = content.aligned(tail: tail)
    return copy
  }

  /// As what is inside.
  public func largestFactor(in space: Constraints, upTo most: Double, _ context: LayoutContext) throws(LayoutError)
    -> Double?
  {
    try content.largestFactor(in: space, upTo: most, inner(context))
  }
}

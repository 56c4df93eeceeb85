/// Makes the type of its content as large as its space allows, between two factors.
public struct Fit: Element {
  /// What is fitted.
  public var content: any Element
  /// The smallest factor on the sizes of type.
  public var least: Double
  /// The largest factor.
  public var most: Double

  /// Fits an element.
  public init(_ content: any Element, least: Double = 0.1, most: Double = 1) {
    self.content = content
    self.least = least
    self.most = most
  }

  /// Searches the largest scale at which the content is whole; to a 256th of the range, which no eye can tell. No word is cut
  /// unless one would not fit even at the smallest. What is too much even then goes on at the smallest on the next page.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    var search = context
    search.showsOverflow = false
    var whole = search
    whole.keepsWordsWhole = true
    if let fitted = try self.search(in: space, whole) { return fitted }
    if !context.keepsWordsWhole, let fitted = try self.search(in: space, search) { return fitted }
    let smallest = try attempt(least, in: space, context)
    if case .part(let frame, let rest) = smallest { return .part(frame, rest: Fit(rest, least: least, most: least)) }
    return smallest
  }

  private func search(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment? {
    let largest = try attempt(most, in: space, context)
    if case .whole = largest { return largest }
    var best = try attempt(least, in: space, context)
    guard case .whole = best else { return nil }
    var (low, high) = (least, most)
    for _ in 0..<8 {
      let middle = (low + high) / 2
      let fragment = try attempt(middle, in: space, context)
      if case .whole = fragment {
        best = fragment
        low = middle
      } else {
        high = middle
      }
    }
    return best
  }

  private func attempt(_ factor: Double, in space: Constraints, _ context: LayoutContext) throws(LayoutError)
    -> Fragment
  {
    var scaled = context
    scaled.fontScale = context.fontScale * factor
    return try content.layout(in: space, scaled)
  }
}

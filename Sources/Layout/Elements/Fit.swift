/// Makes the type of its content as large as its space allows, between two factors.
public struct Fit: Element, Wrapper {
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
  /// unless one would not fit even at the smallest; then it is cut at its soft hyphens, and only where those are not enough,
  /// anywhere. What is too much even then goes on at the smallest on the next page.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    var search = context
    search.showsOverflow = false
    for breaks in [WordBreaks.never, .atSoftHyphens, .anywhere] {
      search.wordBreaks = breaks
      if let fitted = try largest(in: space, search) { return fitted }
      if breaks == context.wordBreaks { break }
    }
    let smallest = try attempt(least, in: space, context)
    if case .part(let frame, let rest) = smallest { return .part(frame, rest: Fit(rest, least: least, most: least)) }
    return smallest
  }

  /// No: how large its figures are is not known before it is fitted.
  public var alignsOnDecimalSign: Bool { false }

  /// None of its own: it fits its content already.
  public func largestFactor(in space: Constraints, upTo most: Double, _ context: LayoutContext) throws(LayoutError)
    -> Double?
  { nil }

  /// The content at the largest scale at which it is whole; nil where it is not even at the smallest.
  private func largest(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment? {
    var trial = context
    trial.isTrial = true
    let known = try content.largestFactor(in: space, upTo: most, trial)
    let found: Double? = if let known, known >= least { min(known, most) } else { try search(in: space, trial) }
    guard var factor = found else { return nil }
    // What is tried is reckoned from one size of type, since all its measures grow alike; when it is set at last, the rounding
    // of a measure can cost a step.
    let step = (most - least) / 256
    for _ in 0..<4 {
      let fragment = try attempt(factor, in: space, context)
      if case .whole = fragment { return fragment }
      factor = max(least, factor - step)
    }
    let smallest = try attempt(least, in: space, context)
    if case .whole = smallest { return smallest }
    return nil
  }

  private func search(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Double? {
    func fits(_ factor: Double) throws(LayoutError) -> Bool {
      if case .whole = try attempt(factor, in: space, context) { return true }
      return false
    }
    if try fits(most) { return most }
    guard try fits(least) else { return nil }
    var (low, high) = (least, most)
    for _ in 0..<8 {
      let middle = (low + high) / 2
      if try fits(middle) { low = middle } else { high = middle }
    }
    return low
  }

  private func attempt(_ factor: Double, in space: Constraints, _ context: LayoutContext) throws(LayoutError)
    -> Fragment
  {
    var scaled = context
    scaled.fontScale = context.fontScale * factor
    return try content.layout(in: space, scaled)
  }
}

/// Makes the type of its content as large as its space allows, between two factors.
///
/// Type gets smaller down to a floor before a word is cut, and before a line is broken that ought not to be.
public struct Fit: Element, Wrapper {
  /// What is fitted.
  public var content: any Element
  /// The smallest factor on the sizes of type.
  public var least: Double
  /// The largest factor.
  public var most: Double
  /// The size that no type in it is made smaller than, in points; type that is smaller by itself keeps its size.
  public var leastSize: Double
  /// Whether only the width counts: what is too high goes on on the next page, in type of the same size.
  public var fitsWidthOnly: Bool

  /// Fits an element.
  ///
  /// - Parameters:
  ///   - content: what is fitted.
  ///   - least: the smallest factor on the sizes of type.
  ///   - most: the largest factor.
  ///   - leastSize: the size that no type is made smaller than, in points.
  ///   - fitsWidthOnly: whether only the width counts.
  public init(
    _ content: any Element, least: Double = 0.1, most: Double = 1, leastSize: Double = 0, fitsWidthOnly: Bool = false
  ) {
    self.content = content
    self.least = least
    self.most = most
    self.leastSize = leastSize
    self.fitsWidthOnly = fitsWidthOnly
  }

  /// Searches the largest scale at which the content is whole; to a 256th of the range, which no eye can tell. No word is cut
  /// unless one would not fit even at the smallest; then it is cut at its soft hyphens, and only where those are not enough,
  /// anywhere. Where a line that may not be broken is too wide even so, it is broken in the same way. What is too much even then
  /// goes on at the smallest on the next page.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    if fitsWidthOnly { return try narrowed(in: space, context) }
    var search = context
    search.showsOverflow = false
    for breaksAllLines in context.breaksAllLines.map({ [$0] }) ?? [false, true] {
      search.breaksAllLines = breaksAllLines
      for breaks in [WordBreaks.never, .atSoftHyphens, .anywhere] {
        search.wordBreaks = breaks
        if let fitted = try largest(in: space, search) { return fitted }
        if breaks == context.wordBreaks { break }
      }
    }
    let smallest = try attempt(least, in: space, context)
    if case .part(let frame, let rest) = smallest { return .part(frame, rest: fixed(rest, at: least)) }
    return smallest
  }

  /// No: how large its figures are is not known before it is fitted.
  public var alignsOnDecimalSign: Bool { false }

  /// None of its own: it fits its content already.
  public func largestFactor(in space: Constraints, upTo most: Double, _ context: LayoutContext) throws(LayoutError)
    -> Double?
  { nil }

  // MARK: - Width and height

  /// The content at the largest scale at which it is whole; nil where it is not even at the smallest.
  private func largest(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment? {
    let trial = trial(context)
    let known = try content.largestFactor(in: space, upTo: most, trial)
    let found: Double? =
      if let known, known >= least {
        min(known, most)
      } else {
        try search { (factor) throws(LayoutError) in
          if case .whole = try attempt(factor, in: space, trial) { true } else { false }
        }
      }
    guard var factor = found else { return nil }
    // What is tried is reckoned from one size of type, since all its measures grow alike; when it is set at last, the rounding
    // of a measure can cost a step.
    for _ in 0..<4 {
      let fragment = try attempt(factor, in: space, context)
      if case .whole = fragment { return fragment }
      factor = max(least, factor - step)
    }
    let smallest = try attempt(least, in: space, context)
    if case .whole = smallest { return smallest }
    return nil
  }

  // MARK: - Width alone

  /// The content as large as its width allows, however high it gets. How words are broken is left to what is in it.
  private func narrowed(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    var plain = context
    plain.showsOverflow = false
    var factor = most
    var fragment = try attempt(factor, in: space, plain)
    if fragment.isTooWide {
      let trial = trial(plain)
      factor =
        try search { (factor) throws(LayoutError) in
          !(try attempt(factor, in: space, trial).isTooWide)
        } ?? least
      fragment = try attempt(factor, in: space, plain)
      if fragment.isTooWide { factor = max(least, factor - step) }
    }
    // Only what nothing can be done about is shown to a designer as it is.
    if fragment.isTooWide { fragment = try attempt(factor, in: space, context) }
    if case .part(let frame, let rest) = fragment { return .part(frame, rest: fixed(rest, at: factor)) }
    return fragment
  }

  // MARK: - Trying

  /// What is left for the next page, in type of the same size.
  private func fixed(_ rest: any Element, at factor: Double) -> Fit {
    Fit(rest, least: factor, most: factor, leastSize: leastSize, fitsWidthOnly: fitsWidthOnly)
  }

  private var step: Double { (most - least) / 256 }

  private func trial(_ context: LayoutContext) -> LayoutContext {
    var trial = context
    trial.isTrial = true
    return trial
  }

  /// The largest factor that fits; nil where none does.
  private func search(_ fits: (Double) throws(LayoutError) -> Bool) throws(LayoutError) -> Double? {
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
    scaled.leastSize = max(context.leastSize, leastSize)
    return try content.layout(in: space, scaled)
  }
}

extension Fragment {
  /// Whether nothing can be placed for want of width.
  fileprivate var isTooWide: Bool {
    if case .none(let misfit) = self, case .tooWide = misfit.reason { true } else { false }
  }
}

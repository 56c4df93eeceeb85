/// An element that runs through columns of one width, as high as one another as its breaks allow.
public struct Columns: Element, Wrapper {
  /// What runs through them.
  public var content: any Element
  /// How many there are.
  public var count: Int
  /// Blank between two neighbours, in points.
  public var gap: Double

  /// Sets an element in columns.
  public init(_ content: any Element, count: Int, gap: Double) {
    self.content = content
    self.count = count
    self.gap = gap
  }

  /// Searches the least height at which the columns hold all of it, to half a point; where the space does not, they are as high as
  /// that, and the rest goes on on the next page.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    let limit = space.width.limit
    let width = (limit - gap * Double(count - 1)) / Double(count)
    guard count > 1, limit.isFinite, width > 0 else { return try content.layout(in: space, context) }
    let most: Double
    switch try column(of: content, width: width, height: .infinity, space, context) {
    case .whole(let frame), .part(let frame, _): most = min(space.height, frame.size.height)
    case .none(let misfit): return .none(misfit)
    }
    guard case .filled(var filled) = try fill(width, most, space, context) else {
      return .none(try content.misfit(in: space, context))
    }
    if filled.rest == nil {
      var (low, high) = (0.0, most)
      while high - low > 0.5 {
        let middle = (low + high) / 2
        if case .filled(let tried) = try fill(width, middle, space, context), tried.rest == nil {
          (filled, high) = (tried, middle)
        } else {
          low = middle
        }
      }
    }
    let frame = assemble(filled.frames, width: width, total: limit, context.direction)
    return filled.rest.map { .part(frame, rest: Columns($0, count: count, gap: gap)) } ?? .whole(frame)
  }

  /// No: what is in one column does not align with another.
  public var alignsOnDecimalSign: Bool { false }

  /// None of its own: its columns are narrower than the space.
  public func largestFactor(in space: Constraints, upTo most: Double, _ context: LayoutContext) throws(LayoutError)
    -> Double?
  { nil }

  private enum Trial {
    case filled((frames: [Frame], rest: (any Element)?))
    /// A column could not even be begun.
    case stuck
  }

  /// Fills the columns, each up to a height.
  private func fill(_ width: Double, _ height: Double, _ space: Constraints, _ context: LayoutContext)
    throws(LayoutError) -> Trial
  {
    var frames: [Frame] = []
    var rest: (any Element)? = content
    while let element = rest, frames.count < count {
      switch try column(of: element, width: width, height: height, space, context) {
      case .whole(let frame):
        frames.append(frame)
        rest = nil
      case .part(let frame, let left):
        frames.append(frame)
        rest = left
      case .none:
        guard !frames.isEmpty else { return .stuck }
        return .filled((frames, element))
      }
    }
    return .filled((frames, rest))
  }

  private func column(
    of element: any Element, width: Double, height: Double, _ space: Constraints, _ context: LayoutContext
  ) throws(LayoutError) -> Fragment {
    try element.layout(
      in: Constraints(width: .exact(width), height: height, isFreshPage: space.isFreshPage && height >= space.height),
      context)
  }

  private func assemble(_ frames: [Frame], width: Double, total: Double, _ direction: Direction) -> Frame {
    var frame = Frame(size: Size(total, frames.reduce(0) { max($0, $1.size.height) }), baseline: frames.first?.baseline)
    let origins = Tracks.origins(
      [Double](repeating: width, count: count), gap: gap, within: total, direction)
    for (column, x) in zip(frames, origins) { frame.add(column, at: Point(x, 0)) }
    return frame
  }
}

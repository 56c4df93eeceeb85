/// The part of a table that stands on one page, while it grows.
struct TablePage {
  let plan: TablePlan
  let space: Constraints
  private(set) var frame: Frame

  /// A state to which the page can go back.
  struct Checkpoint {
    fileprivate var items: Int
    fileprivate var height: Double
  }

  init(plan: TablePlan, space: Constraints) {
    self.plan = plan
    self.space = space
    self.frame = Frame(size: Size(plan.width, 0), role: plan.hasRoles ? .table : nil)
  }

  var height: Double { frame.size.height }

  var checkpoint: Checkpoint { Checkpoint(items: frame.items.count, height: frame.size.height) }

  mutating func rewind(to checkpoint: Checkpoint) {
    frame.items.removeSubrange(checkpoint.items...)
    frame.size.height = checkpoint.height
  }

  /// Adds a row if it fits whole; otherwise says why not and leaves the page as it was.
  mutating func add(_ row: any Element, isFresh: Bool = false, _ context: LayoutContext) throws(LayoutError) -> Misfit?
  {
    let offer = offer(keeping: 0, isFresh: isFresh)
    switch try row.layout(in: offer, context) {
    case .whole(let placed):
      append(placed)
      return nil
    case .part: return try row.misfit(in: offer, context)
    case .none(let misfit): return misfit
    }
  }

  /// Adds as much of a row as fits above a reserve.
  mutating func addPart(of row: any Element, keeping reserve: Double, _ context: LayoutContext)
    throws(LayoutError) -> Fragment
  {
    let fragment = try row.layout(in: offer(keeping: reserve, isFresh: true), context)
    switch fragment {
    case .whole(let placed), .part(let placed, _): append(placed)
    case .none: break
    }
    return fragment
  }

  private func offer(keeping reserve: Double, isFresh: Bool) -> Constraints {
    let left = max(0, space.height - height - reserve)
    return Constraints(width: .exact(plan.width), height: left, isFreshPage: isFresh)
  }

  private mutating func append(_ placed: Frame) {
    if frame.baseline == nil, let baseline = placed.baseline { frame.baseline = height + baseline }
    frame.add(placed, at: Point(0, height))
    frame.size.height += placed.size.height
  }
}

/// Rows in columns. On every page it repeats its head, and where it goes on it can carry a subtotal over.
///
/// Rows are kept whole unless one alone is higher than a page. The head never stands on a page without a row.
public struct Table: Element {
  /// The columns, in the order of reading.
  public var columns: [Track]
  /// Blank between two columns, in points.
  public var gap: Double
  /// The head, repeated on every page; nil for none.
  public var head: TableRow?
  /// The rows.
  public var rows: TableRows
  /// The row at the foot of a page that is not the last: a function of how many rows stand above it, from the first page on.
  public var carriedForward: (@Sendable (Int) -> TableRow)?
  /// The row at the top of a page that is not the first, likewise.
  public var broughtForward: (@Sendable (Int) -> TableRow)?

  /// Index of the first row that is still to be placed.
  var start = 0
  /// What is left of the row before `start`, when it was higher than a page.
  var remainder: (any Element)?
  /// The columns' widths, once they are known.
  var plan: TablePlan?

  /// Makes a table.
  public init(
    columns: [Track], gap: Double = 0, head: TableRow? = nil, rows: [TableRow],
    carriedForward: (@Sendable (Int) -> TableRow)? = nil, broughtForward: (@Sendable (Int) -> TableRow)? = nil
  ) {
    self.init(
      columns: columns, gap: gap, head: head, rows: TableRows(rows), carriedForward: carriedForward,
      broughtForward: broughtForward)
  }

  /// Makes a table of rows that are made when they are placed.
  public init(
    columns: [Track], gap: Double = 0, head: TableRow? = nil, rows: TableRows,
    carriedForward: (@Sendable (Int) -> TableRow)? = nil, broughtForward: (@Sendable (Int) -> TableRow)? = nil
  ) {
    self.columns = columns
    self.gap = gap
    self.head = head
    self.rows = rows
    self.carriedForward = carriedForward
    self.broughtForward = broughtForward
  }

  /// Places as many rows as fit, with room for the row that carries the subtotal over.
  public func layout(in space: Constraints, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    let plan: TablePlan
    do { plan = try currentPlan(for: space.width, context) } catch .overflow(let misfit) { return .none(misfit) }
    var page = TablePage(plan: plan, space: space)
    if let head, let misfit = try page.add(plan.element(for: head, isHead: true), context) { return .none(misfit) }
    let isContinued = start > 0 || remainder != nil
    if isContinued, let broughtForward {
      if let misfit = try page.add(plan.element(for: broughtForward(start)), context) { return .none(misfit) }
    }
    return try fill(page, context)
  }

  private func fill(_ opened: TablePage, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    var page = opened
    // The places where the page may end, with the number of rows above each.
    var breaks: [(count: Int, place: TablePage.Checkpoint)] = []
    var misfit: Misfit?
    var index = start
    if let remainder {
      misfit = try page.add(remainder, isFresh: page.space.isFreshPage, context)
      if misfit == nil { breaks.append((start, page.checkpoint)) }
    }
    while misfit == nil, index < rows.count {
      let isFresh = page.space.isFreshPage && breaks.isEmpty
      misfit = try page.add(page.plan.element(for: rows[index]), isFresh: isFresh, context)
      guard misfit == nil else { break }
      index += 1
      breaks.append((index, page.checkpoint))
    }
    guard let misfit else { return .whole(page.frame) }
    while let last = breaks.popLast() {
      page.rewind(to: last.place)
      if let part = try close(page, after: last.count, rest: nil, context) { return part }
    }
    guard page.space.isFreshPage else { return .none(misfit) }
    return try split(opened, misfit, context)
  }

  /// Breaks a row that is higher than a page, since it would never fit.
  private func split(_ opened: TablePage, _ misfit: Misfit, _ context: LayoutContext) throws(LayoutError) -> Fragment {
    var page = opened
    let row = remainder ?? page.plan.element(for: rows[start])
    let count = remainder == nil ? start + 1 : start
    var reserve = 0.0
    if let carriedForward {
      var foot = TablePage(plan: page.plan, space: page.space)
      if let misfit = try foot.add(page.plan.element(for: carriedForward(count)), context) { return .none(misfit) }
      reserve = foot.height
    }
    switch try page.addPart(of: row, keeping: reserve, context) {
    case .whole: return try close(page, after: count, rest: nil, context) ?? .none(misfit)
    case .part(_, let rest): return try close(page, after: count, rest: rest, context) ?? .none(misfit)
    case .none(let reason): return .none(reason)
    }
  }

  /// Ends a page with the row that carries the subtotal over; nil when there is no room for it.
  private func close(_ page: TablePage, after count: Int, rest: (any Element)?, _ context: LayoutContext)
    throws(LayoutError) -> Fragment?
  {
    var page = page
    if let carriedForward {
      guard try page.add(page.plan.element(for: carriedForward(count)), context) == nil else { return nil }
    }
    var table = self
    table.start = count
    table.remainder = rest
    table.plan = page.plan
    return .part(page.frame, rest: table)
  }

  private func currentPlan(for width: Constraints.Width, _ context: LayoutContext) throws(LayoutError) -> TablePlan {
    if let plan, plan.offered == width, plan.fontScale == context.fontScale { return plan }
    return try TablePlan.make(for: self, width: width, context)
  }
}

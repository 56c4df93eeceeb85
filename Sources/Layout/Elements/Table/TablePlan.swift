/// The widths of a table's columns, worked out once and kept from page to page.
struct TablePlan: Sendable {
  /// The width it was made for.
  var offered: Constraints.Width
  /// The scale of type it was made for.
  var fontScale: Double
  /// The width of the whole table, in points.
  var width: Double
  /// The left edge of each column, in points.
  var origins: [Double]
  /// The width of each column, in points.
  var widths: [Double]
  /// Whether rows and cells say what they are, to be read aloud.
  var hasRoles: Bool
  /// Whether the table has a head: then the first cell of each row says what the row is about.
  var hasHead: Bool
  /// For each column that aligns on the decimal sign, the widest tail behind the sign, in points.
  var tails: [Double?]

  /// Works out the columns of a table.
  static func make(for table: Table, width: Constraints.Width, _ context: LayoutContext) throws(LayoutError)
    -> TablePlan
  {
    // The rows that carry a subtotal over are at their widest below the last row.
    let carried = [table.carriedForward, table.broughtForward].compactMap { $0?(table.rows.count) }
    let others = carried + (table.head.map { [$0] } ?? [])
    let isNatural = table.columns.map { track in
      switch track {
      case .natural, .naturalUpTo: true
      case .fixed: false
      case .fraction, .fractionFrom, .share: !width.limit.isFinite
      }
    }
    let measures = try ColumnMeasures(table.rows, and: others, isNatural: isNatural, context).columns
    let widths = try Tracks.resolve(table.columns, gap: table.gap, limit: width.limit) { index, _ in
      measures[index].natural
    }
    let total = Constraints(width: width, height: 0).frameWidth(around: Tracks.sum(widths, gap: table.gap))
    return TablePlan(
      offered: width, fontScale: context.fontScale, width: total,
      origins: Tracks.origins(widths, gap: table.gap, within: total, context.direction), widths: widths,
      hasRoles: context.hasRoles, hasHead: table.head != nil, tails: measures.map(\.tail))
  }

  /// The cells of a row with the columns each takes.
  private static func cells(of row: TableRow, in count: Int) -> [(columns: ClosedRange<Int>, cell: TableRow.Cell)] {
    var cells: [(ClosedRange<Int>, TableRow.Cell)] = []
    cells.reserveCapacity(row.cells.count)
    var first = 0
    for cell in row.cells where first < count {
      let last = min(first + max(1, cell.span), count) - 1
      cells.append((first...last, cell))
      first = last + 1
    }
    return cells
  }

  private static func aligned(_ cell: TableRow.Cell, _ tail: Double?) -> any Element {
    guard let tail, cell.element.alignsOnDecimalSign else { return cell.element }
    return cell.element.aligned(tail: tail)
  }

  /// A row of the table as an element with its cells in their columns.
  func element(for row: TableRow, isHead: Bool = false) -> any Element {
    let cells = TablePlan.cells(of: row, in: widths.count).map { columns, cell in
      let (first, last) = (columns.lowerBound, columns.upperBound)
      // Across several columns, from the outer edge of the first to the outer edge of the last, whichever way they run.
      let left = min(origins[first], origins[last])
      let right = max(origins[first] + widths[first], origins[last] + widths[last])
      return RowCell(
        element: TablePlan.aligned(cell, tails[last]), x: left, width: right - left,
        role: hasRoles ? role(of: columns, isHead: isHead) : nil)
    }
    let placed = PlacedRow(cells: cells, width: width, alignment: row.alignment, role: hasRoles ? .row : nil)
    guard row.padding.top > 0 || row.padding.bottom > 0 || row.rule != nil else { return placed }
    let rule = row.rule
    let padding = Insets(top: row.padding.top, end: 0, bottom: row.padding.bottom + (rule?.width ?? 0), start: 0)
    return Box(placed, padding: padding, edges: rule.map { [.bottom: $0] } ?? [:])
  }

  /// What a cell is to somebody who hears the table read.
  private func role(of columns: ClosedRange<Int>, isHead: Bool) -> Role {
    if isHead { return .headerCell(span: columns.count) }
    return hasHead && columns.lowerBound == 0 ? .rowHeaderCell(span: columns.count) : .cell(span: columns.count)
  }
}

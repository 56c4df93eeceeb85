/// What the cells of a table's columns need, found in one walk over its rows.
struct ColumnMeasures {
  /// What the cells of one column need, in points.
  struct Column {
    /// The widest cell that aligns on no sign.
    var plain = 0.0
    /// The widest part before a decimal sign.
    var head = 0.0
    /// The widest part from the sign on; nil where no cell aligns on it.
    var tail: Double?

    /// The width in which every cell fits, the aligned ones with their signs under one another.
    var natural: Double { max(plain, head + (tail ?? 0)) }
  }

  private(set) var columns: [Column]

  /// Measures rows.
  ///
  /// - Parameters:
  ///   - rows: the rows.
  ///   - others: more rows in the same columns.
  ///   - isNatural: for each column, whether its width follows its content; the others need to know their tails only.
  ///   - context: measures content.
  /// - Throws: ``LayoutError`` when content cannot be measured.
  init(_ rows: TableRows, and others: [TableRow], isNatural: [Bool], _ context: LayoutContext) throws(LayoutError) {
    columns = Array(repeating: Column(), count: isNatural.count)
    for row in rows { try add(row, isNatural, context) }
    for row in others { try add(row, isNatural, context) }
  }

  private mutating func add(_ row: TableRow, _ isNatural: [Bool], _ context: LayoutContext) throws(LayoutError) {
    var first = 0
    for cell in row.cells where first < columns.count {
      let last = min(first + max(1, cell.span), columns.count) - 1
      try add(cell.element, to: last, isNatural: first == last && isNatural[last], context)
      first = last + 1
    }
  }

  private mutating func add(_ element: any Element, to column: Int, isNatural: Bool, _ context: LayoutContext)
    throws(LayoutError)
  {
    guard element.alignsOnDecimalSign else {
      guard isNatural else { return }
      columns[column].plain = max(columns[column].plain, try element.naturalWidth(within: .infinity, context))
      return
    }
    let tail = try element.widthAfterDecimalSign(context)
    columns[column].tail = max(columns[column].tail ?? 0, tail)
    guard isNatural else { return }
    let width = try element.naturalWidth(within: .infinity, context)
    columns[column].head = max(columns[column].head, width - tail)
  }
}

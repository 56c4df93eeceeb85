/// A row of a table.
public struct TableRow: Sendable {
  /// What stands in one column, or across several.
  public struct Cell: Sendable {
    /// What stands there.
    public var element: any Element
    /// How many columns it takes, at least one.
    public var span: Int

    /// Makes a cell.
    public init(_ element: any Element, span: Int = 1) {
      self.element = element
      self.span = span
    }
  }

  /// The cells, in the order of reading; there is no place for more than the table has columns.
  public var cells: [Cell]
  /// Blank above and below the cells, in points.
  public var padding: (top: Double, bottom: Double)
  /// The line below the row; nil for none.
  public var rule: Box.Border?
  /// How the cells stand beside one another.
  public var alignment: Row.Alignment

  /// Makes a row.
  public init(
    _ cells: [Cell], padding: (top: Double, bottom: Double) = (0, 0), rule: Box.Border? = nil,
    alignment: Row.Alignment = .baseline
  ) {
    self.cells = cells
    self.padding = padding
    self.rule = rule
    self.alignment = alignment
  }
}

/// The rows of a table. Of many each is made when it is asked for, so that of ten thousand only those are there that are being measured
/// or placed; a few are kept, since they are asked for twice.
public struct TableRows: RandomAccessCollection, Sendable {
  private let number: Int
  private let row: @Sendable (Int) -> TableRow

  /// Rows that are there already.
  public init(_ rows: [TableRow]) { (number, row) = (rows.count, { rows[$0] }) }

  /// - Parameters:
  ///   - count: how many there are.
  ///   - row: makes one of them, the same whenever it is asked for it.
  public init(count: Int, _ row: @escaping @Sendable (Int) -> TableRow) {
    number = count
    guard count <= Self.mostKept else {
      self.row = row
      return
    }
    let rows = (0..<count).map(row)
    self.row = { rows[$0] }
  }

  /// How many are kept at the most.
  private static let mostKept = 128

  /// Zero.
  public var startIndex: Int { 0 }

  /// How many there are.
  public var endIndex: Int { number }

  /// Makes a row.
  public subscript(index: Int) -> TableRow { row(index) }
}

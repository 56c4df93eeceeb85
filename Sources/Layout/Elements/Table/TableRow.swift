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

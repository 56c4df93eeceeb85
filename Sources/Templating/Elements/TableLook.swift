import Layout

/// How a table looks: its styles, and the blank and the lines around its rows.
struct TableLook {
  let gap: Double
  let cells: StyleSheet
  let heads: StyleSheet
  let carried: StyleSheet
  let row: RowLook
  let headRow: RowLook

  init(_ keys: inout Keys, _ reading: TemplateReading) {
    gap = keys[TableNode.gap] ?? 0
    let own = TableLook.sheet(TableNode.style, &keys, reading) ?? reading.sheet(nil, name: nil)
    cells = own
    heads = TableLook.sheet(TableNode.headStyle, &keys, reading) ?? own
    carried = TableLook.sheet(TableNode.carriedStyle, &keys, reading) ?? own
    let padding = keys[TableNode.rowPadding] ?? .zero
    row = RowLook(padding, rule: keys[TableNode.rowRule], alignment: .baseline)
    headRow = RowLook(keys[TableNode.headPadding] ?? padding, rule: keys[TableNode.headRule], alignment: .bottom)
  }

  private static func sheet(_ property: Property<String>, _ keys: inout Keys, _ reading: TemplateReading) -> StyleSheet?
  {
    keys.place(of: property).map { reading.sheet($0, name: keys[property]) }
  }
}

/// The blank and the line around a row.
struct RowLook: Sendable {
  private let padding: (top: Double, bottom: Double)
  private let rule: Box.Border?
  private let alignment: Row.Alignment

  init(_ padding: Insets, rule: Box.Border?, alignment: Row.Alignment) {
    self.padding = (padding.top, padding.bottom)
    self.rule = rule
    self.alignment = alignment
  }

  /// The same without its line.
  var withoutRule: RowLook {
    RowLook(
      Insets(top: padding.top, end: 0, bottom: padding.bottom, start: 0), rule: nil, alignment: alignment)
  }

  /// A row of cells, each of which may take several columns.
  func filled(with cells: [Blueprint], spans: [Int]? = nil, in scope: Scope) -> TableRow {
    let filled = cells.enumerated().map { index, cell in
      TableRow.Cell(cell.element(in: scope) ?? Spacer(.zero), span: spans?[index] ?? 1)
    }
    return TableRow(filled, padding: padding, rule: rule, alignment: alignment)
  }
}

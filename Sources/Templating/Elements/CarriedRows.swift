import Layout

/// The rows that carry a subtotal from page to page, as functions of the number of rows above them.
struct CarriedRows: Sendable {
  private struct Cells: Sendable {
    var blueprints: [Blueprint] = []
    var spans: [Int] = []
    var look: RowLook
  }

  private let path: ScopePath
  private let forward: Cells?
  private let back: Cells?

  /// Reads both rows; nil when there is none.
  init?(_ keys: inout Keys, _ look: TableLook, _ reading: TemplateReading) {
    let place = keys.place(of: TableNode.running)
    let name = keys[TableNode.running]
    let (forward, back) = (keys[TableNode.carried], keys[TableNode.brought])
    guard forward != nil || back != nil || place != nil else { return nil }
    if place == nil { reading.fault(.missingKey(TableNode.running.name, in: "table"), at: keys.mark) }
    let found = name.map { reading.indexed($0, at: place ?? keys.mark) }
    let shape = found?.shape ?? reading.shape.entering(nil)
    self.forward = CarriedRows.cells(forward, look.row.withoutRule, look.carried, shape, reading)
    self.back = CarriedRows.cells(back, look.row, look.carried, shape, reading)
    guard let path = found?.path else { return nil }
    self.path = path
  }

  private static func cells(
    _ list: [YAMLNode]?, _ look: RowLook, _ sheet: StyleSheet, _ shape: ScopeShape, _ reading: TemplateReading
  ) -> Cells? {
    guard let list else { return nil }
    var cells = Cells(look: look)
    reading.within(shape) {
      for node in list {
        let (value, rest) = node.taking(TableCell.span.name) ?? (nil, node)
        cells.spans.append(value.flatMap { TableCell.span.type.read($0, of: TableCell.span.name, reading) } ?? 1)
        cells.blueprints.append(TableCell(rest, sheet, reading).blueprint)
      }
    }
    return cells
  }

  /// The row at the foot of a page on which the table goes on; nil for none.
  func forward(in scope: Scope) -> (@Sendable (Int) -> TableRow)? { row(forward, in: scope) }
  /// The row at the top of a page on which the table goes on; nil for none.
  func back(in scope: Scope) -> (@Sendable (Int) -> TableRow)? { row(back, in: scope) }

  private func row(_ cells: Cells?, in scope: Scope) -> (@Sendable (Int) -> TableRow)? {
    guard let cells, case .indexed(let values)? = scope.value(at: path) else { return nil }
    return { index in
      cells.look.filled(with: cells.blueprints, spans: cells.spans, in: Scope(values(index), parent: scope))
    }
  }
}

import Layout

/// `table:`
enum TableNode {
  static let each = Property("each", .listName, "The list whose entries are the rows.", isRequired: true)
  static let columns = Property(
    "columns", .list("a list of columns", of: .column), "The columns, in the order of reading.", isRequired: true)
  static let gap = Property("gap", .length, "Blank between two columns.")
  static let style = Property("style", .styleName, "Style of the cells.")
  static let headStyle = Property("head-style", .styleName, "Style of the head.")
  static let rowPadding = Property("row-padding", .insets, "Blank above and below a row.")
  static let headPadding = Property("head-padding", .insets, "Blank above and below the head.")
  static let rowRule = Property("row-rule", .border, "Line below a row.")
  static let headRule = Property("head-rule", .border, "Line below the head.")
  static let running = Property(
    "running", .runningName, "The data for the rows that carry a subtotal from page to page.")
  static let carried = Property(
    "carried-forward", .list("a list of cells", of: .cell), "Cells at the foot of a page on which the table goes on.")
  static let brought = Property(
    "brought-forward", .list("a list of cells", of: .cell), "Cells at the top of a page on which the table goes on.")
  static let carriedStyle = Property("carried-style", .styleName, "Style of those cells.")

  /// The keys within a table.
  static let properties: [any AnyProperty] = [
    each, columns, gap, style, headStyle, rowPadding, headPadding, rowRule, headRule, running, carried, brought,
    carriedStyle,
  ]

  static let spec = ElementSpec(
    name: "table", summary: "Rows in columns; the head is repeated on every page.",
    type: PropertyType.node("the keys of a table", .reference(.table)),
    example: """
      - table:
          each: lines
          gap: 3mm
          head-rule: 1.4pt ink
          row-padding: 1mm 0
          row-rule: 0.4pt hair
          columns:
            - { width: 1fr, head: Given, cell: "{{item}}", font-weight: 600 }
            - { width: 14mm, head: How much, cell: "{{quantity}}", text-align: decimal }
            - { width: 16mm, cell: "{{unit}}" }
      """,
    properties: []
  ) { value, _, reading in
    guard var keys = Keys(value, of: "table", known: properties, reading) else { return nil }
    defer { keys.finish() }
    let look = TableLook(&keys, reading)
    let place = keys.place(of: each) ?? keys.mark
    let list = keys.require(each, in: "table").map { reading.list($0, at: place) }
    let rowShape = list?.shape ?? reading.shape.entering(nil)
    let columns = (keys.require(columns, in: "table") ?? []).compactMap {
      TableColumn($0, cells: look.cells, heads: look.heads, rowShape, reading)
    }
    let carried = CarriedRows(&keys, look, reading)
    guard let path = list?.path, !columns.isEmpty else { return nil }
    return table(of: path, columns, look, carried)
  }

  private static func table(of path: ScopePath, _ columns: [TableColumn], _ look: TableLook, _ carried: CarriedRows?)
    -> Blueprint
  {
    let tracks = columns.map(\.track)
    let cells = columns.map(\.cell)
    let heads = columns.contains { $0.head != nil } ? columns.map { $0.head ?? TableCell.blank } : nil
    let (gap, row, headRow) = (look.gap, look.row, look.headRow)
    return .bound { scope in
      let entries = scope.list(at: path)
      let rows = TableRows(count: entries.count) { row.filled(with: cells, in: scope.entering(entries[$0])) }
      let head = heads.map { headRow.filled(with: $0, in: scope) }
      return [
        Table(
          columns: tracks, gap: gap, head: head, rows: rows, carriedForward: carried?.forward(in: scope),
          broughtForward: carried?.back(in: scope))
      ]
    }
  }
}

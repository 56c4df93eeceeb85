import Layout

/// A column of a table: its width, its head and its cells.
struct TableColumn {
  static let width = Property(
    "width", .track,
    "A width such as 24mm, a share such as 1fr, at least so much: minmax(30mm, 1fr), auto, or auto up to what the others leave, fit-content, or to a width: fit-content(50mm)."
  )
  static let head = Property("head", .phrase, "What stands in the head.")
  static let cell = Property(
    "cell", .node("a text or an element", .reference(.element)), "What stands in every row: a text or an element.",
    isRequired: true)
  static let headAlignment = Property("head-align", .alignment, "Where the head stands; as the cells unless said.")

  static let properties: [any AnyProperty] = [width, head, cell, TextNode.style, headAlignment] + StyleSheet.properties

  let track: Track
  let head: Blueprint?
  let cell: Blueprint

  /// Reads a column; nil when it is none (the fault has been told).
  init?(_ node: YAMLNode, cells: StyleSheet, heads: StyleSheet, _ rowShape: ScopeShape, _ reading: TemplateReading) {
    guard var keys = Keys(node, of: "columns", known: TableColumn.properties, reading) else { return nil }
    track = keys[TableColumn.width] ?? .fraction(1)
    let named = keys.place(of: TextNode.style).map { reading.sheet($0, name: keys[TextNode.style]) }
    let sheet = (named ?? cells).overridden(by: &keys)
    var headSheet = heads
    // A head has no figures to align: it ends where they end.
    headSheet.alignment = keys[TableColumn.headAlignment] ?? (sheet.alignment == .decimal ? .end : sheet.alignment)
    head = keys[TableColumn.head].map { TextNode.blueprint($0, headSheet, reading) }
    let node = keys.require(TableColumn.cell, in: "columns")
    cell = reading.within(rowShape) { node.map { TableCell($0, sheet, reading).blueprint } } ?? TableCell.blank
    keys.finish()
  }
}

/// A cell: a bare text in the style of its row, or an element.
struct TableCell {
  static let span = Property("span", .span, "In carried rows: how many columns the cell takes.")
  static let blank = Blueprint.fixed(Spacer(.zero), leaves: 0)

  let blueprint: Blueprint

  init(_ node: YAMLNode, _ sheet: StyleSheet, _ reading: TemplateReading) {
    // Texts in a cell begin with the style of its row.
    let outer = reading.baseSheet
    reading.baseSheet = sheet
    blueprint = Vocabulary.node(node, reading)?.shared ?? TableCell.blank
    reading.baseSheet = outer
  }
}

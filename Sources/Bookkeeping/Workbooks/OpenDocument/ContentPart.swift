/// The second way through `content.xml`: the cells of one sheet become the text of a table as they are told.
final class ContentPart: XMLReceiver {
  private(set) var text = SheetText()

  private let wanted: Int
  private let parts: [String: CheckedDate.Part]
  private var sheets = -1
  private var tables = 0
  /// Tables may stand in drawings, too.
  private var isWanted: Bool { tables == 1 && sheets == wanted }
  /// The styles of columns whose cells name none, by the last column each has.
  private var columnStyles: [(last: Int, style: String?)] = []
  private var lastColumn = 0
  /// Where the column of the cell stands among them.
  private var columnStyle = 0

  private var row = 1
  private var rowCount = 1
  private var isHidden = false
  private var rowStyle: String?
  private var column = 1
  /// The cells of the row that hold something, each with how many alike stand side by side.
  private var cells: [(column: Int, count: Int, text: [UInt8])] = []
  private var cell: OpenDocumentCell?
  private var otherwise: (cell: String, value: String, shown: String)?
  private var otherwiseCount = 0

  init(sheet: Int, parts: [String: CheckedDate.Part]) { (wanted, self.parts) = (sheet, parts) }

  /// The first cell that shows another number than it holds.
  var note: SheetNote? {
    otherwise.map { .shownOtherwise(cell: $0.cell, value: $0.value, shown: $0.shown, count: otherwiseCount) }
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(InputFault) {
    if cell != nil {
      cell?.begin(name, attributes)
      return
    }
    switch name {
    case "table:table":
      tables += 1
      if tables == 1 { sheets += 1 }
    case _ where !isWanted: break
    case "table:table-column":
      lastColumn += min(attributes.number("table:number-columns-repeated") ?? 1, WorkbookBounds.columns)
      columnStyles.append((lastColumn, attributes["table:default-cell-style-name"]))
      guard columnStyles.count <= WorkbookBounds.columns else { throw .workbook(.tooLarge(.columns)) }
    case "table:table-row":
      rowCount = max(1, attributes.number("table:number-rows-repeated") ?? 1)
      isHidden = ["collapse", "filter"].contains(attributes["table:visibility"])
      rowStyle = attributes["table:default-cell-style-name"]
      (column, columnStyle) = (1, 0)
    case "table:table-cell": cell = begun(attributes, isCovered: false)
    case "table:covered-table-cell": cell = begun(attributes, isCovered: true)
    default: break
    }
  }

  func end(_ name: XMLName) throws(InputFault) {
    if let isOver = cell?.ends() {
      if isOver, let cell = cell.take() { add(cell) }
      return
    }
    switch name {
    case "table:table": tables -= 1
    case "table:table-row" where isWanted: try endRow()
    default: break
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) throws(InputFault) { cell?.text(bytes) }

  private func begun(_ attributes: XMLAttributes, isCovered: Bool) -> OpenDocumentCell {
    var part: CheckedDate.Part?
    // Nearly no table has a style that shows dates without their day.
    if !parts.isEmpty {
      while columnStyle < columnStyles.count, columnStyles[columnStyle].last < column { columnStyle += 1 }
      let style = columnStyle < columnStyles.count ? columnStyles[columnStyle].style : nil
      let own = attributes["table:style-name"] ?? rowStyle ?? style
      part = own.flatMap { parts[$0] }
    }
    return OpenDocumentCell(attributes, isCovered: isCovered, part: part)
  }

  private func add(_ cell: OpenDocumentCell) {
    let text = cell.content
    if !text.isEmpty {
      cells.append((column, cell.count, text))
      if let difference = cell.difference {
        otherwise =
          otherwise ?? (InputFault.cellName(line: row, column: column), difference.value, difference.shown)
        otherwiseCount += 1
      }
    }
    column += min(cell.count, WorkbookBounds.rows)
  }

  /// Writes the row as often as it stands there; blank ones are written when something stands below them.
  private func endRow() throws(InputFault) {
    defer {
      cells.removeAll(keepingCapacity: true)
      row += min(rowCount, 2 * WorkbookBounds.rows)
    }
    guard !cells.isEmpty else { return }
    for cell in cells { try text.add(cell.text, row: row, column: cell.column, count: cell.count) }
    try text.repeatRow(rowCount - 1)
    if isHidden { text.hide(row, count: rowCount) }
  }
}

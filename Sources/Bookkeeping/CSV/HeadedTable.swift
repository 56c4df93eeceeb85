import Characters

/// A table whose header has been understood: cells are asked for by the name of their column.
struct HeadedTable: Sendable {
  /// What a header says, by which rows can be read that are not in one table with it.
  struct Head: Sendable {
    /// What parts the cells.
    var separator: UInt8
    /// Where the known columns stand in a row.
    var places: [InputColumn: Int]
    /// How many cells the header has.
    var width: Int
    /// The currency that stands at the name of the price, as it was written.
    var money: String?
  }

  private(set) var table: CSVTable
  /// The rows below the header that are not blank.
  private(set) var rows: ArraySlice<CSVTable.Row> = []
  private(set) var faults = FaultList()
  /// What was decided while the table was understood.
  private(set) var notes: [InputNote] = []
  /// Whether the header has all columns that are needed, so that rows can be judged.
  private(set) var isReadable = false
  /// What the header says; nil where there is none.
  private(set) var head: Head?
  /// The line on which the header stands.
  private(set) var headerLine: Int?
  private var columnsPresent: [InputColumn] = []
  /// Where the known columns stand in a row, by their ordinals; -1 for those that there are not. Every cell of a long file is asked
  /// for by it.
  private var places = InlineArray<19, Int>(repeating: -1)

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - sheet: the sheet of a workbook; nil for the first that is visible.
  ///   - required: the columns that it must have.
  ///   - optional: the columns that it may have besides; others are notes of whoever keeps the file, and left alone.
  ///   - hints: what is known of the office.
  init(
    _ bytes: [UInt8], sheet: String? = nil, required: [InputColumn], optional: [InputColumn],
    _ hints: ReadingHints = ReadingHints()
  ) {
    do {
      let text = try TextSource(ByteSource(bytes), sheet: sheet, hints)
      let whole = try text.source.bytes(text.start..<text.source.count)
      let shape = TableShape(
        Array(whole.prefix(TableShape.headSize)), required: required, optional: optional, names: nil,
        sheet: text.source.sheet)
      let rows = shape.start == 0 ? whole : Array(whole[shape.start...])
      let table = CSVTable(utf8: rows, separator: shape.separator, firstLine: shape.firstLine, sheet: text.source.sheet)
      self.init(table, header: shape.header ?? 0, required: required, optional: optional)
      notes.insert(contentsOf: text.notes, at: 0)
      if rows.isEmpty || self.rows.isEmpty, faults.isEmpty {
        faults.append(InputFault(table.hasBlankRows ? .onlyBlankRows : .headerOnly))
      }
    } catch {
      self.init(CSVTable(utf8: []), header: 0, required: required, optional: optional)
      faults = FaultList([error])
    }
  }

  /// Understands the header of a table; see above.
  ///
  /// - Parameters:
  ///   - table: the header, the rows below it, and what stands above it.
  ///   - index: which of its rows is the header.
  ///   - required: the columns that it must have.
  ///   - optional: the columns that it may have besides.
  init(_ table: CSVTable, header index: Int, required: [InputColumn], optional: [InputColumn]) {
    self.table = table
    guard table.rows.indices.contains(index) else {
      faults =
        table.faults.isEmpty ? FaultList([table.sheet?.otherSheetsFault ?? InputFault(.empty)]) : table.faults
      return
    }
    let header = table.rows[index]
    headerLine = header.line
    // What stands above the header is nobody's row.
    faults = table.faults.filter { ($0.line ?? header.line) >= header.line }
    let headerFaults = HeaderFaults(header, of: table, required: required, optional: optional)
    // A page before the tables names no column. What it lacks is told all the same: it may be a list that needs none.
    if headerFaults.places.isEmpty, let fault = table.sheet?.otherSheetsFault { faults.append(fault) }
    faults += headerFaults.faults
    head = Head(
      separator: table.separator, places: headerFaults.places, width: header.cells.count, money: headerFaults.money)
    setPlaces(headerFaults.places)
    isReadable = required.allSatisfy { headerFaults.places[$0] != nil } && !header.isBroken
    if index > 0, isReadable { notes.append(InputNote(line: header.line, .headerFound(line: header.line))) }
    rows = table.rows.dropFirst(index + 1)
    checkSize(header)
    for index in rows.indices { checkWidth(index, expected: header.cells.count) }
  }

  /// Takes rows whose header stands elsewhere.
  init(_ head: Head, _ table: CSVTable) {
    self.table = table
    self.head = head
    setPlaces(head.places)
    faults = table.faults
    isReadable = true
    rows = table.rows[...]
    for index in rows.indices { checkWidth(index, expected: head.width) }
  }

  private mutating func setPlaces(_ known: [InputColumn: Int]) {
    for (column, place) in known { places[column.ordinal] = place }
    columnsPresent = Array(known.keys)
  }

  /// The cell of a row; nil where the file has no such column or the row ends before it.
  func cell(_ column: InputColumn, of row: CSVTable.Row) -> CSVTable.Cell? {
    let place = places[column.ordinal]
    guard place >= 0, place < row.cells.count else { return nil }
    return table.cells[row.cells.lowerBound + place]
  }

  /// The text of a cell, without what nobody sees and is no part of it; empty where there is none.
  func text(_ column: InputColumn, of row: CSVTable.Row) -> String {
    guard let cell = cell(column, of: row) else { return "" }
    var text = table.text(of: cell)
    if table.sheet != nil, !column.isNumber { text = SheetNumber.shown(text) }
    return column.isShown ? text.withoutMarks : text.withoutUnseen
  }

  /// Whether a sheet's cell holds a date.
  func isDate(_ column: InputColumn, of row: CSVTable.Row) -> Bool {
    guard table.sheet != nil, let cell = cell(column, of: row) else { return false }
    let text = table.text(of: cell)
    return SheetDate.isMarked(text) || CheckedDate(text)?.month != nil
  }

  /// A number's text as people write it, in whatever the table stands.
  func shown(_ text: String) -> String { table.sheet == nil ? text : SheetNumber.shown(text) }

  /// A fault of a row's cell.
  func fault(_ column: InputColumn, of row: CSVTable.Row, _ fact: InputFault.Fact) -> InputFault {
    guard let cell = cell(column, of: row) else {
      // A sheet has a cell there all the same.
      let place = table.sheet == nil ? nil : head?.places[column]
      return InputFault(line: row.line, column: place.map { $0 + 1 }, fact)
    }
    return InputFault(line: cell.line, column: table.column(of: cell), fact)
  }

  /// Where a row's cells begin; those that begin on a later line of the row are left out.
  func places(of row: CSVTable.Row) -> CellPlaces {
    var columns = CellPlaces()
    for column in columnsPresent {
      guard let cell = cell(column, of: row), cell.line == row.line else { continue }
      columns[column] = table.column(of: cell)
    }
    return columns
  }

  /// A table that is read whole is no larger than a spreadsheet may be. What is beyond is left out, since it is refused anyway.
  private mutating func checkSize(_ header: CSVTable.Row) {
    if header.cells.count > InputBounds.mostColumns {
      isReadable = false
      faults.append(
        InputFault(line: header.line, .tooManyColumns(found: header.cells.count, most: InputBounds.mostColumns)))
    }
    if rows.count > InputBounds.mostRows {
      rows = rows.prefix(InputBounds.mostRows)
      let line = rows.last?.line
      faults.append(InputFault(line: line.map { $0 + 1 }, .tooManyRows(most: InputBounds.mostRows)))
    }
  }

  /// Blank cells at the end are what spreadsheets leave behind; text there means that a separator was not quoted.
  private mutating func checkWidth(_ index: Int, expected: Int) {
    let row = rows[index]
    guard row.cells.count > expected, !row.isBroken else { return }
    let surplus = table.cells[row.cells].dropFirst(expected)
    guard let first = surplus.first, let last = surplus.lastIndex(where: { !table.isEmpty($0) }) else { return }
    rows[index].isBroken = true
    let found = last - row.cells.lowerBound + 1
    faults.append(
      InputFault(line: first.line, column: table.column(of: first), .surplusCells(found: found, expected: expected)))
  }
}

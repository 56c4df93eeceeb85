/// A table of any length: its header has been understood, and its rows are read piece by piece, as often as they are asked for.
struct HeadedFile {
  /// What the header says; nil where it cannot be understood.
  private(set) var head: HeadedTable.Head?
  /// The line on which the header stands.
  private(set) var headerLine: Int?
  /// What is wrong with the header, and what stands above it.
  private(set) var faults = FaultList()
  /// What was decided while the header was understood.
  private(set) var notes: [InputNote] = []
  /// At the first row below the header.
  private(set) var rows: RowScanner

  /// Looks for the header.
  ///
  /// - Parameters:
  ///   - source: valid UTF-8.
  ///   - start: where the text begins in it.
  ///   - required: the columns that the table must have.
  ///   - optional: the columns that it may have besides; others are notes of whoever keeps the file, and left alone.
  ///   - names: names of items that are known, by which columns without a header may tell themselves; nil where there must be one.
  ///   - pieceSize: how many bytes are read at once.
  /// - Throws: `changedMeanwhile`.
  init(
    _ source: ByteSource, start: Int, required: [InputColumn], optional: [InputColumn], names: [String]? = nil,
    pieceSize: Int = RowScanner.usualSize
  ) throws(InputFault) {
    let top = try source.bytes(start..<min(source.count, start + TableShape.headSize))
    let shape = TableShape(top, required: required, optional: optional, names: names, sheet: source.sheet)
    rows = RowScanner(source, start: start + shape.start, line: shape.firstLine, pieceSize: pieceSize)
    if let places = shape.places {
      let order = places.sorted { $0.value < $1.value }.map(\.key)
      notes.append(InputNote(line: rows.line, .noHeader(order)))
      head = HeadedTable.Head(separator: shape.separator, places: places, width: shape.width)
      return
    }
    let index = shape.header ?? 0
    guard let top = try rows.first(index + 1, separator: shape.separator), !top.rows.isEmpty || !top.faults.isEmpty
    else {
      faults.append(source.sheet?.otherSheetsFault ?? InputFault(rows.hasBlankRows ? .onlyBlankRows : .empty))
      return
    }
    let headed = HeadedTable(top, header: index, required: required, optional: optional)
    (faults, notes, headerLine) = (headed.faults, headed.notes, headed.headerLine)
    head = headed.isReadable ? headed.head : nil
  }

  /// Goes through all rows below the header.
  ///
  /// - Parameter body: takes the next piece, and where it begins in the file.
  /// - Returns: whether there was any row, and if not, what is wrong.
  /// - Throws: `changedMeanwhile`, and `tooManyRows`.
  func forEachPiece(_ body: (HeadedTable, Int) -> Void) throws(InputFault) -> InputFault? {
    guard let head else { return nil }
    var scanner = rows
    var hasRows = false
    var count = 0
    while let (table, offset) = try scanner.next(separator: head.separator) {
      let piece = HeadedTable(head, table)
      if !piece.rows.isEmpty || !piece.faults.isEmpty { hasRows = true }
      count += piece.rows.count
      if count > InputBounds.mostRows, let last = piece.rows.last {
        throw InputFault(line: last.line, .tooManyRows(most: InputBounds.mostRows))
      }
      body(piece, offset)
    }
    return hasRows ? nil : InputFault(scanner.hasBlankRows ? .onlyBlankRows : .headerOnly)
  }
}

/// Goes through a CSV file in pieces that end where a row ends, so that memory holds one of them at a time.
struct RowScanner {
  private let source: ByteSource
  /// Where the next piece begins.
  private(set) var position: Int
  /// The line of the file on which it begins, from 1.
  private(set) var line: Int
  /// Whether a row of blank cells was met.
  private(set) var hasBlankRows = false

  private let pieceSize: Int

  /// How many bytes are usually read at once.
  static let usualSize = 1 << 16

  /// Begins at an offset, which is on a line; `pieceSize` bytes are read at once, and more where a row is longer.
  init(_ source: ByteSource, start: Int, line: Int = 1, pieceSize: Int) {
    self.source = source
    self.pieceSize = pieceSize
    self.line = line
    position = start
  }

  /// The first rows that are not blank, as a table of their own; what follows begins behind them.
  ///
  /// - Parameters:
  ///   - count: how many rows.
  ///   - separator: what parts their cells.
  /// - Returns: as many as there are; nil at the end of the file.
  /// - Throws: `changedMeanwhile`.
  mutating func first(_ count: Int, separator: UInt8) throws(InputFault) -> CSVTable? {
    let (start, firstLine) = (position, line)
    guard let (table, _) = try piece(separator: separator, leastRows: count + 1) else { return nil }
    guard table.rows.count > count else { return table }
    (position, line) = (start + table.start(of: table.rows[count]), table.rows[count].line)
    return CSVTable(
      utf8: try source.bytes(start..<position), separator: separator, firstLine: firstLine, sheet: source.sheet)
  }

  /// The next piece and where it begins; nil at the end of the file.
  mutating func next(separator: UInt8) throws(InputFault) -> (table: CSVTable, offset: Int)? {
    try piece(separator: separator, leastRows: 1)
  }

  private mutating func piece(separator: UInt8, leastRows: Int) throws(InputFault) -> (table: CSVTable, offset: Int)? {
    guard position < source.count else { return nil }
    let offset = position
    var size = pieceSize
    while true {
      let end = min(source.count, offset + size)
      var table = CSVTable(
        utf8: try source.bytes(offset..<end), separator: separator, firstLine: line, sheet: source.sheet)
      hasBlankRows = hasBlankRows || table.hasBlankRows
      if end == source.count {
        position = end
        return (table, offset)
      }
      // Its last row may go on behind its end.
      if table.rows.count > leastRows, let last = table.rows.last {
        (position, line) = (offset + table.start(of: last), last.line)
        table.dropLastRow()
        return (table, offset)
      }
      size *= 2
    }
  }
}

import Characters

/// The rows of a CSV file (RFC 4180), with the place of every cell.
///
/// The reader is our own: the one listed library, SwiftCSV, keeps neither line nor column, swallows an unclosed quote and
/// knows no encodings.
struct CSVTable: Sendable {
  /// A cell by its place among the bytes: of a long file most cells are never made a text of.
  struct Cell: Sendable {
    /// How much is between its bytes and its text.
    enum Writing: Sendable {
      /// The bytes are the text.
      case plain
      /// There may be white space other than ASCII's at its ends.
      case trimmed
      /// It stood in quotes in which a quote is doubled.
      case quoted
    }

    /// Its content: without its quotes and, unless they stood in quotes, without spaces at its ends.
    var content: Range<Int>
    var writing: Writing
    /// The line of the file on which it begins, from 1.
    var line: Int
    /// Where it begins, and where its line does, among the bytes.
    var offset: Int
    var lineOffset: Int
  }

  struct Row: Sendable {
    /// The line of the file on which it begins, from 1.
    var line: Int
    /// Where its cells stand among all cells.
    var cells: Range<Int>
    /// Whether a fault of its quotes makes its cells unsafe to judge.
    var isBroken: Bool
  }

  /// All rows that are not blank; the first is the header.
  var rows: [Row] = []
  /// All cells of all rows.
  var cells: [Cell] = []
  /// Whether a row of blank cells was left out.
  var hasBlankRows = false
  /// What is wrong with the quotes.
  var faults = FaultList()
  /// What parts the cells.
  var separator = UInt8(ascii: ",")

  /// The sheet whose text this is; nil for a file that was text.
  let sheet: ReadSheet?

  private let bytes: [UInt8]

  /// Reads valid UTF-8.
  ///
  /// - Parameters:
  ///   - bytes: a file, or a piece of one that begins where a row begins.
  ///   - separator: what parts the cells; nil to find out, at the beginning of a file.
  ///   - firstLine: the line of the file on which the bytes begin, from 1.
  ///   - mostRows: after how many rows to stop.
  ///   - sheet: the sheet whose text it is; nil for a file that was text. A sheet's cells are parted by commas.
  init(
    utf8 bytes: [UInt8], separator: UInt8? = nil, firstLine: Int = 1, mostRows: Int = .max, sheet: ReadSheet? = nil
  ) {
    (self.bytes, self.sheet) = (bytes, sheet)
    var reader = CSVReader(bytes, firstLine: firstLine)
    reader.read(into: &self, separator: sheet == nil ? separator : UInt8(ascii: ","), mostRows: mostRows)
  }

  /// The content of a cell without its quotes and without white space at its ends.
  func text(of cell: Cell) -> String {
    let text = written(in: cell)
    // A formula that is nothing but a text, which programs write so that Excel leaves it as it is.
    guard text.utf8.first == UInt8(ascii: "="), sheet == nil, text.count > 2, text.hasPrefix("=\""),
      text.hasSuffix("\"")
    else { return text }
    let inside = text.dropFirst(2).dropLast()
    let isOneText = inside.replacing("\"\"", with: "").allSatisfy { $0 != "\"" }
    return isOneText ? String(inside.replacing("\"\"", with: "\"")).trimmed : text
  }

  private func written(in cell: Cell) -> String {
    switch cell.writing {
    case .plain: return String(decoding: bytes[cell.content], as: UTF8.self)
    case .trimmed: return String(decoding: bytes[cell.content], as: UTF8.self).trimmed
    case .quoted:
      var isDoubled = false
      let content = bytes[cell.content].filter { byte in
        isDoubled = byte == UInt8(ascii: "\"") && !isDoubled
        return !isDoubled
      }
      return String(decoding: content, as: UTF8.self).trimmed
    }
  }

  /// Whether a cell has no text.
  func isEmpty(_ cell: Cell) -> Bool {
    cell.content.isEmpty || (cell.writing != .plain && text(of: cell).isEmpty)
  }

  /// A cell's content as it stands in the file; where quotes are not doubled in it, equal bytes are equal texts.
  func bytes(of cell: Cell) -> ArraySlice<UInt8> { bytes[cell.content] }

  /// Where the line on which a row begins does, among the bytes.
  func start(of row: Row) -> Int { cells[row.cells.lowerBound].lineOffset }

  /// Forgets the last row and what is wrong with it.
  mutating func dropLastRow() {
    guard let last = rows.popLast() else { return }
    cells.removeSubrange(last.cells)
    faults.removeAll { ($0.line ?? 0) >= last.line }
  }

  /// The character of its line at which a cell begins, from 1; of a sheet, the column.
  func column(of cell: Cell) -> Int { column(of: cell.offset, lineOffset: cell.lineOffset) }

  /// The same of any byte that begins a character.
  func column(of offset: Int, lineOffset: Int) -> Int {
    let before = bytes[lineOffset..<offset]
    if sheet != nil { return Self.cells(before) }
    // Nearly every line is ASCII; no byte ends the pass early, so that several are looked at in one step.
    if before.reduce(0, |) < 0x80 { return before.count + 1 }
    return String(decoding: before, as: UTF8.self).count + 1
  }

  /// How many cells begin in a piece of a line, the first one with it.
  private static func cells(_ bytes: ArraySlice<UInt8>) -> Int {
    var (count, isQuoted) = (1, false)
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == UInt8(ascii: ","), !isQuoted { count += 1 }
    }
    return count
  }

  /// A character that a cell may not hold, told where it first stands in it.
  func fault(of scalar: Unicode.Scalar, in cell: Cell) -> InputFault {
    var (line, lineOffset, offset) = (cell.line, cell.lineOffset, cell.offset)
    let wanted = Array(String(Character(scalar)).utf8)
    while offset < bytes.count, !bytes[offset...].starts(with: wanted) {
      let isEnd = bytes[offset] == UInt8(ascii: "\n") || bytes[offset] == UInt8(ascii: "\r")
      if isEnd, !bytes[offset...].starts(with: "\r\n".utf8) { (line, lineOffset) = (line + 1, offset + 1) }
      offset += 1
    }
    let column = column(of: offset, lineOffset: lineOffset)
    return InputFault(line: line, column: column, .refusedCharacter(scalar, column: column))
  }
}

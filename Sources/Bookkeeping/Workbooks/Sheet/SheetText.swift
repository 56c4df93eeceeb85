/// The cells of a sheet as the text of a table: a line a row, so that the line of whatever is found later is the row; commas between
/// cells, and quotes round what holds more than plain characters. Further reading is then that of any CSV file.
struct SheetText {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  /// The row that cells are being written into, from 1; 0 before the first.
  private(set) var row = 0
  /// The first row that is hidden and holds something, and how many there are.
  private var hidden: (first: Int, count: Int)?
  /// What is to be told of them.
  var note: SheetNote? { hidden.map { .hiddenRows(first: $0.first, count: $0.count) } }

  /// How many cells of it are written, blank ones too.
  private var width = 0
  /// Where the row begins.
  private var rowStart = 0

  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")
  private static let quote = UInt8(ascii: "\"")
  private static let space = UInt8(ascii: " ")

  /// Writes a cell; nothing is written for a blank one.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - row: the sheet's row, from 1, not above that of the cell before.
  ///   - column: the sheet's column, from 1, behind that of the cell before.
  ///   - count: how many alike stand side by side.
  /// - Throws: the fault, where rows or columns go backwards, or are too many.
  mutating func add(_ text: some Collection<UInt8>, row: Int, column: Int, count: Int = 1) throws(InputFault) {
    guard !text.isEmpty else { return }
    guard row >= max(1, self.row) else { throw .workbook(.damaged) }
    guard row <= WorkbookBounds.rows else { throw .workbook(.tooLarge(.rows)) }
    guard column + count - 1 <= WorkbookBounds.columns else { throw .workbook(.tooLarge(.columns)) }
    if row > self.row {
      bytes.append(contentsOf: repeatElement(Self.newline, count: row - max(1, self.row)))
      (self.row, width, rowStart) = (row, 0, bytes.count)
    }
    guard column > width else { throw .workbook(.damaged) }
    bytes.append(contentsOf: repeatElement(Self.comma, count: column - max(1, width)))
    width = column + count - 1
    let start = bytes.count
    append(text)
    try repeatEnd(from: start, count: count - 1, behind: Self.comma)
  }

  /// Keeps in mind that rows, which hold something, are hidden.
  mutating func hide(_ row: Int, count: Int = 1) { hidden = (hidden?.first ?? row, (hidden?.count ?? 0) + count) }

  /// Writes the row once more, so many times.
  mutating func repeatRow(_ count: Int) throws(InputFault) {
    guard row + count <= WorkbookBounds.rows else { throw .workbook(.tooLarge(.rows)) }
    let start = rowStart
    rowStart = bytes.count
    try repeatEnd(from: start, count: count, behind: Self.newline)
    row += count
  }

  private mutating func repeatEnd(from start: Int, count: Int, behind sign: UInt8) throws(InputFault) {
    let end = count > 0 ? [sign] + bytes[start...] : []
    guard bytes.count + end.count * count <= WorkbookBounds.unpacked else { throw .workbook(.tooLarge(.unpacked)) }
    for _ in 0..<count { bytes.append(contentsOf: end) }
  }

  private mutating func append(_ text: some Collection<UInt8>) {
    if text.allSatisfy(Self.isPlain) {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(Self.quote)
    var last: UInt8 = 0
    for byte in text {
      switch byte {
      case Self.quote:
        bytes.append(byte)
        bytes.append(byte)
      case 0x0A where last == 0x0D: break
      case 0x09, 0x0A, 0x0D: bytes.append(Self.space)
      default: bytes.append(byte)
      }
      last = byte
    }
    bytes.append(Self.quote)
  }

  /// Whether a character can stand outside of quotes: letters, digits, and what never parts cells.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, quote, comma, UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "="): false
    default: true
    }
  }
}

/// The sheet of a workbook that was read, as the text of a table.
struct WorkbookSheet {
  /// What it is called.
  var name: String
  /// Its rows; see ``SheetText``.
  var text: [UInt8]
  /// What is worth knowing about how it was read.
  var notes: [SheetNote] = []
}

extension SheetNote {
  /// The sheets beside the one that was read; nothing where that was asked for, by somebody who knows that there are others.
  static func sheets(_ all: [(name: String, isHidden: Bool)], read: String, asked: String?) -> [SheetNote] {
    guard asked == nil else { return [] }
    let others = all.filter { $0.name != read }
    let (hidden, visible) = (others.filter(\.isHidden).map(\.name), others.filter { !$0.isHidden }.map(\.name))
    return (visible.isEmpty ? [] : [.otherSheets(visible, read: read)])
      + (hidden.isEmpty ? [] : [.hiddenSheets(hidden)])
  }
}

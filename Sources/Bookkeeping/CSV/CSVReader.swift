import Characters

/// Walks once over the bytes of a CSV file and fills a table.
struct CSVReader {
  private let bytes: [UInt8]
  private var position = 0
  private var line: Int
  private var lineOffset = 0
  private var isBroken = false
  /// The first control character of the row.
  private var control: (scalar: Unicode.Scalar, line: Int, lineOffset: Int, offset: Int)?

  init(_ bytes: [UInt8], firstLine: Int) {
    self.bytes = bytes
    line = firstLine
  }

  private static let quote = UInt8(ascii: "\"")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let space = UInt8(ascii: " ")

  /// Reads all rows, or as many as are wanted; those of blank cells are left out.
  mutating func read(into table: inout CSVTable, separator: UInt8?, mostRows: Int) {
    if let separator {
      table.separator = separator
    } else if let named = CSVSeparator.named(in: bytes) {
      table.separator = named.separator
      position = named.end
      skipLineBreak()
    } else {
      table.separator = CSVSeparator.detected(in: bytes)
    }
    while position < bytes.count, table.rows.count < mostRows { readRow(into: &table) }
  }

  private mutating func readRow(into table: inout CSVTable) {
    let first = table.cells.count
    let rowLine = line
    var isBlank = true
    isBroken = false
    control = nil
    while true {
      let cell = readCell(&table)
      if isBlank, !table.isEmpty(cell) { isBlank = false }
      table.cells.append(cell)
      guard position < bytes.count, bytes[position] == table.separator else { break }
      position += 1
    }
    if let control {
      let column = table.column(of: control.offset, lineOffset: control.lineOffset)
      table.faults.append(
        InputFault(line: control.line, column: column, .refusedCharacter(control.scalar, column: column)))
      isBroken = true
    }
    skipLineBreak()
    if isBlank && !isBroken {
      if table.cells.count - first > 1 { table.hasBlankRows = true }
      table.cells.removeSubrange(first...)
    } else {
      table.rows.append(CSVTable.Row(line: rowLine, cells: first..<table.cells.count, isBroken: isBroken))
    }
  }

  private mutating func readCell(_ table: inout CSVTable) -> CSVTable.Cell {
    var cell = CSVTable.Cell(
      content: position..<position, writing: .plain, line: line, offset: position, lineOffset: lineOffset)
    var start = position
    while start < bytes.count, bytes[start] == Self.space { start += 1 }
    if start < bytes.count, bytes[start] == Self.quote {
      position = start
      readQuoted(&table, &cell)
    } else {
      cell.content = readPlain(upTo: table.separator)
      // Only wider spaces (U+00A0, U+3000, …) are left to look for.
      if let first = cell.content.first, let last = cell.content.last, bytes[first] >= 0x80 || bytes[last] >= 0x80 {
        cell.writing = .trimmed
      }
    }
    return cell
  }

  /// The content up to the next separator or the end of the line, without spaces at its ends.
  private mutating func readPlain(upTo separator: UInt8) -> Range<Int> {
    let start = position
    while true {
      position = bytes.withUnsafeBufferPointer { bytes in
        var index = position
        while index < bytes.count, bytes[index] != separator, !Self.mayBeControl(bytes[index]) { index += 1 }
        return index
      }
      guard position < bytes.count else { break }
      let byte = bytes[position]
      if byte == separator || byte == Self.newline || byte == Self.carriageReturn { break }
      noteControl(byte)
      position += 1
    }
    var (first, end) = (start, position)
    while first < end, bytes[first] == Self.space || bytes[first] == 9 { first += 1 }
    while first < end, bytes[end - 1] == Self.space || bytes[end - 1] == 9 { end -= 1 }
    return first..<end
  }

  private mutating func readQuoted(_ table: inout CSVTable, _ cell: inout CSVTable.Cell) {
    position += 1
    let start = position
    cell.writing = .trimmed
    while true {
      guard position < bytes.count else {
        table.faults.append(InputFault(line: cell.line, column: table.column(of: cell), .unclosedQuote))
        isBroken = true
        return
      }
      let byte = bytes[position]
      if byte == Self.quote {
        position += 1
        guard position < bytes.count, bytes[position] == Self.quote else { break }
        cell.writing = .quoted
        position += 1
      } else if byte == Self.newline || byte == Self.carriageReturn {
        skipLineBreak()
      } else {
        noteControl(byte)
        position += 1
      }
    }
    cell.content = start..<position - 1
    let (afterLine, afterOffset, afterLineOffset) = (line, position, lineOffset)
    let rest = readPlain(upTo: table.separator)
    guard !rest.isEmpty else { return }
    let after = CSVTable.Cell(
      content: rest, writing: .trimmed, line: afterLine, offset: afterOffset, lineOffset: afterLineOffset)
    guard !table.isEmpty(after) else { return }
    table.faults.append(
      InputFault(line: after.line, column: table.column(of: after), .textAfterQuote(table.text(of: after))))
    isBroken = true
  }

  /// Whether a byte may begin a control character.
  private static func mayBeControl(_ byte: UInt8) -> Bool { byte < 0x20 || byte == 0x7F || byte == 0xC2 }

  /// Looks whether the byte here begins a control character.
  private mutating func noteControl(_ byte: UInt8) {
    guard Self.mayBeControl(byte), control == nil else { return }
    var value = UInt32(byte)
    if byte == 0xC2 { value = position + 1 < bytes.count ? UInt32(bytes[position + 1]) : 0x20 }
    guard let scalar = Unicode.Scalar(value), scalar.isControl else { return }
    control = (scalar, line, lineOffset, position)
  }

  /// Steps over CR, LF or CRLF.
  private mutating func skipLineBreak() {
    guard position < bytes.count else { return }
    if bytes[position] == Self.carriageReturn, position + 1 < bytes.count, bytes[position + 1] == Self.newline {
      position += 1
    }
    position += 1
    line += 1
    lineOffset = position
  }
}

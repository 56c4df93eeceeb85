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
      if !cell.text.isEmpty { isBlank = false }
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
    var cell = CSVTable.Cell(text: "", line: line, offset: position, lineOffset: lineOffset)
    var start = position
    while start < bytes.count, bytes[start] == Self.space { start += 1 }
    if start < bytes.count, bytes[start] == Self.quote {
      position = start
      cell.text = readQuoted(&table, of: cell)
    } else {
      cell.text = readPlain(upTo: table.separator)
    }
    return cell
  }

  private mutating func readPlain(upTo separator: UInt8) -> String {
    let start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == separator || byte == Self.newline || byte == Self.carriageReturn { break }
      noteControl(byte)
      position += 1
    }
    return text(start..<position)
  }

  private mutating func readQuoted(_ table: inout CSVTable, of cell: CSVTable.Cell) -> String {
    position += 1
    var content: [UInt8] = []
    var start = position
    while true {
      guard position < bytes.count else {
        table.faults.append(InputFault(line: cell.line, column: table.column(of: cell), .unclosedQuote))
        isBroken = true
        return ""
      }
      let byte = bytes[position]
      if byte == Self.quote {
        content += bytes[start..<position]
        position += 1
        guard position < bytes.count, bytes[position] == Self.quote else { break }
        start = position
        position += 1
      } else if byte == Self.newline || byte == Self.carriageReturn {
        skipLineBreak()
      } else {
        noteControl(byte)
        position += 1
      }
    }
    let after = CSVTable.Cell(text: "", line: line, offset: position, lineOffset: lineOffset)
    let rest = readPlain(upTo: table.separator)
    if !rest.isEmpty {
      table.faults.append(InputFault(line: after.line, column: table.column(of: after), .textAfterQuote(rest)))
      isBroken = true
    }
    return String(decoding: content, as: UTF8.self).trimmed
  }

  /// Looks whether the byte here begins a control character.
  private mutating func noteControl(_ byte: UInt8) {
    guard byte < 0x20 || byte == 0x7F || byte == 0xC2, control == nil else { return }
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

  private func text(_ range: Range<Int>) -> String {
    var range = range
    while let first = range.first, bytes[first] == Self.space || bytes[first] == 9 { range.removeFirst() }
    while let last = range.last, bytes[last] == Self.space || bytes[last] == 9 { range.removeLast() }
    guard let first = range.first, let last = range.last else { return "" }
    let text = String(decoding: bytes[range], as: UTF8.self)
    // Only wider spaces (U+00A0, U+3000, …) are left to look for.
    return bytes[first] < 0x80 && bytes[last] < 0x80 ? text : text.trimmed
  }
}

/// A sheet's part, such as `xl/worksheets/sheet1.xml`: its cells become the text of a table as they are told.
final class WorksheetPart: XMLReceiver {
  private(set) var text = SheetText()

  private let strings: SharedStrings
  private let looks: [NumberLook]
  private let is1904: Bool

  private enum Kind { case number, shared, text, boolean, error, date }

  private var row = 0
  private var column = 0
  private var isHidden = false
  private var isCell = false
  private var kind = Kind.number
  private var look = NumberLook.number
  private var rich = RichText()
  private var value: [UInt8] = []
  private var formula: [UInt8] = []
  private var hasFormula = false
  private var (isValue, isFormula) = (false, false)

  init(strings: SharedStrings, looks: [NumberLook], is1904: Bool) {
    (self.strings, self.looks, self.is1904) = (strings, looks, is1904)
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(InputFault) {
    switch name {
    case "c": try beginCell(attributes)
    case "v": isValue = isCell
    case "f" where isCell: (isFormula, hasFormula) = (true, true)
    case "row":
      let next = attributes.number("r") ?? row + 1
      guard next > row else { throw .workbook(.damaged) }
      (row, column) = (next, 0)
      isHidden = attributes.says("hidden", "1") || attributes.says("hidden", "true")
    default: if isCell { rich.begin(name) }
    }
  }

  func end(_ name: XMLName) throws(InputFault) {
    switch name {
    case "c": try endCell()
    // Where nothing was written, the text is still at an earlier row.
    case "row": if isHidden, text.row == row { text.hide(row) }
    case "v": isValue = false
    case "f": isFormula = false
    default: if isCell { rich.end(name) }
    }
  }

  func text(_ bytes: UnsafeRawBufferPointer) throws(InputFault) {
    if isValue {
      value.append(contentsOf: bytes)
    } else if isFormula {
      formula.append(contentsOf: bytes)
    } else if isCell {
      rich.text(bytes)
    }
  }

  private func beginCell(_ attributes: XMLAttributes) throws(InputFault) {
    guard !isCell else { throw .workbook(.damaged) }
    column = attributes.value("r").flatMap { CellName.column(of: $0) } ?? column + 1
    look = attributes.number("s").flatMap { looks.indices.contains($0) ? looks[$0] : nil } ?? .number
    kind =
      switch attributes.value("t").map({ XMLName($0, isPrefixed: true) }) {
      case "s"?: .shared
      case "str"?, "inlineStr"?: .text
      case "b"?: .boolean
      case "e"?: .error
      case "d"?: .date
      default: .number
      }
    (isCell, hasFormula) = (true, false)
    value.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
  }

  private func endCell() throws(InputFault) {
    isCell = false
    let inline = rich.take()
    // A formula whose result is an empty text has one: it says that it is a text.
    if value.isEmpty, inline.isEmpty, hasFormula, kind == .number || kind == .shared {
      return try text.add([UInt8(ascii: "=")] + formula, row: row, column: column)
    }
    switch kind {
    case .shared:
      guard !value.isEmpty else { return }
      guard let index = Int(String(decoding: value, as: UTF8.self)), let shared = strings[index] else {
        throw .workbook(.damaged)
      }
      try text.add(shared, row: row, column: column)
    case .text: try text.add(inline.isEmpty ? ExcelEscapes.resolved(value) : inline, row: row, column: column)
    case .error: try text.add(value, row: row, column: column)
    case .boolean:
      guard !value.isEmpty else { return }
      let isTrue = value == [UInt8(ascii: "1")] || value == Array("true".utf8)
      try text.add((isTrue ? "TRUE" : "FALSE").utf8, row: row, column: column)
    case .date:
      let part: CheckedDate.Part = if case .date(let part) = look { part } else { .day }
      try text.add(SheetDate.shown(String(decoding: value, as: UTF8.self), part).utf8, row: row, column: column)
    case .number: try addNumber()
    }
  }

  private func addNumber() throws(InputFault) {
    guard !value.isEmpty else { return }
    let written = String(decoding: value, as: UTF8.self)
    switch look {
    case .number: try text.add(SheetNumber.text(written), row: row, column: column)
    case .money(let mark):
      try text.add(SheetNumber.text(written) + " \(mark)".utf8, row: row, column: column)
    case .percent:
      try text.add(SheetNumber.text(written, shift: 2) + [UInt8(ascii: "%")], row: row, column: column)
    case .date, .time, .elapsed:
      let date = SheetDate.text(written, look, is1904: is1904)
      // What its format cannot show as a date is no number for that.
      try text.add(
        date.map { Array($0.utf8) } ?? SheetNumber.text(written) + String(SheetDate.mark).utf8, row: row, column: column
      )
    }
  }
}

/// What cells are called: letters for the column, and the row.
enum CellName {
  /// The column of a name such as `C5`, from 1; nil where it has no letters.
  static func column(of name: UnsafePointer<CChar>) -> Int? {
    var (at, column) = (name, 0)
    while true {
      let byte = UInt8(bitPattern: at.pointee) & ~0x20
      guard (65...90).contains(byte), column < 1 << 20 else { return column == 0 ? nil : column }
      column = column * 26 + Int(byte) - 64
      at += 1
    }
  }
}

extension InputFault {
  /// What a cell of a sheet is called.
  ///
  /// - Parameters:
  ///   - line: its row, from 1.
  ///   - column: its column, from 1; nil where the whole row is meant.
  /// - Returns: such as `C5`, or `row 5`.
  public static func cellName(line: Int, column: Int?) -> String {
    guard var rest = column, rest > 0 else { return "row \(line)" }
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return "\(letters)\(line)"
  }
}

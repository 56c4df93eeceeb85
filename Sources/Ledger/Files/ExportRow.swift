internal import Bookkeeping
internal import Characters
internal import Foundation

/// The rows of a table of entries, one for each line of an entry.
enum ExportRow {
  typealias Cell = OpenDocumentWriter.Cell

  /// What the columns are called.
  static let header = [
    "number", "kind", "reverses", "day", "office", "place", "desk", "line", "item", "category", "unit", "quantity",
    "price",
    "basis", "source", "checked", "amount", "currency", "seal",
  ]
  /// How wide they are in a sheet, in millimetres.
  static let widths: [Double] = [48, 20, 48, 24, 45, 45, 12, 12, 50, 25, 20, 20, 22, 15, 70, 24, 22, 20, 28]

  /// The rows of an entry, as a copy shows it.
  static func rows(of entry: LedgerEntry) -> [[Cell]] {
    var kind = "gift"
    var reverses = Cell.blank
    if case .reversal(let number, _, let reason) = entry.kind {
      (kind, reverses) = ("reversal \(reason.rawValue)", .text(number.description))
    }
    let isClosed = entry.kind == .closed
    if isClosed { kind = "closed" }
    let currency = entry.total.currency
    let head: [Cell] = [
      .text(entry.number.description), .text(kind), reverses, entry.knownDay.map { day($0.description) } ?? .blank,
      text(entry.office.content?.name), text(entry.office.content?.place), .text(entry.desk),
    ]
    if isClosed { return [head + [Cell](repeating: .blank, count: 11) + [.text(entry.seal)]] }
    let tail: [Cell] = [.text(currency.code), .text(entry.seal)]
    if entry.lines.isEmpty {
      return [head + [Cell](repeating: .blank, count: 9) + [.money(entry.total.decimal, currency)] + tail]
    }
    return entry.lines.enumerated().map { index, line in
      let (texts, figures) = (line.texts.content, line.figures.content)
      let price = figures.flatMap { $0.isUnpriced ? nil : $0.price }
      let cells: [Cell] = [
        .number(ExactDecimal(Int64(index + 1))), text(texts?.item), text(texts?.category), text(texts?.unit),
        figures.map { .number($0.quantity) } ?? .blank, price.map { .money($0, currency) } ?? .blank,
        text(figures?.basis.rawValue), text(texts?.source), figures.map { .date($0.checked) } ?? .blank,
        .money(line.amount.decimal, currency),
      ]
      return head + cells + tail
    }
  }

  private static func text(_ text: String?) -> Cell { text.map { .text($0) } ?? .blank }

  private static func day(_ day: String) -> Cell { CheckedDate(day).map { .date($0) } ?? .text(day) }

  /// A row as CSV, with its line ending.
  static func text(of row: [Cell]) -> String { row.map(text).joined(separator: ",") + "\r\n" }

  private static func text(of cell: Cell) -> String {
    switch cell {
    case .blank: ""
    case .number(let number), .money(let number, _): number.plainDescription
    case .date(let date): date.description
    case .text(let text): quoted(text)
    }
  }

  /// What begins like a formula gets an apostrophe, which spreadsheets take for "this is a text" (OWASP, CSV injection);
  /// numbers below zero are numbers. A spreadsheet that parts cells elsewhere than at commas finds cells inside a text: they get one,
  /// too.
  private static func quoted(_ cell: String) -> String {
    // Spreadsheets and terminals show a table as it is; what they would obey stands as its number.
    let cell = cell.harmless
    return CSVText.cell(ExactDecimal(plain: cell) == nil ? withoutFormulas(cell) : cell)
  }

  private static func withoutFormulas(_ cell: String) -> String {
    var text = String.UnicodeScalarView()
    var isAtBeginning = true
    for scalar in cell.unicodeScalars {
      // The signs of full width are taken for signs where people type them.
      if isAtBeginning, "=+-@\t\r＝＋－＠".unicodeScalars.contains(scalar) { text.append("'") }
      if scalar != " " { isAtBeginning = ";\t|\n\r".unicodeScalars.contains(scalar) }
      text.append(scalar)
    }
    return String(text)
  }
}

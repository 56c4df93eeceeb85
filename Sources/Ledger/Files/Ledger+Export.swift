internal import Bookkeeping
internal import Characters
internal import Foundation
internal import GRDB

/// What a copy of the ledger is for.
public enum LedgerCopy: Hashable, Sendable {
  /// For everybody: the day without the minute, and of lines in these categories only their amounts.
  case published(sensitive: Set<String>)
  /// For another desk of the same office: everything.
  case full
}

extension LedgerEntry {
  /// The entry as a copy shows it.
  public func shown(in copy: LedgerCopy) -> LedgerEntry {
    guard case .published(let sensitive) = copy else { return self }
    var entry = self
    entry.time = time.unpublished
    for index in entry.lines.indices {
      guard let category = entry.lines[index].texts.content?.category, sensitive.contains(category) else { continue }
      entry.lines[index].texts = entry.lines[index].texts.unpublished
      entry.lines[index].figures = entry.lines[index].figures.unpublished
    }
    return entry
  }
}

extension LedgerEntry {
  /// The entry as a line of an export, with its line feed.
  ///
  /// - Parameter copy: what the copy is for.
  /// - Returns: its canonical JSON and a line feed.
  public func exportLine(_ copy: LedgerCopy) -> String { EntryText.text(of: shown(in: copy)) + "\n" }

  /// The entry as rows of a table (RFC 4180), one for each line, for spreadsheets.
  ///
  /// - Parameter copy: what the copy is for.
  /// - Returns: the rows, each with its line ending.
  public func exportRows(_ copy: LedgerCopy) -> String { ExportRow.rows(of: shown(in: copy)).joined() }
}

extension Ledger {
  /// Writes all entries, an entry a line.
  ///
  /// - Parameters:
  ///   - copy: what the copy is for.
  ///   - write: takes pieces of text, in order.
  /// - Throws: ``LedgerError``.
  public func exportLines(_ copy: LedgerCopy, to write: (String) throws -> Void) throws(LedgerError) {
    try read { db in
      var piece = ""
      try Self.forEachText(db) { text in
        piece += copy == .full ? text + "\n" : try EntryText.entry(text).exportLine(copy)
        if piece.utf8.count > 1 << 18 {
          try write(piece)
          piece = ""
        }
      }
      try write(piece)
    }
  }

  /// The first row of a table of entries.
  public static let tableHeader = ExportRow.header

  /// Writes all lines of all entries as a table (RFC 4180), for spreadsheets.
  ///
  /// - Parameters:
  ///   - copy: what the copy is for.
  ///   - write: takes pieces of text, in order.
  /// - Throws: ``LedgerError``.
  public func exportTable(_ copy: LedgerCopy, to write: (String) throws -> Void) throws(LedgerError) {
    var piece = ExportRow.header
    try forEach { entry in
      piece += entry.exportRows(copy)
      if piece.utf8.count > 1 << 18 {
        try write(piece)
        piece = ""
      }
    }
    do { try write(piece) } catch { throw .failed(path: path, reason: "\(error)") }
  }
}

/// Rows of the table.
private enum ExportRow {
  static let header =
    "number,kind,reverses,day,office,place,desk,line,item,category,unit,quantity,price,basis,source,checked,amount,currency,seal\r\n"

  static func rows(of entry: LedgerEntry) -> [String] {
    var kind = "gift"
    var reverses = ""
    if case .reversal(let number, _, let reason) = entry.kind {
      (kind, reverses) = ("reversal \(reason.rawValue)", number.description)
    }
    let head = [
      entry.number.description, kind, reverses, entry.day.description, entry.office.content?.name ?? "",
      entry.office.content?.place ?? "", entry.desk,
    ]
    let tail = [entry.total.currency.code, entry.seal]
    if entry.lines.isEmpty {
      let blank = [String](repeating: "", count: 9)
      return [row(head + blank + [entry.total.decimal.plainDescription] + tail)]
    }
    return entry.lines.enumerated().map { index, line in
      let (texts, figures) = (line.texts.content, line.figures.content)
      let cells = [
        String(index + 1), texts?.item ?? "", texts?.category ?? "", texts?.unit ?? "",
        figures?.quantity.plainDescription ?? "", figures.map { $0.isUnpriced ? "" : $0.price.plainDescription } ?? "",
        figures?.basis.rawValue ?? "", texts?.source ?? "", figures?.checked.description ?? "",
        line.amount.decimal.plainDescription,
      ]
      return row(head + cells + tail)
    }
  }

  /// What begins like a formula gets an apostrophe, which spreadsheets take for "this is a text" (OWASP, CSV injection);
  /// numbers below zero are numbers.
  private static func row(_ cells: [String]) -> String {
    cells.map { cell in
      // Spreadsheets and terminals show a table as it is; what they would obey stands as its number.
      let cell = cell.harmless
      var text = cell
      if let first = cell.utf8.first, "=+-@\t\r".utf8.contains(first), ExactDecimal(plain: cell) == nil {
        text = "'" + cell
      }
      let isPlain = !text.utf8.contains { ",\"\n\r".utf8.contains($0) }
      return isPlain ? text : "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }.joined(separator: ",") + "\r\n"
  }
}

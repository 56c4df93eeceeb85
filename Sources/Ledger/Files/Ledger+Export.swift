public import Bookkeeping
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
  public func exportRows(_ copy: LedgerCopy) -> String {
    ExportRow.rows(of: shown(in: copy)).map(ExportRow.text).joined()
  }
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
  public static let tableHeader = ExportRow.header.joined(separator: ",") + "\r\n"

  /// Writes all lines of all entries as a table (RFC 4180), for spreadsheets.
  ///
  /// - Parameters:
  ///   - copy: what the copy is for.
  ///   - write: takes pieces of text, in order.
  /// - Throws: ``LedgerError``.
  public func exportTable(_ copy: LedgerCopy, to write: (String) throws -> Void) throws(LedgerError) {
    var piece = Self.tableHeader
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

extension Ledger {
  /// Puts all lines of all entries into a sheet, with amounts of money as exact decimals and days as dates.
  ///
  /// - Parameter copy: what the copy is for.
  /// - Returns: the sheet.
  /// - Throws: ``LedgerError``.
  public func exportSheet(_ copy: LedgerCopy) throws(LedgerError) -> OpenDocumentWriter {
    var sheet = OpenDocumentWriter(sheet: "Ledger", header: ExportRow.header, widths: ExportRow.widths)
    try forEach { entry in
      for row in ExportRow.rows(of: entry.shown(in: copy)) { sheet.add(row) }
    }
    return sheet
  }
}

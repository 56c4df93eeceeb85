public import Bookkeeping
internal import GRDB

/// What a copy of the ledger is for.
public enum LedgerCopy: Hashable, Sendable {
  /// For everybody: the day without the minute, and of gifts with anything in these categories nothing but their places in the chains.
  /// What they come to is told in sums.
  case published(sensitive: SensitiveCategories)
  /// For another desk of the same office: everything.
  case full
}

extension LedgerEntry {
  /// The entry as a copy shows it.
  ///
  /// - Parameters:
  ///   - copy: what the copy is for.
  ///   - closed: the gifts whose corrections are closed, since they would tell the amount.
  /// - Returns: the entry, without what the copy does not show.
  public func shown(in copy: LedgerCopy, closing closed: Set<EntryHash> = []) -> LedgerEntry {
    guard case .published(let sensitive) = copy else { return self }
    if case .reversal(_, let gift, _) = kind, closed.contains(gift) { return self.closed }
    if kind == .gift, sensitive.contains(anyOf: self) { return self.closed }
    var entry = self
    entry.time = time.unpublished
    return entry
  }
}

extension Ledger {
  /// The gifts that were taken back and whose amounts a copy does not show: their corrections would.
  ///
  /// - Parameter copy: what the copy is for.
  /// - Returns: their hashes.
  /// - Throws: ``LedgerError`` when the ledger cannot be read.
  public func closedAndTakenBack(in copy: LedgerCopy) throws(LedgerError) -> Set<EntryHash> {
    try read { try Self.closedAndTakenBack(in: copy, $0) }
  }

  private static func closedAndTakenBack(in copy: LedgerCopy, _ db: Database) throws -> Set<EntryHash> {
    guard case .published = copy else { return [] }
    let texts = try String.fetchCursor(
      db,
      sql: """
        SELECT gift.body FROM entry AS gift WHERE gift.hash IN (SELECT reverses FROM entry WHERE reverses IS NOT NULL)
        """)
    var closed: Set<EntryHash> = []
    while let text = try texts.next() {
      let gift = try EntryText.entry(text)
      if gift.shown(in: copy).kind == .closed { closed.insert(gift.hash) }
    }
    return closed
  }
}

extension LedgerEntry {
  /// The entry as a line of an export: its canonical JSON and a line feed.
  public var exportLine: String { EntryText.text(of: self) + "\n" }

  /// The entry as rows of a table (RFC 4180), one for each line, for spreadsheets: each with its line ending.
  public var exportRows: String { ExportRow.rows(of: self).map(ExportRow.text).joined() }
}

extension HeadSignature {
  /// The signature as a line of an export, behind its entry, with its line feed.
  public var exportLine: String { text + "\n" }
}

extension Ledger {
  /// Writes all entries, an entry a line, and behind an entry that is signed its signature.
  ///
  /// - Parameters:
  ///   - copy: what the copy is for.
  ///   - write: takes pieces of text, in order.
  /// - Throws: ``LedgerError``.
  public func exportLines(_ copy: LedgerCopy, to write: (String) throws -> Void) throws(LedgerError) {
    try read { db in
      var piece = ""
      let closed = try Self.closedAndTakenBack(in: copy, db)
      try Self.forEachSignedText(db) { text, signature in
        piece += copy == .full ? text + "\n" : try EntryText.entry(text).shown(in: copy, closing: closed).exportLine
        if let signature { piece += signature.exportLine }
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
    let closed = try closedAndTakenBack(in: copy)
    try forEach { entry in
      piece += entry.shown(in: copy, closing: closed).exportRows
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
    let closed = try closedAndTakenBack(in: copy)
    try forEach { entry in
      for row in ExportRow.rows(of: entry.shown(in: copy, closing: closed)) { sheet.add(row) }
    }
    return sheet
  }
}

internal import GRDB

/// What checking a ledger found.
public struct LedgerReport: Hashable, Sendable {
  /// How many entries were checked.
  public var count: Int
  /// What was found.
  public var findings: [LedgerFinding]
  /// The last entry of each chain, and of each branch of one that has forked, in the order of their numbers.
  public var heads: [LedgerHead]
  /// The keys that chains are signed with, by their chains.
  public var keys: [LedgerChain: String] = [:]
  /// Whether every entry is what it was when it was recorded, as far as can be known.
  public var isSound: Bool { !findings.contains(where: \.isFault) }
}

extension Ledger {
  /// Checks every entry: its hash, its place in its chain, its sums, what it is filed under, and that earlier heads are still there;
  /// and the file that they are in.
  ///
  /// - Parameter heads: heads that somebody kept earlier.
  /// - Returns: what was found.
  /// - Throws: ``LedgerError`` when the ledger cannot be read.
  public func verify(heads: [LedgerHead] = []) throws(LedgerError) -> LedgerReport {
    try read { db in
      var audit = LedgerAudit(heads: heads)
      let rows = try Row.fetchCursor(db, sql: FiledEntry.query)
      while let row = try rows.next() {
        let text: String = row["body"]
        audit.check(Array(text.utf8), FiledEntry(row))
      }
      try Self.forEachSignature(db) { audit.check($0) }
      audit.checkRest()
      let gifts = audit.reversed.compactMap { try? Self.entry($0, db) }
      return audit.report(gifts: gifts, try Self.damage(db))
    }
  }

  /// What of the file itself is not right: an index that does not hold what its table does, and counts that stand twice.
  private static func damage(_ db: Database) throws -> [LedgerFinding] {
    var findings: [LedgerFinding] = []
    for text in try String.fetchAll(db, sql: "PRAGMA integrity_check(5)") where text != "ok" {
      findings.append(.damagedFile(text))
    }
    let doubled = try String.fetchAll(
      db,
      sql: """
        SELECT body FROM entry WHERE revision IN (SELECT revision FROM entry GROUP BY revision HAVING count(*) > 1)
        ORDER BY revision, id LIMIT 5
        """)
    return findings + doubled.compactMap { (try? EntryText.entry($0)).map { .misfiled($0.number) } }
  }
}

/// Under what an entry is filed, beside its text.
struct FiledEntry: Sendable {
  /// All that the columns say, with the length of all texts in bytes: behind a zero byte SQLite keeps what nobody is shown.
  static let query = """
    SELECT body, hash, office, chain, sequence, day, reverses, previous, revision,
      length(CAST(body AS BLOB)) + length(CAST(hash AS BLOB)) + length(CAST(office AS BLOB)) + length(CAST(chain AS BLOB))
      + length(CAST(day AS BLOB)) + ifnull(length(CAST(reverses AS BLOB)), 0)
      + ifnull(length(CAST(previous AS BLOB)), 0) AS bytes
    FROM entry ORDER BY office, chain, sequence, hash
    """

  private let columns: [DatabaseValue]
  private let (revision, bytes): (DatabaseValue, Int64)

  init(_ row: Row) {
    columns = ["hash", "office", "chain", "sequence", "day", "reverses", "previous"].map { row[$0] as DatabaseValue }
    (revision, bytes) = (row["revision"], row["bytes"])
  }

  /// Whether all of it is what the entry says, in its value and in its kind.
  func isOf(_ entry: LedgerEntry, _ line: [UInt8]) -> Bool {
    let texts: [String?] = [
      entry.hash.description, entry.number.office, entry.number.chain.description, nil, entry.day.description,
      EntryFacts.reversal(of: entry)?.hash.description, entry.previous?.description,
    ]
    var values = texts.map { $0?.databaseValue ?? .null }
    values[3] = entry.number.sequence.databaseValue
    guard columns == values, case .int64(1...) = revision.storage else { return false }
    return bytes == Int64(line.count + texts.compactMap { $0?.utf8.count }.reduce(0, +))
  }
}

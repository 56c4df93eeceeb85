internal import GRDB

/// What checking a ledger found.
public struct LedgerReport: Hashable, Sendable {
  /// How many entries were checked.
  public var count: Int
  /// What was found.
  public var findings: [LedgerFinding]
  /// The last entry of each chain, and of each branch of one that has forked, in the order of their numbers.
  public var heads: [LedgerHead]
  /// Whether every entry is what it was when it was recorded, as far as can be known.
  public var isSound: Bool { !findings.contains(where: \.isFault) }
}

extension Ledger {
  /// Checks every entry: its hash, its place in its chain, its sums, and that earlier heads are still there.
  ///
  /// - Parameter heads: heads that somebody kept earlier.
  /// - Returns: what was found.
  /// - Throws: ``LedgerError`` when the ledger cannot be read.
  public func verify(heads: [LedgerHead] = []) throws(LedgerError) -> LedgerReport {
    try read { db in
      var audit = LedgerAudit(heads: heads)
      try Self.forEachText(db) { audit.check(Array($0.utf8)) }
      audit.checkRest()
      let gifts = audit.reversed.compactMap { try? Self.entry($0, db) }
      return audit.report(gifts: gifts, try Self.misplaced(db).map { .changed($0) })
    }
  }

  /// The entries that are found under another number, hash or day than they have, or behind another entry.
  private static func misplaced(_ db: Database) throws -> [EntryNumber] {
    let texts = try String.fetchAll(
      db,
      sql: """
        SELECT body FROM entry WHERE json_valid(body) AND (
          hash IS NOT json_extract(body, '$.hash') OR day IS NOT json_extract(body, '$.day')
          OR printf('%s-%s-%06d', office, chain, sequence) IS NOT json_extract(body, '$.number')
          OR previous IS NOT nullif(json_extract(body, '$.previous'), '')
          OR reverses IS NOT json_extract(body, '$.reversed_hash'))
        """)
    return texts.compactMap { (try? EntryText.entry($0))?.number }
  }
}

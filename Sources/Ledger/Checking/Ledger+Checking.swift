/// What checking a ledger found.
public struct LedgerReport: Hashable, Sendable {
  /// How many entries were checked.
  public var count: Int
  /// What was found.
  public var findings: [LedgerFinding]
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
      var checker = LedgerChecker(heads: heads)
      var unreadable: [LedgerFinding] = []
      var line = 0
      try Self.forEachText(db) { text in
        line += 1
        if let entry = try? EntryText.entry(text) {
          checker.check(entry)
        } else {
          unreadable.append(.unreadable(line: line))
        }
      }
      checker.finish()
      return LedgerReport(count: checker.count, findings: unreadable + checker.findings)
    }
  }
}

import Bookkeeping

/// What of an entry others depend on, and what is wrong with it by itself.
struct EntryFacts: Sendable {
  let number: EntryNumber
  let hash: EntryHash
  let previous: EntryHash?
  let findings: [LedgerFinding]
  /// What a correction takes back; nil for a gift.
  let reversal: Reversal?

  struct Reversal: Sendable {
    let number: EntryNumber
    let hash: EntryHash
    let total: Money
    let hours: ExactDecimal

    /// Whether it takes back a gift of this number, sum and hours, all of it and no more.
    func takesBack(_ gift: EntryNumber, _ total: Money, _ hours: ExactDecimal) -> Bool {
      // The least number of 64 bits has no opposite; that sum is nobody's.
      gift == number && total.currency == self.total.currency && hours.scale == self.hours.scale
        && total.minorUnits.addingReportingOverflow(self.total.minorUnits) == (0, false)
        && hours.mantissa.addingReportingOverflow(self.hours.mantissa) == (0, false)
    }
  }

  /// What an entry takes back; nil for a gift.
  static func reversal(of entry: LedgerEntry) -> Reversal? {
    guard case .reversal(let number, let hash, _) = entry.kind else { return nil }
    return Reversal(number: number, hash: hash, total: entry.total, hours: entry.hours)
  }

  /// Looks at an entry alone.
  ///
  /// - Parameters:
  ///   - entry: the entry.
  ///   - place: the line that it was read from, and what that is filed under; nil for neither.
  init(_ entry: LedgerEntry, _ place: (line: [UInt8], filed: FiledEntry?)) {
    (number, hash, previous) = (entry.number, entry.hash, entry.previous)
    reversal = Self.reversal(of: entry)
    let isMisfiled = place.filed.map { !$0.isOf(entry, place.line) } ?? false
    findings = Self.findings(entry) + (isMisfiled ? [.misfiled(entry.number)] : [])
  }

  private static func findings(_ entry: LedgerEntry) -> [LedgerFinding] {
    var findings: [LedgerFinding] = []
    if entry.computedHash() != entry.hash { findings.append(.changed(entry.number)) }
    guard entry.kind == .gift else {
      if !entry.lines.isEmpty { findings.append(.wrongTotal(entry.number)) }
      return findings
    }
    var sum: Int128 = 0
    for line in entry.lines {
      sum += Int128(line.amount.minorUnits)
      if let figures = line.figures.content, figures.amount(in: line.amount.currency) != line.amount {
        findings.append(.wrongTotal(entry.number))
      }
    }
    if sum != Int128(entry.total.minorUnits) || entry.lines.isEmpty { findings.append(.wrongTotal(entry.number)) }
    return findings
  }
}

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
  }

  /// Looks at an entry alone.
  init(_ entry: LedgerEntry) {
    (number, hash, previous) = (entry.number, entry.hash, entry.previous)
    if case .reversal(let number, let hash, _) = entry.kind {
      reversal = Reversal(number: number, hash: hash, total: entry.total, hours: entry.hours)
    } else {
      reversal = nil
    }
    findings = Self.findings(entry)
  }

  private static func findings(_ entry: LedgerEntry) -> [LedgerFinding] {
    var findings: [LedgerFinding] = []
    if entry.computedHash() != entry.hash { findings.append(.changed(entry.number)) }
    guard entry.kind == .gift else {
      if !entry.lines.isEmpty { findings.append(.wrongTotal(entry.number)) }
      return findings
    }
    var sum: Int64 = 0
    for line in entry.lines {
      let (next, overflow) = sum.addingReportingOverflow(line.amount.minorUnits)
      sum = overflow ? .min : next
      if let figures = line.figures.content, figures.amount(in: line.amount.currency) != line.amount {
        findings.append(.wrongTotal(entry.number))
      }
    }
    if sum != entry.total.minorUnits || entry.lines.isEmpty { findings.append(.wrongTotal(entry.number)) }
    return findings
  }
}

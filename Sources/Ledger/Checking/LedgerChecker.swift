import Bookkeeping

/// Goes through entries, chain by chain and in their order, and finds what is not right.
struct LedgerChecker {
  private(set) var findings: [LedgerFinding] = []
  private(set) var count = 0

  /// The hashes of the entries with the chain's last number, and of those before.
  private var chain: (office: String, name: ChainName)?
  private var before: (sequence: Int, hashes: Set<EntryHash>) = (0, [])
  private var current: (sequence: Int, hashes: Set<EntryHash>) = (0, [])
  private var last: (number: EntryNumber, hash: EntryHash)?
  private var wanted: Set<LedgerHead>
  private var gifts: [EntryHash: (number: EntryNumber, total: Money, hours: ExactDecimal)] = [:]
  private var reversals: [(number: EntryNumber, of: EntryNumber, hash: EntryHash, total: Money, hours: ExactDecimal)] =
    []

  /// Begins, with heads that were kept earlier.
  init(heads: [LedgerHead]) { wanted = Set(heads) }

  mutating func check(_ entry: LedgerEntry) {
    count += 1
    checkContent(entry)
    checkPlace(entry)
    wanted.remove(LedgerHead(number: entry.number, hash: entry.hash))
    switch entry.kind {
    case .gift: gifts[entry.hash] = (entry.number, entry.total, entry.hours)
    case .reversal(let number, let hash, _):
      reversals.append((entry.number, number, hash, entry.total, entry.hours))
    }
  }

  /// What is known once all entries have been seen.
  mutating func finish() {
    var seen: Set<EntryHash> = []
    for reversal in reversals {
      guard let gift = gifts[reversal.hash], gift.number == reversal.of,
        gift.total == Money(minorUnits: -reversal.total.minorUnits, currency: reversal.total.currency),
        gift.hours.mantissa == -reversal.hours.mantissa, gift.hours.scale == reversal.hours.scale
      else {
        findings.append(.wrongReversal(reversal.number))
        continue
      }
      if !seen.insert(reversal.hash).inserted { findings.append(.reversedTwice(gift.number)) }
    }
    let gone = wanted.sorted { ($0.number.description, $0.hash) < ($1.number.description, $1.hash) }
    findings += gone.map { .headIsGone($0) }
  }

  private mutating func checkContent(_ entry: LedgerEntry) {
    if entry.computedHash() != entry.hash { findings.append(.changed(entry.number)) }
    guard entry.kind == .gift else {
      if !entry.lines.isEmpty { findings.append(.wrongTotal(entry.number)) }
      return
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
  }

  private mutating func checkPlace(_ entry: LedgerEntry) {
    let (number, hash) = (entry.number, entry.hash)
    if let last {
      let order = (last.number.office, last.number.chain.description, last.number.sequence, last.hash)
      let here = (number.office, number.chain.description, number.sequence, hash)
      if order == here {
        findings.append(.twice(number))
        return
      }
      if here < order { findings.append(.outOfOrder(number)) }
    }
    last = (number, hash)
    if chain?.office != number.office || chain?.name != number.chain {
      chain = (number.office, number.chain)
      (before, current) = ((0, []), (0, []))
    }
    if number.sequence != current.sequence {
      before = number.sequence == current.sequence + 1 ? current : (number.sequence - 1, [])
      current = (number.sequence, [])
    } else {
      findings.append(.forked(number))
    }
    current.hashes.insert(hash)
    let follows = entry.previous.map { before.hashes.contains($0) } ?? (number.sequence == 1)
    if !follows { findings.append(.missingBefore(number)) }
  }
}

import Bookkeeping

/// Goes through entries, chain by chain and in their order, and finds what is not right with how they hang together.
struct LedgerChecker {
  private(set) var findings: [LedgerFinding] = []
  private(set) var count = 0
  /// The last entry of each chain, and of each branch of one that has forked.
  private(set) var heads: [LedgerHead] = []

  /// The entries with one number of a chain, and which of them others follow.
  private struct Place {
    var sequence = 0
    var entries: [EntryHash: EntryNumber] = [:]
    var followed: Set<EntryHash> = []
  }

  private var chain: (office: String, name: ChainName)?
  private var before = Place()
  private var current = Place()
  private var last: (number: EntryNumber, hash: EntryHash)?
  private var wanted: Set<LedgerHead>
  private var reversals: [(number: EntryNumber, of: EntryFacts.Reversal)] = []

  /// Begins, with heads that were kept earlier.
  init(heads: [LedgerHead]) { wanted = Set(heads) }

  /// The gifts that were taken back.
  var reversed: Set<EntryHash> { Set(reversals.map(\.of.hash)) }

  mutating func check(_ entry: EntryFacts) {
    count += 1
    findings += entry.findings
    checkPlace(entry)
    wanted.remove(LedgerHead(number: entry.number, hash: entry.hash))
    if let reversal = entry.reversal { reversals.append((entry.number, reversal)) }
  }

  /// What is known once all entries have been seen.
  ///
  /// - Parameter gifts: the gifts that were taken back, as far as they are there.
  mutating func finish(_ gifts: [LedgerEntry]) {
    close()
    let gifts = Dictionary(gifts.map { ($0.hash, $0) }) { first, _ in first }
    var seen: Set<EntryHash> = []
    for (number, reversal) in reversals {
      // What is closed shows no sum that anything could be held to.
      if let gift = gifts[reversal.hash], gift.kind == .closed, gift.number == reversal.number { continue }
      guard let gift = gifts[reversal.hash], gift.kind == .gift,
        reversal.takesBack(gift.number, gift.total, gift.hours)
      else {
        findings.append(.wrongReversal(number))
        continue
      }
      if !seen.insert(reversal.hash).inserted { findings.append(.reversedTwice(gift.number)) }
    }
    let gone = wanted.sorted { ($0.number.description, $0.hash) < ($1.number.description, $1.hash) }
    findings += gone.map { .headIsGone($0) }
    heads.sort { ($0.number.description, $0.hash) < ($1.number.description, $1.hash) }
  }

  private mutating func checkPlace(_ entry: EntryFacts) {
    let (number, hash) = (entry.number, entry.hash)
    if let last {
      let isSameChain = last.number.office == number.office && last.number.chain == number.chain
      if isSameChain, last.number.sequence == number.sequence, last.hash == hash {
        findings.append(.twice(number))
        return
      }
      let isBehind =
        isSameChain
        ? (number.sequence, hash) < (last.number.sequence, last.hash)
        : (number.office, number.chain.description) < (last.number.office, last.number.chain.description)
      if isBehind { findings.append(.outOfOrder(number)) }
    }
    last = (number, hash)
    if chain?.office != number.office || chain?.name != number.chain {
      close()
      chain = (number.office, number.chain)
    }
    if number.sequence != current.sequence {
      note(before)
      if number.sequence == current.sequence + 1 {
        before = current
      } else {
        note(current)
        before = Place(sequence: number.sequence - 1)
      }
      current = Place(sequence: number.sequence)
    } else {
      findings.append(.forked(number))
    }
    current.entries[hash] = number
    if let previous = entry.previous {
      if before.entries[previous] == nil {
        findings.append(.missingBefore(number))
      } else {
        before.followed.insert(previous)
      }
    } else if number.sequence != 1 {
      findings.append(.missingBefore(number))
    }
  }

  /// The chain is at its end.
  private mutating func close() {
    note(before)
    note(current)
    (before, current) = (Place(), Place())
  }

  /// What nobody follows is the end of a branch.
  private mutating func note(_ place: Place) {
    for (hash, number) in place.entries where !place.followed.contains(hash) {
      heads.append(LedgerHead(number: number, hash: hash))
    }
  }
}

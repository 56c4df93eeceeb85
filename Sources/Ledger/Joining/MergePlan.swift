internal import Bookkeeping
internal import GRDB

/// What joining a file would do, found out before anything is done.
struct MergePlan {
  /// The new entries that may come in.
  private(set) var accepted: Set<EntryHash> = []
  /// What is not taken in.
  private(set) var keptOut: Set<KeptOut> = []
  /// What somebody must agree to.
  private(set) var changes: Set<MergeChange> = []
  /// Whether anything of what is here would be better known or changed.
  private(set) var changesKnown = false

  /// The signatures that hold, of chains with one key.
  private(set) var signatures: [HeadSignature] = []

  private let gate: MergeGate
  private let db: Database
  private var facts: [EntryHash: Facts] = [:]
  /// What was told to be new, in its order.
  private var order: [EntryHash] = []

  /// What of a new entry others depend on.
  private struct Facts {
    var number: EntryNumber
    var previous: EntryHash?
    var reversal: EntryFacts.Reversal?
    var total: Money
    var hours: ExactDecimal
    var isClosed: Bool
    var isAllowed: Bool
  }

  init(_ gate: MergeGate, _ db: Database) { (self.gate, self.db) = (gate, db) }

  /// What the new entries come to, whatever their signs.
  private(set) var sums: [Currency: Int128] = [:]

  /// Whether nothing would be done.
  var isEmpty: Bool { accepted.isEmpty && !changesKnown }

  /// What is not taken in, in the order of the numbers.
  var keptOutInOrder: [KeptOut] {
    keptOut.sorted { ($0.number.description, "\($0.reason)") < ($1.number.description, "\($1.reason)") }
  }

  /// What somebody must agree to, in the order of the numbers.
  var changesInOrder: [MergeChange] {
    changes.sorted { ($0.number.description, "\($0)") < ($1.number.description, "\($1)") }
  }

  // MARK: - Entries one by one

  /// Looks at an entry of the file.
  ///
  /// - Parameters:
  ///   - incoming: the entry, looked at by itself.
  ///   - here: the same entry as it is here; nil where it is new.
  mutating func look(at incoming: IncomingEntry, here: LedgerEntry?) {
    let entry = incoming.entry
    guard let here else {
      note(incoming.keptOut, entry.number)
      guard facts[entry.hash] == nil else { return }
      order.append(entry.hash)
      facts[entry.hash] = Facts(
        number: entry.number, previous: entry.previous, reversal: EntryFacts.reversal(of: entry), total: entry.total,
        hours: entry.hours, isClosed: entry.kind == .closed, isAllowed: incoming.isAllowed)
      return
    }
    // What is refused now and stands here since long is another matter, and told by others.
    if incoming.keptOut.contains(.words), here.merged(with: entry) == here { note([.words], entry.number) }
    let joined = Self.joined(here, with: entry, gate)
    if here.loses(to: entry) {
      if gate.own.contains(entry.number.inChain) {
        note([.withholding], entry.number)
      } else {
        changes.insert(.withheld(entry.number))
      }
    }
    if joined != here { changesKnown = true }
  }

  /// Looks at a signature of the file.
  mutating func look(at signature: HeadSignature) { if signature.isValid { signatures.append(signature) } }

  /// What two copies of an entry know together, as far as the file may say. In a chain of this machine's own nothing is taken away
  /// by anybody else's file.
  static func joined(_ here: LedgerEntry, with entry: LedgerEntry, _ gate: MergeGate) -> LedgerEntry {
    here.merged(with: gate.own.contains(entry.number.inChain) ? entry.withoutWithholding : entry)
  }

  /// A new entry as it comes in.
  static func new(_ entry: LedgerEntry, _ gate: MergeGate) -> LedgerEntry {
    gate.own.contains(entry.number.inChain) ? entry.withoutWithholding : entry
  }

  mutating func keepOut(_ number: EntryNumber, _ reason: KeptOut.Reason) { note([reason], number) }

  private mutating func note(_ reasons: [KeptOut.Reason], _ number: EntryNumber) {
    for reason in reasons { keptOut.insert(KeptOut(number, reason)) }
  }

  // MARK: - How they hang together

  /// Decides, once all entries have been seen.
  ///
  /// - Throws: what the database throws.
  mutating func decide() throws {
    let keys = try chooseSignatures()
    let vouched = vouchedFor()
    var out: [(EntryHash, KeptOut.Reason?)] = []
    var doubts: [EntryHash: [MergeChange]] = [:]
    for hash in order {
      guard let entry = facts[hash] else { continue }
      if !entry.isAllowed {
        out.append((hash, nil))
      } else if let reason = try isOutOfPlace(entry) ?? isWronglyReversing(entry) {
        out.append((hash, reason))
      } else if gate.own.contains(entry.number.inChain) {
        if vouched.contains(hash) { continue }
        if try mayBeLost(entry.number) {
          doubts[hash, default: []].append(.unproven(entry.number))
        } else {
          out.append((hash, .notRecordedHere))
        }
      } else if keys[entry.number.inChain] != nil, !vouched.contains(hash) {
        out.append((hash, .unsigned))
      } else {
        doubts[hash] = try doubtsAbout(entry)
      }
    }
    accepted = Set(order)
    takeOut(out)
    for (hash, own) in doubts where accepted.contains(hash) { changes.formUnion(own) }
    for hash in accepted {
      if let total = facts[hash]?.total { sums[total.currency, default: 0] += Int128(total.minorUnits.magnitude) }
    }
    facts = [:]
    order = []
  }

  /// Leaves out signatures by other keys than their chains have. The key of a chain of this machine's own is its own; that of another
  /// is the one that is known here, or else that of the first signature.
  ///
  /// - Returns: the keys of the chains that were signed here before.
  private mutating func chooseSignatures() throws -> [LedgerChain: String] {
    var (known, chosen): ([LedgerChain: String], [LedgerChain: String]) = ([:], [:])
    for chain in Set(signatures.map(\.head.number.inChain)).union(order.compactMap { facts[$0]?.number.inChain }) {
      if gate.own.contains(chain) {
        chosen[chain] = gate.keys[chain] ?? ""
      } else if let key = try Ledger.key(of: chain, db) {
        (known[chain], chosen[chain]) = (key, key)
      }
    }
    for signature in signatures.sorted(by: { $0.head.number.sequence < $1.head.number.sequence }) {
      let chain = signature.head.number.inChain
      if chosen[chain] == nil { chosen[chain] = signature.key }
    }
    signatures.removeAll { $0.key != chosen[$0.head.number.inChain] }
    return known
  }

  /// The new entries that lead up to one that this machine remembers, or that was signed with its chain's key.
  private func vouchedFor() -> Set<EntryHash> {
    var vouched: Set<EntryHash> = []
    let remembered = gate.heads.filter { gate.own.contains($0.number.inChain) }
    for head in remembered + signatures.map(\.head) {
      var hash: EntryHash? = head.hash
      while let one = hash, let entry = facts[one], entry.number.inChain == head.number.inChain {
        // What a closed entry says of the one before it is held to nothing.
        guard one != head.hash || entry.number == head.number, vouched.insert(one).inserted, !entry.isClosed else {
          break
        }
        hash = entry.previous
      }
    }
    return vouched
  }

  /// Whether what stands before an entry is in neither.
  private func isOutOfPlace(_ entry: Facts) throws -> KeptOut.Reason? {
    let number = entry.number
    guard let previous = entry.previous else { return number.sequence == 1 ? nil : .gap }
    if let before = facts[previous]?.number {
      return before.inChain == number.inChain && before.sequence == number.sequence - 1 ? nil : .gap
    }
    let isHere = try Bool.fetchOne(
      db, sql: "SELECT 1 FROM entry WHERE hash = ? AND office = ? AND chain = ? AND sequence = ?",
      arguments: [previous.description, number.office, number.chain.description, number.sequence - 1])
    return isHere == nil ? .gap : nil
  }

  private func isWronglyReversing(_ entry: Facts) throws -> KeptOut.Reason? {
    guard let reversal = entry.reversal else { return nil }
    if reversal.number.office != entry.number.office { return .foreignReversal }
    if let gift = facts[reversal.hash] {
      if gift.isClosed, gift.number == reversal.number { return nil }
      guard gift.reversal == nil else { return .wrongReversal }
      return reversal.takesBack(gift.number, gift.total, gift.hours) ? nil : .wrongReversal
    }
    let gift = try Ledger.entry(reversal.hash, db)
    if let gift, gift.kind == .closed, gift.number == reversal.number { return nil }
    guard let gift, gift.kind == .gift else { return .wrongReversal }
    return reversal.takesBack(gift.number, gift.total, gift.hours) ? nil : .wrongReversal
  }

  /// Whether an entry of this machine's own chain may be one that got lost here: something that it remembers of that chain is in
  /// neither, and the number is free.
  private func mayBeLost(_ number: EntryNumber) throws -> Bool {
    if try isTaken(number) { return false }
    let known = gate.heads.filter { $0.number.inChain == number.inChain }
    if known.isEmpty {
      let first = try Bool.fetchOne(
        db, sql: "SELECT 1 FROM entry WHERE office = ? AND chain = ? LIMIT 1",
        arguments: [number.office, number.chain.description])
      return first == nil
    }
    return try known.contains { head in
      try number.sequence < head.number.sequence && facts[head.hash] == nil && Ledger.entry(head.hash, db) == nil
    }
  }

  private func doubtsAbout(_ entry: Facts) throws -> [MergeChange] {
    var doubts: [MergeChange] = []
    if try isTaken(entry.number) { doubts.append(.forked(entry.number)) }
    // Whoever takes back what another desk gave may be anybody who writes its office's code, so the sums here fall only when somebody
    // agrees.
    if let reversal = entry.reversal, reversal.number.inChain != entry.number.inChain,
      try gate.own.contains(reversal.number.inChain) || Ledger.entry(reversal.hash, db) != nil
    {
      let taken = try Bool.fetchOne(
        db, sql: "SELECT 1 FROM entry WHERE reverses = ? LIMIT 1", arguments: [reversal.hash.description])
      if taken == nil { doubts.append(.takenBack(reversal.number, by: entry.number)) }
    }
    return doubts
  }

  private func isTaken(_ number: EntryNumber) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT 1 FROM entry WHERE office = ? AND chain = ? AND sequence = ? LIMIT 1",
      arguments: [number.office, number.chain.description, number.sequence]) != nil
  }

  /// Takes entries out, and with them whatever leans on them: what follows them, and what takes them back.
  private mutating func takeOut(_ out: [(EntryHash, KeptOut.Reason?)]) {
    if out.isEmpty { return }
    var leaning: [EntryHash: [(EntryHash, KeptOut.Reason)]] = [:]
    for hash in order {
      guard let entry = facts[hash] else { continue }
      if let previous = entry.previous { leaning[previous, default: []].append((hash, .gap)) }
      if let gift = entry.reversal?.hash { leaning[gift, default: []].append((hash, .wrongReversal)) }
    }
    var waiting = out
    while let (hash, reason) = waiting.popLast() {
      guard accepted.remove(hash) != nil, let entry = facts[hash] else { continue }
      if let reason { keepOut(entry.number, reason) }
      waiting += leaning[hash] ?? []
    }
  }
}

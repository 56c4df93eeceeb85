public import Bookkeeping
internal import GRDB

extension Ledger {
  /// Records gifts: all of them, or none.
  ///
  /// - Parameters:
  ///   - drafts: the gifts, in order.
  ///   - office: the office's code.
  ///   - chain: the desk's chain on this machine.
  ///   - generator: where salts come from; it must not be guessable.
  /// - Returns: the entries, with their numbers and hashes.
  /// - Throws: ``LedgerError``; then nothing was recorded.
  public func append(
    _ drafts: [GiftDraft], office: String, chain: ChainName, using generator: inout some RandomNumberGenerator
  ) throws(LedgerError) -> [LedgerEntry] {
    var entries: [LedgerEntry] = []
    try append(office: office, chain: chain, using: &generator) { record in
      for draft in drafts { entries.append(try record(draft)) }
    }
    return entries
  }

  /// Records gifts one after the other, so that memory need not hold them all: all of them, or none.
  ///
  /// - Parameters:
  ///   - office: the office's code.
  ///   - chain: the desk's chain on this machine.
  ///   - known: the newest entry of the chain that whoever records knows of; nil for none.
  ///   - key: what the newest entry is signed with; nil for a chain that is not signed.
  ///   - run: what the gifts belong to, which is remembered; nil for what may be recorded any number of times.
  ///   - outbox: how their papers are to be made, which goes into the outbox in the same step; nil for what nobody waits for.
  ///   - generator: where salts come from; it must not be guessable.
  ///   - body: is given what records a gift and answers with its entry. When it throws, nothing is recorded.
  /// - Throws: ``LedgerError``; then nothing was recorded.
  public func append(
    office: String, chain: ChainName, after known: LedgerHead? = nil, key: ChainKey? = nil, run: Run? = nil,
    outbox: OutboxOrder? = nil,
    using generator: inout some RandomNumberGenerator,
    _ body: (_ record: (GiftDraft) throws -> LedgerEntry) throws -> Void
  ) throws(LedgerError) {
    var random = generator
    defer { generator = random }
    try write { db in
      try Self.checkKey(key, of: LedgerChain(office: office, name: chain), db)
      var head = try Self.head(db, office, chain, known)
      let before = head?.sequence ?? 0
      if let run { try Self.check(run, chain, db) }
      let statement = try db.makeStatement(sql: LedgerSchema.insert)
      try body { draft in
        guard let number = EntryNumber(office: office, chain: chain, sequence: (head?.sequence ?? 0) + 1) else {
          throw LedgerError.chainIsFull(chain)
        }
        let entry = try draft.entry(number, after: head?.hash, using: &random)
        try Self.insert(entry, statement)
        if let outbox { try Self.put(intoOutbox: outbox, db) }
        head = (number.sequence, entry.hash)
        return entry
      }
      guard let last = head, last.sequence > before else { return }
      if let run { try Self.remember(run, chain, before + 1...last.sequence, db) }
      if let number = EntryNumber(office: office, chain: chain, sequence: last.sequence) {
        try Self.sign(LedgerHead(number: number, hash: last.hash), key, db)
      }
    }
  }

  /// Takes a gift back from the sums, by an entry of its own.
  ///
  /// - Parameters:
  ///   - number: the gift's number.
  ///   - reason: why.
  ///   - day: the day, where the office stands.
  ///   - time: the moment.
  ///   - chain: the desk's chain on this machine.
  ///   - known: the newest entry of the chain that whoever records knows of; nil for none.
  ///   - key: what the new entry is signed with; nil for a chain that is not signed.
  ///   - generator: where salts come from.
  /// - Returns: the new entry.
  /// - Throws: ``LedgerError`` when there is no such gift, or it was taken back before.
  public func reverse(
    _ number: EntryNumber, reason: ReversalReason, day: CalendarDay, time: LedgerEntry.Moment, chain: ChainName,
    after known: LedgerHead? = nil, key: ChainKey? = nil, using generator: inout some RandomNumberGenerator
  ) throws(LedgerError) -> LedgerEntry {
    var random = generator
    defer { generator = random }
    return try write { db in
      let found = try Self.entries(db, number)
      guard let gift = found.first else { throw LedgerError.unknownNumber(number) }
      guard found.count == 1 else { throw LedgerError.forkedNumber(number) }
      guard gift.kind == .gift else { throw LedgerError.isReversal(number) }
      let taken = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM entry WHERE reverses = ?", arguments: [gift.hash.description])
      guard taken == 0 else { throw LedgerError.alreadyReversed(number) }
      try Self.checkKey(key, of: LedgerChain(office: number.office, name: chain), db)
      let head = try Self.head(db, number.office, chain, known)
      guard let next = EntryNumber(office: number.office, chain: chain, sequence: (head?.sequence ?? 0) + 1) else {
        throw LedgerError.chainIsFull(chain)
      }
      // The least number of 64 bits has no opposite.
      guard gift.total.minorUnits > .min, gift.hours.mantissa > .min,
        let hours = ExactDecimal(mantissa: -gift.hours.mantissa, scale: gift.hours.scale)
      else { throw LedgerError.overflow }
      let office: Disclosure<LedgerEntry.Office> =
        if let name = gift.office.content { .shown(name, salt: Salt(using: &random)) } else { gift.office }
      var entry = LedgerEntry(
        number: next, kind: .reversal(of: number, hash: gift.hash, reason), day: day, desk: gift.desk,
        language: gift.language, total: Money(minorUnits: -gift.total.minorUnits, currency: gift.total.currency),
        hours: hours, office: office, time: .shown(time, salt: Salt(using: &random)), lines: [],
        previous: head?.hash, hash: gift.hash)
      entry.hash = entry.computedHash()
      try Self.insert(entry, try db.makeStatement(sql: LedgerSchema.insert))
      try Self.sign(LedgerHead(number: next, hash: entry.hash), key, db)
      // A paper of a gift that is taken back is not printed any more.
      try db.execute(
        sql: "DELETE FROM outbox WHERE entry IN (SELECT id FROM entry WHERE hash = ?)",
        arguments: [gift.hash.description])
      return entry
    }
  }

  /// Takes the words of a line away for good; its numbers stay, and the chain still verifies.
  ///
  /// - Parameters:
  ///   - number: the entry's number; every branch that has it is changed.
  ///   - line: which line, from 1.
  /// - Throws: ``LedgerError`` when there is no such entry or line.
  public func withhold(_ number: EntryNumber, line: Int) throws(LedgerError) {
    try write { db in
      let found = try Self.entries(db, number)
      if found.isEmpty { throw LedgerError.unknownNumber(number) }
      guard found.contains(where: { $0.lines.indices.contains(line - 1) }) else {
        throw LedgerError.unknownLine(number, line)
      }
      for var entry in found where entry.lines.indices.contains(line - 1) {
        entry.lines[line - 1].texts = entry.lines[line - 1].texts.withheld
        try Self.replace(entry, db)
      }
    }
    // What the log of recent changes still holds of the words is brought into the file, and the log emptied.
    try checkpoint()
  }

  static func insert(_ entry: LedgerEntry, _ statement: Statement) throws {
    let columns = columns(of: entry)
    try statement.execute(arguments: [entry.hash.description] + columns)
  }

  /// What stands beside an entry's hash.
  private static func columns(of entry: LedgerEntry) -> StatementArguments {
    [
      entry.number.office, entry.number.chain.description, entry.number.sequence, entry.day.description,
      EntryFacts.reversal(of: entry)?.hash.description, EntryText.text(of: entry), entry.previous?.description,
    ]
  }

  static func replace(_ entry: LedgerEntry, _ db: Database) throws {
    // One that was closed until now may turn out to be of another day, and a correction.
    try db.execute(sql: LedgerSchema.replace, arguments: columns(of: entry) + [entry.hash.description])
  }

  /// The last entry of a chain; of a forked one that of the longer branch, and of two as long the one that sorts first.
  ///
  /// What is chained to it can never be unchained, so it is held to its own hash first, and the chain to what is known of it.
  private static func head(_ db: Database, _ office: String, _ chain: ChainName, _ known: LedgerHead?) throws
    -> (sequence: Int, hash: EntryHash)?
  {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT sequence, hash, body FROM entry WHERE office = ? AND chain = ? ORDER BY sequence DESC, hash LIMIT 1
        """,
      arguments: [office, chain.description])
    var head: (sequence: Int, hash: EntryHash)?
    if let row {
      let sequence = row["sequence"] as Int
      let number = EntryNumber(office: office, chain: chain, sequence: sequence)
      let entry = try? EntryText.entry(row["body"] as String)
      guard let entry, entry.number == number, entry.hash.description == row["hash"], entry.computedHash() == entry.hash
      else { throw LedgerError.chainBroken(chain, .changedHead(sequence)) }
      head = (sequence, entry.hash)
    }
    if let known, known.number.office == office, known.number.chain == chain, try entry(known.hash, db) == nil {
      let first = min((head?.sequence ?? 0) + 1, known.number.sequence)
      throw LedgerError.chainBroken(chain, .lost(first: first, last: known.number.sequence))
    }
    return head
  }
}

public import Bookkeeping
internal import GRDB

extension Ledger {
  /// How many entries there are.
  public func count() throws(LedgerError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entry") ?? 0 }
  }

  /// The entry of a hash; nil where there is none.
  public func entry(_ hash: EntryHash) throws(LedgerError) -> LedgerEntry? {
    try read { try Self.entry(hash, $0) }
  }

  /// The entries with a number: one, or several where the chain has forked.
  public func entries(_ number: EntryNumber) throws(LedgerError) -> [LedgerEntry] {
    try read { try Self.entries($0, number) }
  }

  /// The numbers that have a place in their chain, in the order of their chains.
  public func numbers(at sequence: Int) throws(LedgerError) -> [EntryNumber] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT DISTINCT office, chain FROM entry WHERE sequence = ? ORDER BY office, chain",
        arguments: [sequence]
      ).compactMap { row in
        ChainName(row["chain"] as String).flatMap { EntryNumber(office: row["office"], chain: $0, sequence: sequence) }
      }
    }
  }

  /// The gifts of a day, or the last one recorded here, in the order in which they came here.
  ///
  /// - Parameters:
  ///   - day: the day; nil for the last gift of all.
  ///   - chain: whose; nil for any chain's.
  /// - Returns: their numbers.
  /// - Throws: ``LedgerError`` when the ledger cannot be read.
  public func gifts(of day: CalendarDay?, chain: ChainName? = nil) throws(LedgerError) -> [EntryNumber] {
    try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT office, chain, sequence FROM entry WHERE reverses IS NULL AND ifnull(?, day) = day
          AND ifnull(?, chain) = chain ORDER BY id \(day == nil ? "DESC LIMIT 1" : "")
          """,
        arguments: [day?.description, chain?.description]
      ).compactMap { row in
        ChainName(row["chain"] as String).flatMap {
          EntryNumber(office: row["office"], chain: $0, sequence: row["sequence"])
        }
      }
    }
  }

  /// The correction of an entry; nil where there is none.
  public func reversal(of entry: LedgerEntry) throws(LedgerError) -> LedgerEntry? {
    try read { db in
      try String.fetchOne(
        db, sql: "SELECT body FROM entry WHERE reverses = ? ORDER BY hash LIMIT 1",
        arguments: [entry.hash.description]
      ).map { try EntryText.entry($0) }
    }
  }

  /// By which entry each gift was taken back; the first of several.
  public func reversals() throws(LedgerError) -> [EntryHash: EntryNumber] {
    try read { db in
      let texts = try String.fetchCursor(
        db, sql: "SELECT body FROM entry WHERE reverses IS NOT NULL ORDER BY office, chain, sequence, hash")
      var reversals: [EntryHash: EntryNumber] = [:]
      while let text = try texts.next() {
        let entry = try EntryText.entry(text)
        if case .reversal(_, let hash, _) = entry.kind, reversals[hash] == nil { reversals[hash] = entry.number }
      }
      return reversals
    }
  }

  /// Goes through the entries in the order of their days, the oldest first; of one day in the order in which they came here.
  ///
  /// - Parameters:
  ///   - skipped: how many of the oldest are left out.
  ///   - body: is given one after the other.
  /// - Throws: ``LedgerError`` when the ledger cannot be read.
  public func forEachByDay(skipping skipped: Int, _ body: (LedgerEntry) throws -> Void) throws(LedgerError) {
    try read { db in
      let texts = try String.fetchCursor(
        db, sql: "SELECT body FROM entry ORDER BY day, id LIMIT -1 OFFSET ?", arguments: [skipped])
      while let text = try texts.next() { try body(try EntryText.entry(text)) }
    }
  }

  /// The newest entries, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many.
  ///   - skipping: how many of the newest to leave out.
  /// - Returns: the entries.
  /// - Throws: ``LedgerError`` when the ledger cannot be read.
  public func newest(_ limit: Int, skipping: Int = 0) throws(LedgerError) -> [LedgerEntry] {
    try read { db in
      try String.fetchAll(
        db, sql: "SELECT body FROM entry ORDER BY day DESC, id DESC LIMIT ? OFFSET ?", arguments: [limit, skipping]
      ).map { try EntryText.entry($0) }
    }
  }

  /// Goes through all entries, chain by chain and in their order; memory holds one at a time.
  public func forEach(_ body: (LedgerEntry) throws -> Void) throws(LedgerError) {
    try read { db in try Self.forEachText(db) { try body(try EntryText.entry($0)) } }
  }

  /// Goes through all entries as lines of text, chain by chain and in their order.
  func forEachLine(_ body: (String) throws -> Void) throws(LedgerError) {
    try read { db in try Self.forEachText(db, body) }
  }

  /// Goes through all signatures, in the order of the numbers.
  func forEachSignature(_ body: (HeadSignature) throws -> Void) throws(LedgerError) {
    try read { db in try Self.forEachSignature(db, body) }
  }

  /// The last entry of each chain, and of each branch of one that has forked, in the order of their numbers.
  public func heads() throws(LedgerError) -> [LedgerHead] {
    try read { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT office, chain, sequence, hash FROM entry AS this
          WHERE NOT EXISTS (SELECT 1 FROM entry WHERE previous = this.hash) ORDER BY office, chain, sequence, hash
          """)
      var heads: [LedgerHead] = []
      while let row = try rows.next() {
        guard let chain = ChainName(row["chain"]), let hash = EntryHash(row["hash"] as String),
          let number = EntryNumber(office: row["office"], chain: chain, sequence: row["sequence"])
        else { continue }
        heads.append(LedgerHead(number: number, hash: hash))
      }
      return heads
    }
  }

  /// A count that goes up whenever an entry is added, or words are taken from one.
  public func revision() throws(LedgerError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT ifnull(max(revision), 0) FROM entry") ?? 0 }
  }

  /// The entries that were added or changed since, in the order in which that happened.
  ///
  /// - Parameters:
  ///   - revision: what ``revision()`` was then.
  ///   - limit: how many are wanted at the most.
  /// - Returns: the entries, and the revision that they lead to.
  /// - Throws: ``LedgerError`` when the ledger cannot be read.
  public func changes(since revision: Int, limit: Int) throws(LedgerError) -> (entries: [LedgerEntry], revision: Int) {
    try read { db in
      var entries: [LedgerEntry] = []
      var last = revision
      let rows = try Row.fetchCursor(
        db, sql: "SELECT body, revision FROM entry WHERE revision > ? ORDER BY revision LIMIT ?",
        arguments: [revision, limit])
      while let row = try rows.next() {
        entries.append(try EntryText.entry(row["body"] as String))
        last = row["revision"]
      }
      return (entries, last)
    }
  }

  static func entry(_ hash: EntryHash, _ db: Database) throws -> LedgerEntry? {
    try String.fetchOne(db, sql: "SELECT body FROM entry WHERE hash = ?", arguments: [hash.description])
      .map { try EntryText.entry($0) }
  }

  static func entries(_ db: Database, _ number: EntryNumber) throws -> [LedgerEntry] {
    try String.fetchAll(
      db, sql: "SELECT body FROM entry WHERE office = ? AND chain = ? AND sequence = ? ORDER BY hash",
      arguments: [number.office, number.chain.description, number.sequence]
    ).map { try EntryText.entry($0) }
  }

  static func forEachText(_ db: Database, _ body: (String) throws -> Void) throws {
    let cursor = try String.fetchCursor(db, sql: "SELECT body FROM entry ORDER BY office, chain, sequence, hash")
    while let text = try cursor.next() { try body(text) }
  }
}

/// The last entry of a chain: whoever keeps it can tell later whether what came before has been changed.
public struct LedgerHead: Hashable, Sendable {
  /// The entry's number.
  public var number: EntryNumber
  /// The entry's hash.
  public var hash: EntryHash

  /// Names a head.
  public init(number: EntryNumber, hash: EntryHash) {
    self.number = number
    self.hash = hash
  }

  /// The heads in a file of them: a line each, `NUMBER HASH`.
  ///
  /// - Returns: nil where a line is none, or there are none at all.
  public static func read(_ text: String) -> [LedgerHead]? {
    var heads: [LedgerHead] = []
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let parts = line.split(separator: " ")
      guard parts.count == 2, let number = EntryNumber(String(parts[0])), let hash = EntryHash(String(parts[1])) else {
        return nil
      }
      heads.append(LedgerHead(number: number, hash: hash))
    }
    return heads.isEmpty ? nil : heads
  }

  /// A file of heads.
  public static func text(of heads: [LedgerHead]) -> String {
    heads.map { "\($0.number) \($0.hash)\n" }.joined()
  }
}

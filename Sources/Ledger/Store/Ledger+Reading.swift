internal import GRDB

extension Ledger {
  /// How many entries there are.
  public func count() throws(LedgerError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entry") ?? 0 }
  }

  /// The entries with a number: one, or several where the chain has forked.
  public func entries(_ number: EntryNumber) throws(LedgerError) -> [LedgerEntry] {
    try read { try Self.entries($0, number) }
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

  /// The last entry of each chain, and of each branch of one that has forked, in the order of their numbers.
  public func heads() throws(LedgerError) -> [LedgerHead] {
    var followed: Set<EntryHash> = []
    var ends: [EntryHash: LedgerHead] = [:]
    try forEach { entry in
      if let previous = entry.previous {
        followed.insert(previous)
        ends[previous] = nil
      }
      if !followed.contains(entry.hash) { ends[entry.hash] = LedgerHead(number: entry.number, hash: entry.hash) }
    }
    return ends.values.sorted { ($0.number.description, $0.hash) < ($1.number.description, $1.hash) }
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
  /// - Returns: nil where a line is none.
  public static func read(_ text: String) -> [LedgerHead]? {
    var heads: [LedgerHead] = []
    for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
      let parts = line.split(separator: " ")
      guard parts.count == 2, let number = EntryNumber(String(parts[0])), let hash = EntryHash(String(parts[1])) else {
        return nil
      }
      heads.append(LedgerHead(number: number, hash: hash))
    }
    return heads
  }

  /// A file of heads.
  public static func text(of heads: [LedgerHead]) -> String {
    heads.map { "\($0.number) \($0.hash)\n" }.joined()
  }
}

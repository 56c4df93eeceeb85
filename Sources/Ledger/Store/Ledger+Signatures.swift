internal import GRDB

/// The signed heads: which entries a machine has signed, by the hashes of the entries.
extension Ledger {
  /// The key that a chain is signed with: that of its first signature.
  ///
  /// - Parameter chain: the chain.
  /// - Returns: the key; nil where nothing of it is signed.
  /// - Throws: ``LedgerError`` when the ledger cannot be read.
  public func key(of chain: LedgerChain) throws(LedgerError) -> String? { try read { try Self.key(of: chain, $0) } }

  /// The signatures of some entries.
  public func signatures(of entries: [LedgerEntry]) throws(LedgerError) -> [EntryHash: HeadSignature] {
    try read { db in
      var found: [EntryHash: HeadSignature] = [:]
      for entry in entries {
        let rows = try Row.fetchAll(
          db, sql: "SELECT * FROM signature WHERE hash = ?", arguments: [entry.hash.description])
        for signature in rows.compactMap(Self.signature) { found[entry.hash] = signature }
      }
      return found
    }
  }

  /// Goes through all entries as ``forEach(_:)`` does, each with its signature.
  public func forEachSigned(_ body: (LedgerEntry, HeadSignature?) throws -> Void) throws(LedgerError) {
    try read { db in try Self.forEachSignedText(db) { try body(try EntryText.entry($0), $1) } }
  }

  static func forEachSignedText(_ db: Database, _ body: (String, HeadSignature?) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT body, signature.* FROM entry LEFT JOIN signature ON signature.hash = entry.hash
        ORDER BY office, chain, sequence, entry.hash
        """)
    while let row = try rows.next() { try body(row["body"], signature(row)) }
  }

  static func forEachSignature(_ db: Database, _ body: (HeadSignature) throws -> Void) throws {
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM signature ORDER BY number, hash")
    while let row = try rows.next() { if let signature = signature(row) { try body(signature) } }
  }

  private static func signature(_ row: Row) -> HeadSignature? {
    guard let text: String = row["hash"], let hash = EntryHash(text), let number = EntryNumber(row["number"] as String)
    else { return nil }
    return HeadSignature(head: LedgerHead(number: number, hash: hash), key: row["key"], signature: row["signature"])
  }

  static func key(of chain: LedgerChain, _ db: Database) throws -> String? {
    // Figures of one length: in the order of their texts the first number comes first.
    try String.fetchOne(
      db, sql: "SELECT key FROM signature WHERE number BETWEEN ? AND ? ORDER BY number, hash LIMIT 1",
      arguments: ["\(chain)-000000", "\(chain)-999999"])
  }

  static func insert(_ signature: HeadSignature, _ db: Database) throws {
    try db.execute(
      sql: "INSERT OR IGNORE INTO signature (hash, number, key, signature) VALUES (?, ?, ?, ?)",
      arguments: [
        signature.head.hash.description, signature.head.number.description, signature.key, signature.signature,
      ])
  }

  /// Signs the newest entry of a chain, in the step that recorded it.
  ///
  /// - Throws: what the database throws; ``LedgerError/chainBroken(_:_:)`` where the chain is signed with another key.
  static func sign(_ head: LedgerHead, _ key: ChainKey?, _ db: Database) throws {
    if let signature = key?.signature(of: head) { try insert(signature, db) }
  }

  /// Makes sure that a chain is not gone on with by anybody who has not its key.
  static func checkKey(_ key: ChainKey?, of chain: LedgerChain, _ db: Database) throws {
    guard let known = try Self.key(of: chain, db), known != key?.publicKey else { return }
    throw LedgerError.chainBroken(chain.name, .otherKey)
  }
}

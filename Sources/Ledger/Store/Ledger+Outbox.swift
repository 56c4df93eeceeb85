internal import GRDB

/// The outbox: which entries' papers a printer still has to print. It is this machine's own, beside the record: no copy has it.
///
/// What is written with an entry in one transaction cannot be lost when the program or the printer stops before the paper is out.
extension Ledger {
  /// A paper that is still to be printed.
  public struct OutboxItem: Hashable, Sendable {
    /// The entry's number.
    public var number: EntryNumber
    /// How it is to be printed, as it was handed in.
    public var job: String
  }

  /// The papers that are still to be printed, the oldest first.
  ///
  /// - Throws: ``LedgerError``.
  public func outbox() throws(LedgerError) -> [OutboxItem] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT office, chain, sequence, job FROM outbox JOIN entry ON entry.id = outbox.entry ORDER BY outbox.entry
          """)
      return rows.compactMap { row in
        ChainName(row["chain"] as String).flatMap { chain in
          EntryNumber(office: row["office"], chain: chain, sequence: row["sequence"])
        }.map { OutboxItem(number: $0, job: row["job"]) }
      }
    }
  }

  /// How many papers are still to be printed.
  ///
  /// - Throws: ``LedgerError``.
  public func outboxCount() throws(LedgerError) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM outbox") ?? 0 }
  }

  /// Takes papers out of the outbox, since they have been printed or nobody wants them any more.
  ///
  /// - Parameter numbers: the entries' numbers; those that are not in it are passed over.
  /// - Throws: ``LedgerError``.
  public func takeFromOutbox(_ numbers: [EntryNumber]) throws(LedgerError) {
    if numbers.isEmpty { return }
    try write { db in
      let statement = try db.makeStatement(
        sql: """
          DELETE FROM outbox
          WHERE entry IN (SELECT id FROM entry WHERE office = ? AND chain = ? AND sequence = ?)
          """)
      for number in numbers {
        try statement.execute(arguments: [number.office, number.chain.description, number.sequence])
      }
    }
  }

  /// Puts the paper of the entry that was inserted last into the outbox.
  static func putIntoOutbox(_ job: String, _ db: Database) throws {
    try db.execute(sql: "INSERT INTO outbox (entry, job) VALUES (?, ?)", arguments: [db.lastInsertedRowID, job])
  }
}

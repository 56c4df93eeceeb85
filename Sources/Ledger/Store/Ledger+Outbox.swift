internal import GRDB

/// The outbox: which entries' papers are still to be made. It is this machine's own, beside the record: no copy has it.
///
/// What is written with an entry in one transaction cannot be lost when the program or the printer stops before the paper is out.
/// A paper is claimed by one process before it is made, so that of several at once only one makes it.
extension Ledger {
  /// How the papers of gifts are to be made, for the outbox.
  public struct OutboxOrder: Hashable, Sendable {
    /// How, as whoever makes them reads it again.
    public var job: String
    /// Who makes them now; nil for nobody yet.
    public var claim: OutboxClaim?

    /// Says how.
    public init(job: String, claim: OutboxClaim? = nil) { (self.job, self.claim) = (job, claim) }
  }

  /// Who makes papers, and since when.
  public struct OutboxClaim: Hashable, Sendable {
    /// The process, as whoever asks can tell whether it still runs.
    public var owner: String
    /// Since when, as ISO 8601 in UTC.
    public var moment: String

    /// Names who makes papers.
    public init(owner: String, moment: String) { (self.owner, self.moment) = (owner, moment) }
  }

  /// A paper that is still to be made.
  public struct OutboxItem: Hashable, Sendable {
    /// The entry's number.
    public var number: EntryNumber
    /// The entry's hash, by which it is known where a chain has forked.
    public var hash: EntryHash
    /// How it is to be made, as it was handed in.
    public var job: String
    /// Who has it; nil for nobody.
    public var claim: OutboxClaim?
    /// Whether its bytes have begun to go to a printer, so that it may have come out.
    public var isBegun: Bool
  }

  /// The papers that are still to be made, the oldest first; none of a gift that was taken back.
  ///
  /// - Throws: ``LedgerError``.
  public func outbox() throws(LedgerError) -> [OutboxItem] { try read { try Self.outbox($0) } }

  /// Whether the paper of an entry is still to be made.
  ///
  /// - Throws: ``LedgerError``.
  public func isInOutbox(_ number: EntryNumber) throws(LedgerError) -> Bool {
    try read { try !Self.outbox($0, number).isEmpty }
  }

  /// Claims papers, so that no other process makes them.
  ///
  /// - Parameters:
  ///   - numbers: the entries' numbers; nil for all that are in it.
  ///   - claim: who makes them.
  ///   - isHeld: whether somebody else's claim still holds.
  /// - Returns: those that are now one's own; the others are gone, or another's.
  /// - Throws: ``LedgerError``.
  public func claimOutbox(
    _ numbers: [EntryNumber]? = nil, for claim: OutboxClaim, unless isHeld: (OutboxClaim) -> Bool
  ) throws(LedgerError) -> [OutboxItem] {
    let wanted = numbers.map { Set($0) }
    // A claim ends with its process, which no power cut outlives.
    return try write(outliving: .process) { db in
      var (own, changed): ([OutboxItem], [EntryNumber]) = ([], [])
      for var item in try Self.outbox(db, numbers?.count == 1 ? numbers?.first : nil)
      where wanted?.contains(item.number) != false {
        if let other = item.claim, other.owner != claim.owner, isHeld(other) { continue }
        // One's own is renewed, since those who cannot look at its process go by its age.
        if item.claim != claim { changed.append(item.number) }
        item.claim = claim
        own.append(item)
      }
      try Self.change(changed, "SET claim = ?, claimed = ?", [claim.owner, claim.moment], db)
      return own
    }
  }

  /// Notes that the bytes of papers begin to go to a printer: from now on they may have come out. The printer does not wait for
  /// a disk here: after a power cut in that very moment a paper that came out may come out once more, unmarked.
  ///
  /// - Parameter numbers: the entries' numbers.
  /// - Throws: ``LedgerError``.
  public func beginOutbox(_ numbers: [EntryNumber]) throws(LedgerError) {
    if numbers.isEmpty { return }
    try write(outliving: .process) { try Self.change(numbers, "SET begun = 1", [], $0) }
  }

  /// Lets go of papers that did not come out, so that whoever comes next can make them.
  ///
  /// - Parameter numbers: the entries' numbers.
  /// - Throws: ``LedgerError``.
  public func releaseOutbox(_ numbers: [EntryNumber]) throws(LedgerError) {
    if numbers.isEmpty { return }
    try write { try Self.change(numbers, "SET claim = NULL, claimed = NULL, begun = 0", [], $0) }
  }

  /// Takes papers out of the outbox, since they have been made or nobody wants them any more. Nobody waits for a disk here either: after
  /// a power cut before the next commit a paper that came out may be asked about once more.
  ///
  /// - Parameter numbers: the entries' numbers; those that are not in it are passed over.
  /// - Throws: ``LedgerError``.
  public func takeFromOutbox(_ numbers: [EntryNumber]) throws(LedgerError) {
    if numbers.isEmpty { return }
    try write(outliving: .process) { db in
      let statement = try db.makeStatement(sql: "DELETE FROM outbox \(Self.ofNumber)")
      for number in numbers { try statement.execute(arguments: Self.arguments(number)) }
    }
  }

  /// Puts the paper of the entry that was inserted last into the outbox.
  static func put(intoOutbox order: OutboxOrder, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO outbox (entry, job, claim, claimed) VALUES (?, ?, ?, ?)",
      arguments: [db.lastInsertedRowID, order.job, order.claim?.owner, order.claim?.moment])
  }

  private static func outbox(_ db: Database, _ number: EntryNumber? = nil) throws -> [OutboxItem] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT office, chain, sequence, hash, job, claim, claimed, begun FROM outbox JOIN entry ON entry.id = outbox.entry
        WHERE \(number == nil ? "" : "office = ? AND chain = ? AND sequence = ? AND")
          NOT EXISTS (SELECT 1 FROM entry AS correction WHERE correction.reverses = entry.hash)
        ORDER BY outbox.entry
        """, arguments: number.map(arguments) ?? [])
    return rows.compactMap { row in
      guard let chain = ChainName(row["chain"] as String),
        let number = EntryNumber(office: row["office"], chain: chain, sequence: row["sequence"]),
        let hash = EntryHash(row["hash"] as String)
      else { return nil }
      let claim = (row["claim"] as String?).map { OutboxClaim(owner: $0, moment: row["claimed"] ?? "") }
      return OutboxItem(number: number, hash: hash, job: row["job"], claim: claim, isBegun: row["begun"])
    }
  }

  private static let ofNumber =
    "WHERE entry IN (SELECT id FROM entry WHERE office = ? AND chain = ? AND sequence = ?)"

  private static func arguments(_ number: EntryNumber) -> StatementArguments {
    [number.office, number.chain.description, number.sequence]
  }

  private static func change(_ numbers: [EntryNumber], _ what: String, _ values: [String], _ db: Database) throws {
    let statement = try db.makeStatement(sql: "UPDATE outbox \(what) \(ofNumber)")
    for number in numbers { try statement.execute(arguments: StatementArguments(values) + arguments(number)) }
  }
}

internal import Crypto
internal import Foundation
internal import GRDB

/// What was recorded together: this machine's own memory beside the record, which no copy has. By it the same order is noticed
/// when somebody records it again.
extension Ledger {
  /// Gifts that are recorded together.
  public struct Run: Hashable, Sendable {
    /// What tells the same gifts from others.
    public var print: String
    /// The office's code.
    public var office: String
    /// The day of the gifts, where the office stands, as ISO 8601.
    public var day: String
    /// The moment, as ISO 8601 in UTC.
    public var moment: String
    /// Since which moment the same must have been recorded to be taken for the same; nil for the whole day.
    public var since: String?
    /// Whether the same may have been recorded before.
    public var mayRepeat: Bool
    /// Whether ``print`` is a name that whoever asks has given these gifts alone, so that they are the same on whichever day and chain,
    /// taken back or not.
    public var isNamed = false

    /// Describes gifts that are recorded together.
    public init(
      print: String, office: String, day: String, moment: String, since: String? = nil, mayRepeat: Bool = false
    ) {
      (self.print, self.office, self.day, self.moment) = (print, office, day, moment)
      (self.since, self.mayRepeat) = (since, mayRepeat)
    }
  }

  /// Gifts under a name that whoever asks gives them, which are recorded once, however often they are sent.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - office: the office's code.
  ///   - day: the day of the gifts, where the office stands, as ISO 8601.
  ///   - moment: the moment, as ISO 8601 in UTC.
  /// - Returns: what is remembered of them.
  public static func run(named name: String, office: String, day: String, moment: String) -> Run {
    var run = Run(print: Self.print(ofName: name), office: office, day: day, moment: moment)
    run.isNamed = true
    return run
  }

  /// No name is what tells an order from others, which is a hash without any sign.
  private static func print(ofName name: String) -> String { "name:\(name)" }

  /// The number under which gifts of a name were recorded on this machine.
  ///
  /// - Parameter name: the name.
  /// - Returns: nil where they were not.
  /// - Throws: ``LedgerError``.
  public func number(named name: String) throws(LedgerError) -> EntryNumber? {
    try read { try Self.recorded(Self.print(ofName: name), $0)?.first }
  }

  /// The number under which gifts were recorded on this machine whose name begins with a word.
  ///
  /// - Parameter word: the word, behind which a blank stands.
  /// - Returns: nil where none were.
  /// - Throws: ``LedgerError``.
  public func number(namedWith word: String) throws(LedgerError) -> EntryNumber? {
    let (first, end) = (Self.print(ofName: word + " "), Self.print(ofName: word + "!"))
    return try read { db in
      let print = try String.fetchOne(
        db, sql: "SELECT print FROM run WHERE print >= ? AND print < ? LIMIT 1", arguments: [first, end])
      return try print.flatMap { try Self.recorded($0, db)?.first }
    }
  }

  private static func recorded(_ print: String, _ db: Database) throws -> (
    first: EntryNumber, last: EntryNumber, moment: String
  )? {
    let row = try Row.fetchOne(
      db, sql: "SELECT office, chain, first, last, moment FROM run WHERE print = ? ORDER BY id LIMIT 1",
      arguments: [print])
    guard let row, let chain = ChainName(row["chain"] as String),
      let first = EntryNumber(office: row["office"], chain: chain, sequence: row["first"]),
      let last = EntryNumber(office: row["office"], chain: chain, sequence: row["last"])
    else { return nil }
    return (first, last, row["moment"])
  }

  /// Makes sure that a desk has not recorded the same before; what was taken back meanwhile does not count.
  ///
  /// - Throws: ``LedgerError/recordedBefore(first:last:at:)``.
  static func check(_ run: Run, _ chain: ChainName, _ db: Database) throws {
    if run.mayRepeat { return }
    if run.isNamed {
      guard let before = try recorded(run.print, db) else { return }
      throw LedgerError.recordedBefore(first: before.first, last: before.last, at: before.moment)
    }
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT first, last, moment FROM run
        WHERE print = ? AND day = ? AND office = ? AND chain = ? AND moment >= ? AND EXISTS (
          SELECT 1 FROM entry WHERE entry.office = run.office AND entry.chain = run.chain
          AND sequence BETWEEN first AND last
          AND NOT EXISTS (SELECT 1 FROM entry AS correction WHERE correction.reverses = entry.hash))
        ORDER BY id DESC LIMIT 1
        """,
      arguments: [run.print, run.day, run.office, chain.description, run.since ?? ""])
    guard let row, let first = EntryNumber(office: run.office, chain: chain, sequence: row["first"]),
      let last = EntryNumber(office: run.office, chain: chain, sequence: row["last"])
    else { return }
    throw LedgerError.recordedBefore(first: first, last: last, at: row["moment"])
  }

  /// Remembers what was recorded, from one place of the chain to another.
  static func remember(_ run: Run, _ chain: ChainName, _ places: ClosedRange<Int>, _ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO run (print, day, moment, office, chain, first, last) VALUES (?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        run.print, run.day, run.moment, run.office, chain.description, places.lowerBound, places.upperBound,
      ])
  }
}

/// What tells the gifts of one order from those of another: a hash of their items and quantities, in their order.
public struct RunPrint: Sendable {
  private var hash = SHA256()

  /// Begins with nothing.
  public init() {}

  /// Adds a word, which cannot run into the next.
  public mutating func add(_ word: String) {
    hash.update(data: Data("\(word.utf8.count):\(word),".utf8))
  }

  /// The print of what was added, as text.
  public var text: String { EntryHash(bytes: hash.finalize()).map(\.description) ?? "" }
}

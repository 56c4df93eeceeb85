import Foundation
import GRDB
import TestTools
import Testing

@testable import Ledger

/// Files that somebody else may have written in: what is put into them acts on nothing, and whatever they say is held to the entries.
@Suite struct StrangersTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private func change(_ sql: String) throws {
    try DatabaseQueue(path: bench.path()).write { try $0.execute(sql: sql) }
  }

  private func fill() throws -> [LedgerEntry] {
    let ledger = try bench.open()
    let gifts = try bench.add((0..<4).map { _ in try draft(1) }, to: ledger)
    _ = try bench.reverse(gifts[1].number, in: ledger)
    return gifts
  }

  /// What the program knows of its tables is what it makes.
  @Test func theShapeIsWhatIsMade() throws {
    let queue = try DatabaseQueue()
    try LedgerSchema.migrator.migrate(queue)
    #expect(try queue.read { try LedgerShape.foreignParts($0) } == [])
  }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry WHERE id = NEW.id; END",
    "CREATE VIEW v AS SELECT 1", "CREATE TABLE notes (text)", "CREATE INDEX i ON entry (body)",
    "DROP INDEX entry_by_day", "ALTER TABLE run ADD COLUMN more TEXT",
  ])
  func whatTheProgramHasNotPutThereIsTold(sql: String) throws {
    _ = try fill()
    // One that is open already notices before it records.
    let open = try bench.open()
    try change(sql)
    func isForeign(_ body: () throws -> Void) throws {
      do { try body() } catch LedgerError.foreignParts(let path, let parts) {
        #expect(path == bench.path() && parts.count == 1, "\(parts)")
        return
      }
      Issue.record("nobody saw it")
    }
    try isForeign { try bench.add([try draft(1)], to: open) }
    try isForeign { _ = try bench.open() }
    try isForeign { _ = try Ledger(path: bench.path(), access: .readOnly) }
    try isForeign { _ = try Ledger(ofOthers: bench.path()) }
    let other = try bench.open("other.sqlite")
    try isForeign { _ = try other.merge(bench.path()) }
  }

  /// Every column by which an entry is found.
  @Test(arguments: [
    "hash = 'zz' || hash", "office = 'OTHER'", "chain = 'B222'", "sequence = sequence + 10", "day = '1999-01-01'",
    "reverses = (SELECT hash FROM entry WHERE sequence = 1)", "previous = NULL", "revision = 0", "revision = NULL",
    "revision = 2", "day = CAST(day AS BLOB)", "day = day || char(0) || 'x'", "body = body || char(0)",
    "sequence = sequence || 'x'",
  ])
  func everyColumnIsHeldToTheEntry(change: String) throws {
    let gifts = try fill()
    #expect(try bench.open().verify().findings.isEmpty)
    try self.change("UPDATE entry SET \(change) WHERE sequence = 3")
    let findings = try Ledger(ofOthers: bench.path()).verify().findings
    let known: [LedgerFinding] = [.misfiled(gifts[2].number), .unreadable(line: 3)]
    #expect(findings.contains(where: known.contains), "\(findings)")
  }

  @Test func anIndexThatLacksAnEntryIsFound() throws {
    _ = try fill()
    try change(
      """
      PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'reverses IS NOT NULL', 'reverses IS NULL')
      WHERE name = 'entry_by_reversed'
      """)
    #expect(throws: LedgerError.self) { try bench.open() }
  }

  @Test func aLedgerOfOthersIsReadInACopy() throws {
    _ = try fill()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: bench.path()))
    let ledger = try Ledger(ofOthers: bench.path())
    try FileManager.default.removeItem(atPath: bench.path())
    #expect(try ledger.verify().count == 5)
    try bytes.write(to: URL(fileURLWithPath: bench.path()))
    #expect(try Data(contentsOf: URL(fileURLWithPath: bench.path())) == bytes)
    #expect(throws: LedgerError.tooLarge(path: bench.path())) {
      try Ledger(ofOthers: bench.path(), StrangersLimits(bytes: 1000, seconds: 1))
    }
    #expect(throws: LedgerError.notThere(path: bench.path("none.sqlite"))) {
      try Ledger(ofOthers: bench.path("none.sqlite"))
    }
    #expect(throws: LedgerError.damaged(path: "/dev/zero", reason: "no file")) { try Ledger(ofOthers: "/dev/zero") }
    #expect(throws: LedgerError.cannotOpen(path: "/dev/zero", reason: "this is no file")) {
      try LedgerFile.verify("/dev/zero")
    }
  }

  /// Nobody waits for what reckons without an end.
  @Test func aLedgerOfOthersIsReadForAWhileOnly() throws {
    _ = try fill()
    let ledger = try Ledger(ofOthers: bench.path(), StrangersLimits(bytes: 1 << 30, seconds: 0.3))
    #expect(throws: LedgerError.tooLarge(path: bench.path())) {
      try ledger.read { db in
        _ = try Int.fetchOne(
          db, sql: "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
      }
    }
  }

  @Test func aLedgerIsItsOwnersAlone() throws {
    _ = try fill()
    func mode(_ name: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: bench.path(name))[.posixPermissions] as? Int
    }
    #expect(try mode("ledger.sqlite") == 0o600)
    // Where a group works together in one folder, it works together in the ledger.
    let shared = bench.path("shared")
    try FileManager.default.createDirectory(
      atPath: shared, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o770])
    chmod(shared, 0o770)
    try bench.add([try draft(1)], to: try bench.open("shared/ledger.sqlite"))
    #expect(try mode("shared/ledger.sqlite") == 0o660)
  }
}

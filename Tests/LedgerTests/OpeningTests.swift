import Foundation
import GRDB
import TestTools
import Testing

@testable import Ledger

/// How a ledger's file is opened: when it is being made, when it may only be read, and what stays behind.
@Suite struct OpeningTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: bench.scratch.folder.path).sorted() }
  }

  @Test func nothingStaysBehindBesideIt() throws {
    try bench.add([try draft()], to: try bench.open())
    #expect(try names == ["ledger.sqlite"])
    #expect(try Ledger(path: bench.path(), access: .readOnly).count() == 1)
    #expect(try names == ["ledger.sqlite"])
  }

  /// What a kill leaves of a ledger that was just being made.
  @Test func oneThatWasBeingMadeIsNoneYet() throws {
    let path = bench.path()
    func look() throws { _ = try Ledger(path: path, access: .readOnly) }
    try bench.scratch.write("", to: "ledger.sqlite")
    #expect(throws: LedgerError.notThere(path: path)) { try look() }
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    }
    #expect(throws: LedgerError.notThere(path: path)) { try look() }
    try DatabaseQueue(path: path).write {
      try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    }
    #expect(throws: LedgerError.notThere(path: path)) { try look() }
    try bench.add([try draft()], to: try bench.open())
    #expect(try Ledger(path: path, access: .readOnly).count() == 1)
  }

  @Test func anotherDatabaseIsNone() throws {
    try DatabaseQueue(path: bench.path()).write { try $0.execute(sql: "CREATE TABLE recipes (name TEXT)") }
    #expect(throws: LedgerError.damaged(path: bench.path(), reason: "no ledger")) {
      try Ledger(path: bench.path(), access: .readOnly)
    }
  }

  /// Several desks record their first gift at the same moment: one makes the ledger, and the others wait.
  @Test(arguments: 0..<5) func manyBeginItAtOnce(round: Int) async throws {
    let path = bench.path()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for desk in 0..<8 {
        group.addTask {
          var random = SplitMix64(seed: desk)
          let chain = try Bench.chain("A00\(desk)")
          _ = try Ledger(path: path).append([try draft()], office: "RIVER", chain: chain, using: &random)
        }
      }
      try await group.waitForAll()
    }
    #expect(try bench.open().count() == 8)
  }

  /// Reading needs no right to write, sees what lies in the log of somebody who has it open, and leaves nothing behind.
  @Test func oneThatMayOnlyBeReadIsRead() throws {
    try bench.add([try draft()], to: try bench.open())
    func count() throws -> Int? {
      let queue = try LedgerOpening.forReading(bench.path(), 1, mayWrite: false).queue
      return try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM entry") }
    }
    #expect(try count() == 1)
    #expect(try names == ["ledger.sqlite"])
    let writer = try bench.open()
    try bench.add([try draft()], to: writer)
    let before = try names
    #expect(before.contains("ledger.sqlite-wal"))
    #expect(try count() == 2)
    #expect(try names == before)
    try writer.checkpoint()
    #expect(try count() == 2)
  }

  /// What was opened to be looked at is written through the same connection, where it may be written at all.
  @Test func oneThatWasLookedAtIsWrittenWithoutBeingOpenedAgain() throws {
    try bench.add([try draft()], to: try bench.open())
    let looking = try Ledger(path: bench.path(), access: .readOnly)
    #expect(throws: LedgerError.readOnly(path: bench.path())) { try bench.add([try draft()], to: looking) }
    try bench.add([try draft()], to: try #require(looking.writable))
    #expect(try looking.count() == 2)
    let (_, mayWrite) = try LedgerOpening.forReading(bench.path(), 1, mayWrite: false)
    #expect(!mayWrite)
  }

  /// What need not outlive a power cut does not change what the next entry outlives.
  @Test func everyEntryOutlivesAPowerCut() throws {
    let ledger = try bench.open()
    let quick = try ledger.write(outliving: .process) { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    let usual = try ledger.write { try Int.fetchOne($0, sql: "PRAGMA synchronous") }
    #expect(quick == 1 && usual == 2)
  }

  /// One of an earlier version is brought up to date in a copy.
  @Test func anOlderOneThatMayOnlyBeReadIsRead() throws {
    try bench.add([try draft()], to: try bench.open())
    try DatabaseQueue(path: bench.path()).write { db in
      try db.execute(
        sql:
          "DROP TABLE run; DROP TABLE outbox; DROP TABLE signature; DELETE FROM grdb_migrations WHERE identifier > '3'")
    }
    let bytes = try Data(contentsOf: URL(fileURLWithPath: bench.path()))
    let queue = try LedgerOpening.forReading(bench.path(), 1, mayWrite: false).queue
    #expect(try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM outbox") } == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: bench.path())) == bytes)
  }
}

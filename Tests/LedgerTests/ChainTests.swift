import Foundation
import GRDB
import TestTools
import Testing

@testable import Ledger

/// What a chain may be gone on with, whatever happened to its file.
@Suite struct ChainTests {
  private let bench: Bench
  private let chain: ChainName

  init() throws {
    bench = try Bench()
    chain = try Bench.chain("A7K2")
  }

  private func append(after known: LedgerHead?, to ledger: Ledger) throws -> LedgerHead? {
    var last: LedgerHead?
    try ledger.append(office: "RIVER", chain: chain, after: known, using: &bench.random) { record in
      let entry = try record(try draft(1))
      last = LedgerHead(number: entry.number, hash: entry.hash)
    }
    return last
  }

  @Test func aLedgerThatLostItsLastEntriesIsNotGoneOnWith() throws {
    var known = try append(after: nil, to: try bench.open())
    try FileManager.default.copyItem(atPath: bench.path(), toPath: bench.path("backup.sqlite"))
    known = try append(after: known, to: try bench.open())
    known = try append(after: known, to: try bench.open())
    let backup = try bench.open("backup.sqlite")
    #expect(throws: LedgerError.chainBroken(chain, .lost(first: 2, last: 3))) { try append(after: known, to: backup) }
    #expect(throws: LedgerError.chainBroken(chain, .lost(first: 1, last: 3))) {
      try append(after: known, to: try bench.open("new.sqlite"))
    }
    #expect(try backup.count() == 1)
    // Put back, it goes on.
    _ = try backup.merge(bench.path())
    #expect(try append(after: known, to: backup)?.number.sequence == 4)
  }

  /// What was recorded meanwhile, by another process on the same chain, is no loss.
  @Test func aChainMayBeLongerThanIsKnown() throws {
    let known = try append(after: nil, to: try bench.open())
    _ = try append(after: nil, to: try bench.open())
    #expect(try append(after: known, to: try bench.open())?.number.sequence == 3)
  }

  /// What is chained to a changed entry can never be unchained.
  @Test(arguments: [
    "hash = 'ab' || substr(hash, 3)", "sequence = 7", "body = replace(body, '2026-11-20', '2026-11-21')", "body = 'x'",
  ])
  func aChangedEntryIsNotChainedTo(change: String) throws {
    let known = try append(after: nil, to: try bench.open())
    try DatabaseQueue(path: bench.path()).write { try $0.execute(sql: "UPDATE entry SET \(change)") }
    let place = change == "sequence = 7" ? 7 : 1
    #expect(throws: LedgerError.chainBroken(chain, .changedHead(place))) { try append(after: known, to: bench.open()) }
  }

  @Test(arguments: [
    "hash = 'ab' || substr(hash, 3)", "sequence = 7", "day = '2026-11-21'", "office = 'LAKE'", "previous = hash",
    "reverses = hash",
  ])
  func aChangedColumnIsFound(change: String) throws {
    _ = try append(after: nil, to: try bench.open())
    #expect(try bench.open().verify().isSound)
    try DatabaseQueue(path: bench.path()).write { try $0.execute(sql: "UPDATE entry SET \(change)") }
    let number = try #require(EntryNumber("RIVER-A7K2-000001"))
    #expect(try bench.open().verify().findings.contains(.misfiled(number)))
  }

  @Test func headsThatAreNoneAreNotTakenForSome() {
    #expect(LedgerHead.read("") == nil)
    #expect(LedgerHead.read("# Heads of Riverside Commons\n") == nil)
  }

  // MARK: - Runs

  private func record(_ moment: String, since: String? = nil, mayRepeat: Bool = false, in ledger: Ledger) throws {
    let run = Ledger.Run(
      print: "rice", office: "RIVER", day: "2026-11-20", moment: moment, since: since, mayRepeat: mayRepeat)
    try ledger.append(office: "RIVER", chain: chain, run: run, using: &bench.random) { record in
      for _ in 0..<2 { _ = try record(try draft(1)) }
    }
  }

  @Test func theSameAgainIsNoticed() throws {
    let ledger = try bench.open()
    try record("2026-11-20T14:00:00Z", in: ledger)
    let (first, last) = (
      try #require(EntryNumber("RIVER-A7K2-000001")), try #require(EntryNumber("RIVER-A7K2-000002"))
    )
    let again = LedgerError.recordedBefore(first: first, last: last, at: "2026-11-20T14:00:00Z")
    #expect(throws: again) { try record("2026-11-20T14:00:06Z", in: ledger) }
    #expect(try ledger.count() == 2)
    // Long ago, or meant.
    try record("2026-11-20T14:05:00Z", since: "2026-11-20T14:03:00Z", in: ledger)
    try record("2026-11-20T14:05:01Z", mayRepeat: true, in: ledger)
    #expect(try ledger.count() == 6)
  }

  @Test func whatWasTakenBackMayBeRecordedAnew() throws {
    let ledger = try bench.open()
    try record("2026-11-20T14:00:00Z", in: ledger)
    for number in ["RIVER-A7K2-000001", "RIVER-A7K2-000002"] {
      _ = try bench.reverse(try #require(EntryNumber(number)), in: ledger)
    }
    try record("2026-11-20T14:00:06Z", in: ledger)
    #expect(try ledger.count() == 6)
  }
}

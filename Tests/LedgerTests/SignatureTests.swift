import Bookkeeping
import Foundation
import TestTools
import Testing

@testable import Ledger

/// Heads that are signed: who has recorded a chain can be told, and who only says so.
@Suite struct SignatureTests {
  private let bench: Bench
  private let key: ChainKey
  private let chain: LedgerChain

  init() throws {
    bench = try Bench()
    var random = SplitMix64(seed: 3)
    key = try #require(ChainKey(using: &random))
    chain = LedgerChain(office: "RIVER", name: try Bench.chain("A7K2"))
  }

  private func other() throws -> ChainKey {
    var random = SplitMix64(seed: 4)
    return try #require(ChainKey(using: &random))
  }

  @discardableResult
  private func give(_ count: Int = 1, to ledger: Ledger, key: ChainKey?) throws -> [LedgerEntry] {
    var entries: [LedgerEntry] = []
    try ledger.append(office: "RIVER", chain: chain.name, key: key, using: &bench.random) { record in
      for _ in 0..<count { entries.append(try record(try draft(1))) }
    }
    return entries
  }

  /// The first vector of RFC 8032, 7.1: the key's public half.
  @Test func keysAreThoseOfTheStandard() throws {
    let secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    let key = try #require(ChainKey(secret: secret))
    #expect(key.publicKey == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")
    #expect(key.secret == secret)
    #expect(HeadSignature.fingerprint(of: key.publicKey).count == 19)
    #expect(ChainKey(secret: "x") == nil)
  }

  @Test func aStepIsSignedOnceAndChecked() throws {
    let ledger = try bench.open()
    let entries = try give(3, to: ledger, key: key)
    let reversal = try ledger.reverse(
      entries[0].number, reason: .notGiven, day: try #require(CalendarDay("2026-11-21")),
      time: .init("2026-11-21T09:00:00Z"), chain: chain.name, key: key, using: &bench.random)
    var report = try ledger.verify()
    #expect(report.findings.isEmpty && report.keys == [chain: key.publicKey])
    for copy in [LedgerCopy.full, .published(sensitive: ["food"])] {
      let path = try bench.export(ledger, copy)
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      #expect(lines.map { $0.hasPrefix("{\"signed\"") } == [false, false, false, true, false, true])
      report = try LedgerFile.verify(path)
      #expect(report.findings.isEmpty && report.keys == [chain: key.publicKey])
      // Nobody takes off the end of it.
      let short = try bench.scratch.write(lines.dropLast(2).map { $0 + "\n" }.joined(), to: "short.jsonl")
      #expect(try LedgerFile.verify(short).isSound)
      let signed = try bench.scratch.write(
        (lines.dropLast(2) + [lines[5]]).map { $0 + "\n" }.joined(), to: "cut.jsonl")
      let head = LedgerHead(number: reversal.number, hash: reversal.hash)
      #expect(try LedgerFile.verify(signed).findings == [.headIsGone(head)])
      let bare = try bench.scratch.write(lines.dropLast().map { $0 + "\n" }.joined(), to: "bare.jsonl")
      #expect(try LedgerFile.verify(bare).findings == [.unsignedHead(reversal.number)])
    }
  }

  @Test(.slow) func anyChangedByteOfASignatureIsFound() throws {
    let ledger = try bench.open()
    try give(to: ledger, key: key)
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: try bench.export(ledger))))
    let start = try #require(bytes.firstIndex(of: 10)) + 1
    for offset in start..<bytes.count {
      var changed = bytes
      changed[offset] = bytes[offset] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      try Data(changed).write(to: URL(fileURLWithPath: bench.path("x.jsonl")))
      if try LedgerFile.verify(bench.path("x.jsonl")).isSound { Issue.record("byte \(offset)") }
    }
  }

  @Test func aChainIsNotGoneOnWithWithoutItsKey() throws {
    let ledger = try bench.open()
    try give(to: ledger, key: nil)
    try give(to: ledger, key: key)
    for wrong in [nil, try other()] {
      #expect(throws: LedgerError.chainBroken(chain.name, .otherKey)) { try give(to: ledger, key: wrong) }
    }
    try give(to: ledger, key: key)
    #expect(try ledger.verify().isSound)
  }

  /// Somebody goes on with a chain whose key is known here: with another key, or none.
  @Test(arguments: [false, true]) func whatIsNotSignedIsKeptOut(hasKey: Bool) throws {
    let ledger = try bench.open()
    try give(2, to: ledger, key: key)
    let copy = try bench.open("copy.sqlite")
    #expect(try copy.merge(bench.path()).added == 2)
    #expect(try copy.verify().keys == [chain: key.publicKey])
    try copy.write { try $0.execute(sql: "DELETE FROM signature") }
    let forged = try give(to: copy, key: hasKey ? try other() : nil)[0]
    #expect(try ledger.merge(bench.path("copy.sqlite")).keptOut == [KeptOut(forged.number, .unsigned)])
    #expect(try ledger.verify().findings.isEmpty)
    // In the ledger itself it is told.
    try copy.write { db in
      for signature in try ledger.signatures(of: try ledger.newest(9)).values { try Ledger.insert(signature, db) }
    }
    let findings = try copy.verify().findings
    #expect(findings.contains(.unsignedHead(forged.number)))
    #expect(findings.contains(.otherKey(forged.number)) == hasKey)
  }

  /// What is signed with one's own key was recorded here, whatever else is remembered.
  @Test func whatOnesOwnKeyHasSignedIsPutBack() throws {
    let ledger = try bench.open()
    let entries = try give(2, to: ledger, key: key) + give(2, to: ledger, key: key)
    let path = try bench.export(ledger)
    let fresh = try bench.open("fresh.sqlite")
    // Its head came later, and is in neither.
    let number = try #require(EntryNumber(office: "RIVER", chain: chain.name, sequence: 9))
    let gate = MergeGate(
      own: [chain], heads: [LedgerHead(number: number, hash: entries[0].hash)], keys: [chain: key.publicKey])
    #expect(try fresh.merge(path, gate).added == 4)
    #expect(try Bench.text(fresh) == Bench.text(ledger))
    let stranger = MergeGate(own: [chain], heads: gate.heads, keys: [chain: try other().publicKey])
    let merge = try bench.open("third.sqlite").merge(path, stranger)
    #expect(merge.added == 0 && merge.keptOut.map(\.reason) == Array(repeating: .notRecordedHere, count: 4))
  }
}

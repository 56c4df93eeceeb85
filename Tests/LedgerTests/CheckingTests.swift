import Bookkeeping
import Foundation
import TestTools
import Testing

@testable import Ledger

@Suite struct CheckingTests {
  private func ledger(_ bench: Bench, gifts: Int = 4) throws -> Ledger {
    let ledger = try bench.open()
    let entries = try bench.add((0..<gifts).map { _ in try draft(1) }, to: ledger)
    _ = try bench.reverse(entries[1].number, in: ledger)
    return ledger
  }

  @Test func anHonestLedgerIsSound() throws {
    let bench = try Bench()
    let ledger = try ledger(bench)
    let heads = try ledger.heads()
    try bench.add([try draft()], to: ledger)
    try bench.add([try draft()], to: ledger, chain: "B000")
    try ledger.withhold(try #require(EntryNumber("RIVER-A7K2-000001")), line: 1)
    let ends = try ledger.heads()
    #expect(ends.map(\.number.description) == ["RIVER-A7K2-000006", "RIVER-B000-000001"])
    #expect(try ledger.verify(heads: heads) == LedgerReport(count: 7, findings: [], heads: ends))
    for copy in [LedgerCopy.full, .published(sensitive: ["food"])] {
      #expect(
        try LedgerFile.verify(try bench.export(ledger, copy), heads: heads)
          == LedgerReport(count: 7, findings: [], heads: ends))
    }
  }

  /// Every byte in turn becomes another one; whatever it is, the file is not sound any more, and the entry is named.
  @Test(.slow) func anyChangedByteIsFound() throws {
    let bench = try Bench()
    let path = try bench.export(try ledger(bench, gifts: 2), .published(sensitive: []))
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    var changed = 0
    for offset in bytes.indices {
      for value in [bytes[offset] ^ 1, bytes[offset] ^ 4, UInt8(ascii: "0"), 10] where value != bytes[offset] {
        var other = bytes
        other[offset] = value
        try Data(other).write(to: URL(fileURLWithPath: bench.path("x.jsonl")))
        let report = try LedgerFile.verify(bench.path("x.jsonl"))
        changed += 1
        if report.isSound { Issue.record("byte \(offset) became \(value), and nobody saw it") }
      }
    }
    #expect(changed > 8000)
  }

  @Test func lostDoubledAndSwappedEntriesAreNamed() throws {
    let bench = try Bench()
    let text = try String(contentsOfFile: try bench.export(try ledger(bench)), encoding: .utf8)
    let lines = text.split(separator: "\n").map { "\($0)\n" }
    func findings(_ lines: [String]) throws -> [LedgerFinding] {
      try LedgerFile.verify(try bench.scratch.write(lines.joined(), to: "x.jsonl")).findings
    }
    func number(_ sequence: Int) throws -> EntryNumber {
      try #require(EntryNumber(office: "RIVER", chain: try Bench.chain("A7K2"), sequence: sequence))
    }
    #expect(try findings(lines).isEmpty)
    #expect(try findings([lines[0], lines[1], lines[3], lines[4]]) == [.missingBefore(try number(4))])
    #expect(try findings(Array(lines[1...])) == [.missingBefore(try number(2))])
    #expect(try findings([lines[0], lines[0]] + lines[1...]) == [.twice(try number(1))])
    #expect(try findings([lines[1], lines[0]] + lines[2...]).contains(.outOfOrder(try number(1))))
    #expect(try findings([lines[0], lines[2], lines[3], lines[4]]).contains(.wrongReversal(try number(5))))
    #expect(try findings([text.dropLast() + ""]) == [.cutOff])
  }

  @Test func entriesCutOffTheEndAreFoundAgainstEarlierHeads() throws {
    let bench = try Bench()
    let ledger = try ledger(bench)
    let heads = try ledger.heads()
    #expect(LedgerHead.read(LedgerHead.text(of: heads)) == heads)
    let text = try String(contentsOfFile: try bench.export(ledger), encoding: .utf8)
    let short = text.split(separator: "\n").dropLast().map { $0 + "\n" }.joined()
    let path = try bench.scratch.write(short, to: "x.jsonl")
    // By itself a shorter chain is sound: that is what earlier heads are for.
    #expect(try LedgerFile.verify(path).isSound)
    #expect(try LedgerFile.verify(path, heads: heads).findings == heads.map { .headIsGone($0) })
    #expect(LedgerHead.read("RIVER-A7K2-000001 xyz\n") == nil)
  }

  @Test func aChainThatForkedKeepsBothBranches() throws {
    let bench = try Bench()
    let first = try bench.open()
    try bench.add([try draft(), try draft()], to: first)
    try first.checkpoint()
    try FileManager.default.copyItem(atPath: bench.path(), toPath: bench.path("backup.sqlite"))
    try bench.add([try draft(3)], to: first)
    let backup = try bench.open("backup.sqlite")
    try bench.add([try draft(1), try draft(1)], to: backup)
    let number = try #require(EntryNumber("RIVER-A7K2-000003"))
    // Whoever joins it is asked: a number that is here is to stand twice.
    #expect(throws: LedgerError.notAgreed(path: bench.path("backup.sqlite"), [.forked(number)])) {
      try first.merge(bench.path("backup.sqlite"))
    }
    #expect(try first.merge(bench.path("backup.sqlite"), MergeGate(consent: .to([.forked(number)]))).added == 2)
    #expect(try first.entries(number).count == 2)
    let report = try first.verify()
    #expect(report.findings == [.forked(number)])
    #expect(report.isSound)
    #expect(try first.heads().count == 2)
    // No number is used a third time.
    #expect(try bench.add([try draft()], to: first).first?.number.sequence == 5)
    #expect(throws: LedgerError.forkedNumber(number)) { try bench.reverse(number, in: first) }
  }
}

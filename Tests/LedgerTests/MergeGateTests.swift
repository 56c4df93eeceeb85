import Bookkeeping
import Foundation
import TestTools
import Testing

@testable import Ledger

/// What a file of others may do to a ledger, and what it may not.
@Suite struct MergeGateTests {
  private let bench: Bench

  init() throws { bench = try Bench() }

  /// An entry as a stranger writes it, whose hash is right.
  private func forge(
    _ number: String, after previous: EntryHash? = nil, _ change: (inout LedgerEntry) throws -> Void = { _ in }
  ) throws -> LedgerEntry {
    var entry = try draft(1).entry(
      try #require(EntryNumber(number)), after: previous, using: &bench.random)
    try change(&entry)
    entry.hash = entry.computedHash()
    return entry
  }

  private func file(_ entries: [LedgerEntry], _ name: String = "evil.jsonl") throws -> String {
    try bench.scratch.write(entries.map { $0.exportLine }.joined(), to: name)
  }

  private func reasons(_ merge: LedgerMerge) -> [String] {
    merge.keptOut.map { "\($0.number) \($0.reason)" }
  }

  @Test func amountsBeyondBeliefAreKeptOut() throws {
    let ledger = try bench.open()
    let dollars = try #require(Currency(code: "USD"))
    func priced(_ number: String, _ units: Int64, hours: Int64 = 0) throws -> LedgerEntry {
      try forge(number) { entry in
        entry.lines[0].amount = Money(minorUnits: units, currency: dollars)
        entry.lines[0].figures = entry.lines[0].figures.unpublished
        (entry.total, entry.hours) = (entry.lines[0].amount, ExactDecimal(hours))
      }
    }
    let entries = [
      try priced("EVIL-AAAA-000001", 9_000_000_000_000_000_000), try priced("EVIL-BBBB-000001", -50_000_000),
      try priced("EVIL-CCCC-000001", EntryBounds.minorUnits, hours: EntryBounds.hours),
      try priced("EVIL-DDDD-000001", EntryBounds.minorUnits + 1),
      try priced("EVIL-EEEE-000001", 1, hours: EntryBounds.hours + 1), try priced("EVIL-FFFF-000001", 1, hours: -1),
      try priced("EVIL-GGGG-000001", .min),
    ]
    let merge = try ledger.merge(try file(entries))
    #expect(merge.added == 1)
    #expect(
      reasons(merge) == ["AAAA", "BBBB", "DDDD", "EEEE", "FFFF", "GGGG"].map { "EVIL-\($0)-000001 amount" })
    #expect(try ledger.totals(by: .none).map(\.value.minorUnits) == [EntryBounds.minorUnits])
    #expect(try ledger.verify().findings.isEmpty)
    #expect(throws: LedgerError.badDraft("amount")) {
      var gift = try draft(1)
      let figures = LedgerLine.Figures(
        quantity: ExactDecimal(EntryBounds.minorUnits), price: ExactDecimal(1), basis: .price,
        checked: try #require(CheckedDate("2026")))
      gift.lines[0].figures = figures
      gift.lines[0].amount = try #require(figures.amount(in: dollars))
      try bench.add([gift], to: ledger)
    }
  }

  @Test func gapsAreKeptOutWithAllThatFollows() throws {
    let ledger = try bench.open()
    let first = try forge("EVIL-AAAA-000001")
    let second = try forge("EVIL-AAAA-000002", after: first.hash) { $0.desk = "\u{1B}[31m" }
    let third = try forge("EVIL-AAAA-000003", after: second.hash)
    let far = try forge("EVIL-BBBB-999999", after: third.hash)
    let merge = try ledger.merge(try file([first, second, third, far]))
    #expect(
      reasons(merge) == ["EVIL-AAAA-000002 label", "EVIL-AAAA-000003 gap", "EVIL-BBBB-999999 gap"])
    #expect(merge.added == 1)
    #expect(try ledger.verify().findings.isEmpty)
  }

  @Test func wordsThatMayNotBeShownAreLeftOut() throws {
    let ledger = try bench.open()
    let first = try forge("EVIL-AAAA-000001") { entry in
      guard case .shown(var texts, let salt) = entry.lines[0].texts else { return }
      texts.source = "Pay here"
      entry.lines[0].texts = .shown(texts, salt: salt)
    }
    let second = try forge("EVIL-AAAA-000002", after: first.hash)
    let path = try file([first, second])
    let gate = MergeGate { $0.contains("Pay") }
    let merge = try ledger.merge(path, gate)
    #expect(reasons(merge) == ["EVIL-AAAA-000001 words"])
    #expect(merge.added == 2)
    #expect(try ledger.entries(first.number).first?.lines[0].texts == first.lines[0].texts.unpublished)
    #expect(try ledger.verify().findings.isEmpty)
    // Nor do they come in with a copy that fills in what is not shown.
    let again = try ledger.merge(path, gate)
    #expect(again.added == 0 && again.changed == 0)
  }

  @Test func aGiftIsTakenBackByItsOwnOfficeOnly() throws {
    let ledger = try bench.open()
    let gift = try #require(try bench.add([try draft(1)], to: ledger).first)
    func reversal(_ number: String, total: Int64? = nil) throws -> LedgerEntry {
      try forge(number) { entry in
        entry.kind = .reversal(of: gift.number, hash: gift.hash, .notGiven)
        entry.lines = []
        entry.total = Money(minorUnits: total ?? -gift.total.minorUnits, currency: gift.total.currency)
        entry.hours = try #require(ExactDecimal(mantissa: -gift.hours.mantissa, scale: gift.hours.scale))
      }
    }
    let foreign = try ledger.merge(try file([try reversal("EVIL-AAAA-000001")]))
    #expect(reasons(foreign) == ["EVIL-AAAA-000001 foreignReversal"])
    let wrong = try ledger.merge(try file([try reversal("RIVER-BBBB-000001", total: -1)]))
    #expect(reasons(wrong) == ["RIVER-BBBB-000001 wrongReversal"])
    // One of another desk of this office is asked about, where the gift is this machine's own.
    let path = try file([try reversal("RIVER-CCCC-000001")])
    let own = MergeGate(own: [gift.number.inChain])
    let number = try #require(EntryNumber("RIVER-CCCC-000001"))
    let change = MergeChange.takenBack(gift.number, by: number)
    #expect(throws: LedgerError.notAgreed(path: path, [change])) { try ledger.merge(path, own) }
    #expect(try ledger.totals(by: .none).first?.gifts == 1)
    var agreed = own
    agreed.consent = .to([change])
    #expect(try ledger.merge(path, agreed).added == 1)
    #expect(try ledger.totals(by: .none).isEmpty)
  }

  @Test func anEntryTooLongIsKeptOut() throws {
    let ledger = try bench.open()
    let long = try forge("EVIL-AAAA-000001") { entry in
      guard case .shown(var texts, let salt) = entry.lines[0].texts else { return }
      texts.item = String(repeating: "x", count: EntryBounds.bytes)
      entry.lines[0].texts = .shown(texts, salt: salt)
    }
    let path = try file([long, try forge("EVIL-BBBB-000001")])
    let merge = try ledger.merge(path)
    #expect(reasons(merge) == ["EVIL-AAAA-000001 tooLong"] && merge.added == 1)
    #expect(try LedgerFile.verify(path).findings == [.tooLong(line: 1, long.number)])
  }

  /// Nine thousand gifts of the most that one may be: sums are told or refused, and never wrong.
  @Test func sumsAreReckonedIn128Bits() throws {
    var sums = LedgerSums(.none)
    let gift = try forge("EVIL-AAAA-000001") { entry in
      entry.total = Money(minorUnits: .max / 2, currency: entry.total.currency)
    }
    for _ in 0..<2 { sums.add(gift) }
    #expect(try sums.totals.first?.value.minorUnits == .max - 1)
    for _ in 0..<5 { sums.add(gift) }
    #expect(throws: LedgerError.overflow) { try sums.totals }
  }

  @Test func theLedgerAsItWasIsKept() throws {
    let ledger = try bench.open()
    try bench.add([try draft()], to: ledger)
    let before = try Bench.text(ledger)
    let path = try file([try forge("EVIL-AAAA-000001")])
    let gate = MergeGate(copy: bench.path("before.sqlite"))
    #expect(try ledger.merge(path, gate).copy == bench.path("before.sqlite"))
    #expect(try Bench.text(try bench.open("before.sqlite")) == before)
    // Nothing new, no copy; and one that cannot be made stops it.
    #expect(try ledger.merge(path, MergeGate(copy: bench.path("second.sqlite"))).copy == nil)
    let more = try file([try forge("EVIL-BBBB-000001")])
    #expect(throws: LedgerError.cannotCopy(path: "/nowhere/x.sqlite")) {
      try ledger.merge(more, MergeGate(copy: "/nowhere/x.sqlite"))
    }
    #expect(try ledger.count() == 2)
  }
}

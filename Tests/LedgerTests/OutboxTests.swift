import Bookkeeping
import Testing

@testable import Ledger

@Suite struct OutboxTests {
  private func record(
    _ count: Int, job: String?, claim: Ledger.OutboxClaim? = nil, in ledger: Ledger, failing: Bool = false
  ) throws {
    var random = SystemRandomNumberGenerator()
    let order = job.map { Ledger.OutboxOrder(job: $0, claim: claim) }
    try ledger.append(office: "RIVER", chain: try Bench.chain("A7K2"), outbox: order, using: &random) { record in
      for _ in 0..<count { _ = try record(try draft()) }
      if failing { throw LedgerError.overflow }
    }
  }

  @Test func whatIsRecordedForAPrinterWaitsUntilItIsTaken() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    try record(1, job: nil, in: ledger)
    try record(2, job: "{1}", in: ledger)
    try record(1, job: "{2}", in: ledger)
    #expect(try ledger.outbox().map(\.number.sequence) == [2, 3, 4])
    #expect(try ledger.outbox().map(\.job) == ["{1}", "{1}", "{2}"])
    try ledger.takeFromOutbox([try ledger.outbox()[1].number])
    // Another program sees the same.
    #expect(try bench.open().outbox().map(\.number.sequence) == [2, 4])
    #expect(try bench.open().outbox().count == 2)
    try ledger.takeFromOutbox(try ledger.outbox().map(\.number) + [try #require(EntryNumber("RIVER-A7K2-000099"))])
    #expect(try ledger.outbox().isEmpty)
  }

  @Test func whatIsNotRecordedDoesNotWait() throws {
    let ledger = try Bench().open()
    #expect(throws: LedgerError.self) { try record(3, job: "{}", in: ledger, failing: true) }
    #expect(try ledger.outbox().isEmpty)
  }

  /// It is this machine's own affair: no copy of the record has it.
  @Test func noCopyHasIt() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    try record(1, job: "{\"printer\":\"counter\"}", in: ledger)
    #expect(try !Bench.text(ledger).contains("counter"))
    #expect(try ledger.verify().isSound)
  }

  private let mine = Ledger.OutboxClaim(owner: "1", moment: "2026-11-20T14:00:00Z")
  private let theirs = Ledger.OutboxClaim(owner: "2", moment: "2026-11-20T14:00:00Z")

  /// What one process has claimed no other gets, for as long as the claim holds.
  @Test func aPaperIsClaimedByOne() throws {
    let ledger = try Bench().open()
    try record(2, job: "{}", in: ledger)
    try record(1, job: "{}", claim: theirs, in: ledger)
    #expect(try ledger.claimOutbox(for: mine) { _ in true }.map(\.number.sequence) == [1, 2])
    #expect(try ledger.claimOutbox(for: theirs) { _ in true }.map(\.number.sequence) == [3])
    #expect(try ledger.outbox().map(\.claim?.owner) == ["1", "1", "2"])
    // Whose process is gone holds nothing any more.
    #expect(try ledger.claimOutbox(for: theirs) { $0.owner != "1" }.count == 3)
    try ledger.releaseOutbox(try ledger.outbox().map(\.number))
    #expect(try ledger.outbox().allSatisfy { $0.claim == nil })
  }

  @Test func aPaperThatIsOnItsWayIsKnown() throws {
    let ledger = try Bench().open()
    try record(2, job: "{}", in: ledger)
    try ledger.beginOutbox([try ledger.outbox()[0].number])
    #expect(try ledger.outbox().map(\.isBegun) == [true, false])
    #expect(try ledger.claimOutbox(for: mine) { _ in true }.map(\.isBegun) == [true, false])
    // It is known that it did not come out.
    try ledger.releaseOutbox(try ledger.outbox().map(\.number))
    #expect(try ledger.outbox().map(\.isBegun) == [false, false])
  }

  @Test func whatIsTakenBackIsNotPrintedAnyMore() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    try record(2, job: "{}", in: ledger)
    _ = try bench.reverse(try #require(EntryNumber("RIVER-A7K2-000001")), in: ledger)
    #expect(try ledger.outbox().map(\.number.sequence) == [2])
    // Nor where another desk takes it back.
    let other = try bench.open("other.sqlite")
    _ = try other.merge(bench.path())
    _ = try bench.reverse(try #require(EntryNumber("RIVER-A7K2-000002")), in: other, chain: "B2C3")
    _ = try ledger.merge(bench.path("other.sqlite"), MergeGate(consent: .all))
    #expect(try ledger.outbox().isEmpty)
  }
}

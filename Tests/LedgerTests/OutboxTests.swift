import Bookkeeping
import Testing

@testable import Ledger

@Suite struct OutboxTests {
  private func record(_ count: Int, job: String?, in ledger: Ledger, failing: Bool = false) throws {
    var random = SystemRandomNumberGenerator()
    try ledger.append(office: "RIVER", chain: try Bench.chain("A7K2"), job: job, using: &random) { record in
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
    #expect(try bench.open().outboxCount() == 2)
    try ledger.takeFromOutbox(try ledger.outbox().map(\.number) + [try #require(EntryNumber("RIVER-A7K2-000099"))])
    #expect(try ledger.outboxCount() == 0)
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
}

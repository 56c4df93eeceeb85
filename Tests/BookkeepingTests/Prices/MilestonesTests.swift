import Testing

@testable import Bookkeeping

/// What the value of all gifts is compared with.
@Suite struct MilestonesTests {
  private static let head = "name,amount,currency,per,source,checked\n"
  private static let source = "\"A statistics office, https://example.org\""

  private func read(_ rows: String) -> Reading<Milestones> { Milestones.read(utf8(Self.head + rows)) }

  private func money(_ text: String) throws -> Money {
    let (amount, one) = (try #require(ExactDecimal(plain: text)), try #require(Quantity(ExactDecimal(1))))
    return try Price(amount: amount, currency: try #require(Currency(code: "USD"))).amount(for: one)
  }

  @Test func theNextOneAndTheOneThatWasPassed() throws {
    let all = read(
      "A year,1000.00,USD,year,\(Self.source),2025\nA day,10.00,USD,day,\(Self.source),2025-03\nEin Tag,11.00,EUR,day,\(Self.source),2025\n"
    )
    #expect(all.faults.isEmpty && all.value.rows.count == 3)
    let (passed, next) = all.value.around(try money("10.00"))
    #expect(passed?.name == "A day" && next?.name == "A year")
    let first = all.value.around(try money("9.99"))
    #expect(first.passed == nil && first.next?.name == "A day")
    let last = all.value.around(try money("1000.00"))
    #expect(last.passed?.name == "A year" && last.next == nil)
  }

  /// Of what fits in several times, that is told of which it is about a dozen: nobody pictures 4,000 hours.
  @Test func whatItWouldHavePaidFor() throws {
    let all = read(
      "An hour,7.00,USD,hour,\(Self.source),2025\nA week,1204.00,USD,week,\(Self.source),2025\nA month,1353.00,USD,month,\(Self.source),2025\nA year,13128.00,USD,year,\(Self.source),2025\nA lifetime,9000000.00,USD,each,\(Self.source),2025\n"
    ).value
    let sum = try money("49364.00")
    #expect(all.paid(by: sum, 3).map { "\($0.count) \($0.milestone.name)" } == ["3 A year", "36 A month", "41 A week"])
    #expect(all.paid(by: sum, 9).map(\.milestone.name) == ["A year", "A month", "A week", "An hour"])
    // Once is what milestones are for.
    #expect(try all.paid(by: money("2407.99"), 9).map(\.milestone.name) == ["An hour"])
    #expect(try all.paid(by: money("0.00"), 9).isEmpty)
  }

  @Test(arguments: [
    "A year,0,USD,year,\"A statistics office, https://example.org\",2025",
    "A year,-5,USD,year,\"A statistics office, https://example.org\",2025",
    "A year,5,XXQ,year,\"A statistics office, https://example.org\",2025",
    "A year,5,USD,year,,2025",
    ",5,USD,year,\"A statistics office, https://example.org\",2025",
  ])
  func whatIsNoneIsTold(row: String) {
    let reading = read(row + "\n")
    #expect(!reading.faults.isEmpty && reading.value.rows.isEmpty, "\(row)")
  }
}

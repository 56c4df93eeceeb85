import BillingOffice
import Bookkeeping
import Papers
import Testing

/// Of many faults the first are told.
@Suite struct FirstDiagnosticsTests {
  private func faults(_ count: Int, _ severity: BillingOffice.Diagnostic.Severity = .error)
    -> [BillingOffice.Diagnostic]
  {
    (0..<count).map { Diagnostic(InputFault.Fact.empty, severity, file: "a.csv", line: $0 + 1) }
  }

  @Test func fewAreAllTold() {
    let first = FirstDiagnostics(faults(50))
    #expect((first.shown.count, first.others, first.errors, first.remainder) == (50, 0, 50, nil))
  }

  @Test func theOthersAreCounted() {
    let first = FirstDiagnostics(faults(51))
    #expect((first.shown.count, first.others, first.errors) == (50, 1, 51))
    #expect(first.remainder == "and 1 other")
    let many = FirstDiagnostics(faults(60) + [Diagnostic(InputFault.Fact.others(count: 940), file: "a.csv")])
    #expect((many.shown.count, many.errors) == (50, 1000))
    #expect(many.remainder == "and 950 others")
  }

  @Test func whatStandsInTheWayComesFirst() {
    let first = FirstDiagnostics(faults(200, .warning) + faults(3))
    #expect(first.shown.count { $0.severity == .error } == 3)
    #expect((first.shown.count, first.others) == (50, 153))
  }
}

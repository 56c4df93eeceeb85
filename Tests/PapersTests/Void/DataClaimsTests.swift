import Templating
import Testing

@testable import Papers

@Suite struct DataClaimsTests {
  private let claims = DataClaims([
    "stall": .text("PAID"),
    "lines": .list([
      .record(["item": .text("Debt advice (final notice)"), "amount": .text("$50.00")]),
      .record(["item": .text("Well paid work"), "amount": .text("$198.18")]),
      .record(["item": .text("A bill: pay now 50"), "due": .flag(true)]),
      .record(["item": .text("Books due on Monday"), "amount": .text("Amount due")]),
    ]),
  ])

  @Test(arguments: [
    "Debt advice (final notice)", "DEBT ADVICE (FINAL NOTICE)", "2 × Debt advice (final notice), $50.00",
    "PAID", "Stall: PAID", "WELL PAID WORK", "1. Books due on Monday", "[Books due on Monday]",
    "PAID · Books due on Monday",
  ])
  func whatTheDataSaysIsExcused(_ text: String) {
    #expect(claims.excuse(text))
  }

  @Test(arguments: [
    // Of the template alone.
    "PAID IN FULL", "Total due $198.18", "$50.00 final notice",
    // Put together from both.
    "PAID PAID", "PAID in full", "Books due on Monday, 5 pm: amount due 7", "PAID Debt advice (final notice): PAID",
    "UNPAID",
    "Total due A bill: pay now 50", "Amount due $50.00", "Please pay: Books due on Monday",
    "Books due on Monday, OVERDUE", "Well paid work: PAYMENT RECEIVED",
    "paid Books due on Monday in full, paid in full",
  ])
  func whatATemplateMakesOfItIsNot(_ text: String) {
    #expect(!claims.excuse(text))
  }

  @Test func softHyphensMakeNoDifference() {
    let claims = DataClaims(["item": .text("Schuld\u{AD}ner\u{AD}be\u{AD}ra\u{AD}tung (letzte Mah\u{AD}nung)")])
    #expect(claims.excuse(DataClaims.plain("Schuldnerbe\u{AD}ratung (letzte Mahnung)")))
    #expect(claims.excuse("SCHULDNERBERATUNG (LETZTE MAHNUNG)"))
    #expect(!claims.excuse("LETZTE MAHNUNG"))
  }

  @Test func harmlessDataExcusesNothing() {
    let claims = DataClaims(["item": .text("Bread"), "sums": .indexed { _ in ["sum": .text("PAID")] }])
    #expect(!claims.excuse("PAID"))
    #expect(!claims.excuse("Bread"))
  }
}

import Testing

@testable import Vetting
@testable import BillingOffice
@testable import Papers

@Suite struct VettingWordsTests {
  @Test(arguments: [
    ("bankAccount", "\"x\" reads as the number of a bank account"),
    ("card", "\"x\" reads as the number of a payment card"),
    ("wallet", "\"x\" reads as the address of a wallet"), ("paymentLink", "\"x\" is a way to send money"),
    ("paymentCode", "\"x\" is what a payment code says"), ("receipt", "\"x\" says that something was paid"),
    ("demand", "\"x\" asks for money"), ("another", "\"x\" may not be printed"),
  ])
  func saysWhyATextIsRefused(rule: String, words: String) {
    #expect(Finding.refusal(rule, "x") == words)
  }

  @Test func everyRuleHasWords() {
    for kind in Finding.Kind.allCases {
      #expect(!Finding.refusal(kind.rawValue, "").hasSuffix("may not be printed"))
    }
  }

  @Test func inDataAClaimIsWorthALookAndAWayToPayAnError() throws {
    let claim = try #require(Vetting.finding(in: "Debt advice (final notice)"))
    #expect(
      Diagnostic.inData(claim, file: "f", line: 2, column: 3).description == """
        f:2:3: warning: "final notice" asks for money
          → it is printed all the same, under the stamp; if nothing given is called so, take it out
        """)
    let link = try #require(Vetting.finding(in: "paypal.me/robin"))
    #expect(
      Diagnostic.inData(link, file: "f", line: 2, column: 3) == Diagnostic(link, file: "f", line: 2, column: 3))
  }

  @Test func namesThePlaceAndWhatToDo() throws {
    let finding = try #require(Vetting.finding(in: "PAID IN FULL"))
    #expect(
      Diagnostic(finding, file: "f", line: 2, column: 3).description == """
        f:2:3: error: "PAID" says that something was paid
          → these papers must never pass for a bill or ask for money; take it out
        """)
  }
}

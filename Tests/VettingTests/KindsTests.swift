import Testing

@testable import Vetting

/// Ways to pay and claims are asked for apart, since they are refused in different places.
@Suite struct KindsTests {
  @Test func aClaimIsNoWayToPay() {
    for text in ["PAID IN FULL", "Debt advice (final notice)", "Library books due on Monday", "OVERDUE"] {
      #expect(Vetting.paymentData(in: text) == nil, "\(text)")
      #expect(Vetting.claim(in: text)?.kind.isClaim == true, "\(text)")
    }
  }

  @Test func aWayToPayIsNoClaim() {
    for text in ["paypal.me/robin", "4111 1111 1111 1111", "Account number: 12345678", "bitcoin:x"] {
      #expect(Vetting.claim(in: text) == nil, "\(text)")
      #expect(Vetting.paymentData(in: text)?.kind.isClaim == false, "\(text)")
    }
  }

  @Test func noClaimHidesAWayToPay() {
    for text in ["PAID: paypal%2Eme/robin", "Please pay paypal.me/robin", "OVERDUE, account number 12345678"] {
      #expect(Vetting.claim(in: text) != nil, "\(text)")
      #expect(Vetting.finding(in: text)?.kind.isClaim == false, "\(text)")
    }
  }

  @Test func everyListIsRead() {
    #expect(PaymentHosts.paths.count == 102)
    #expect(PaymentHosts.schemes.count == 14)
    #expect(PaymentHosts.appSchemes.count == 20)
    #expect(PaymentHosts.bankHandles.count == 53)
    #expect(ClaimWording.phrases.count == 321)
    #expect(LabelledNumbers.labels.count == 35)
    for words in [ClaimWording.fillers, ClaimWording.nothing, ClaimWording.days] { #expect(words.count > 10) }
    #expect(ClaimWording.exempt.count == 5)
    for rule in ClaimPhrase.Rule.allCases { #expect(ClaimWording.phrases.contains { $0.rule == rule }, "\(rule)") }
  }

  @Test func aListHasSectionsCommentsAndBlankLines() {
    let list = WordList(Array("# What it is.\n\na b\n[one two]\nc d, é\n# Why.\ne\n".utf8))
    #expect(list.words() == ["a", "b"])
    #expect(list.phrases("one two") == ["c d", " é", "e"])
    #expect(list.lines("three") == [])
  }
}

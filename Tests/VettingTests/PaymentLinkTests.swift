import Testing

@testable import Vetting

@Suite("Payment links")
struct PaymentLinkTests {
  @Test(
    "Links, schemes and handles are found",
    arguments: [
      "https://paypal.me/robin", "paypal.me/robin", "WWW.PAYPAL.ME/robin", "foo.paypal.com",
      "https://www.paypal.com/pay?x=1",
      "see venmo.com/u/robin.", "cash.app/$robin", "https://buy.stripe.com/abc", "checkout.stripe.com",
      "square.link/u/x",
      "ko-fi.com/robin", "buymeacoffee.com/robin", "patreon.com/robin", "https://gofund.me/ab12", "gofundme.com/f/x",
      "donorbox.org/x", "opencollective.com/x", "liberapay.com/x", "https://wise.com/pay/me/x", "revolut.me/x",
      "monzo.me/x", "go.twint.ch/1", "paypal%2Eme/robin", "https://example.org/?u=https%3A%2F%2Fpaypal.me%2Frobin",
      "https://example.org@paypal.me/robin", "https://paypal.me:443/robin", "раураӏ.me/robin", "paypal。me/robin",
      "ｐａｙｐａｌ．ｍｅ", "pay\u{200B}pal.me/robin", "bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa?amount=1", "BITCOIN:x",
      "ethereum:0x1", "litecoin:L", "monero:4", "lightning:LNBC1", "upi://pay?pa=x", "payto://iban/DE1", "venmo://pay",
      "robin@okaxis", "robin.b@ybl", "Write to robin@upi, please",
    ])
  func found(text: String) {
    #expect(Vetting.finding(in: text)?.kind == .paymentLink)
  }

  @Test(
    "Other hosts, words and addresses pass",
    arguments: [
      "notpaypal.me.example.org", "https://paypal.me.example.org/x", "notpaypal.me",
      "https://example.org/paypal.me-review",
      "https://wise.com/gb/blog", "https://stripe.com/docs", "Lightning: the storm", "Bitcoin: a history",
      "Pix: drawings",
      "robin@example.org", "robin@upi.example.org", "a dash: of salt", "https://example.org/a%20b%C3%B3", "ratio 3:4",
      "U.S. Bureau of Labor Statistics", "https://www.wicpa.org/news/articles/2896:business-standard-mileage-rate",
    ])
  func harmless(text: String) {
    #expect(Vetting.finding(in: text) == nil)
  }

  @Test("Payment QR codes are found")
  func codes() {
    let transfer = "BCD\n002\n1\nSCT\nBPOTBEB1\nRed Cross\nBE72000000001616\nEUR1\nCHAR\n\nUrgency fund"
    #expect(Vetting.finding(in: transfer)?.kind == .paymentCode)
    #expect(Vetting.finding(in: transfer.replacing("\n", with: "\r\n"))?.kind == .paymentCode)
    #expect(Vetting.finding(in: "SPC\n0200\n1\nCH4431999123000889012")?.kind == .paymentCode)
    let pix =
      "00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal"
      + "6008BRASILIA62070503***63041D3D"
    #expect(Vetting.finding(in: pix)?.kind == .paymentCode)
    #expect(Vetting.finding(in: pix.dropLast() + "E") == nil)
  }
}

import TestTools
import Testing

@testable import Vetting

@Suite("Account, card and wallet numbers")
struct PaymentNumberTests {
  @Test(
    "Account numbers of the IBAN registry are found, compact, in fours, with dashes, in small letters", arguments: ibans
  )
  func ibansAreFound(iban: String) {
    let compact = iban.filter { $0 != " " }
    let forms = [
      iban, compact, compact.lowercased(), iban.replacing(" ", with: "-"), "Bank: \(iban).", "IBAN\(compact)",
    ]
    for form in forms { #expect(Vetting.finding(in: form)?.kind == .bankAccount, "\(form)") }
  }

  @Test("One digit changed makes an account number harmless", arguments: ibans)
  func changedIBANsPass(iban: String) {
    for changed in changes(of: iban.filter { $0 != " " }) {
      #expect(Vetting.finding(in: changed) == nil, "\(changed)")
    }
    for changed in changes(of: iban) { #expect(Vetting.finding(in: changed)?.kind != .bankAccount, "\(changed)") }
  }

  @Test(
    "Numbers are seen through signs between them and letters that are read as digits",
    arguments: [
      "4111, 1111, 1111, 1111", "4111*1111*1111*1111", "4111 | 1111 | 1111 | 1111", "4111+1111+1111+1111",
      "4lll llll llll llll".replacing("llll", with: "l111").replacing("lll", with: "l11"), "4I11 1I11 1I11 1I11",
      "DE89, 3704, 0044, 0532, 0130, 00", "4111 1111 1111 1111¹", "pay by IBAN DE89370400440532013000²",
    ])
  func disguisedNumbersAreFound(text: String) {
    #expect(Vetting.finding(in: text) != nil, "\(text)")
  }

  @Test("Every country of the registry has as many characters as it should")
  func registryIsWhole() {
    #expect(IBANRegistry.forms.count == 89)
    for (country, length) in ["NO": 15, "BE": 16, "DE": 22, "GB": 22, "FR": 27, "MT": 31, "RU": 33, "LC": 32, "BR": 29]
    {
      #expect(IBANRegistry.forms[country]?.count == length - 4)
    }
  }

  @Test("Cards are found in one piece, in groups, between words", arguments: cards)
  func cardsAreFound(card: String) {
    let compact = card.filter { $0 != " " }
    let forms = [
      card, compact, card.replacing(" ", with: "-"), card.replacing(" ", with: "\u{A0}"), "Call 12 \(card) now",
      "Visa\(compact)", compact.map { String($0) }.joined(separator: " "), "x=\(compact)&y",
    ]
    for form in forms { #expect(Vetting.finding(in: form)?.kind == .card, "\(form)") }
  }

  @Test("One digit changed makes a card harmless", arguments: cards)
  func changedCardsPass(card: String) {
    for changed in changes(of: card) { #expect(Vetting.finding(in: changed) == nil, "\(changed)") }
  }

  @Test("Cards of nineteen digits are found")
  func longCards() {
    for text in ["4000000000000000006", "4000 0000 0000 0000 006", "4917610000000000003"] {
      #expect(Vetting.finding(in: text)?.kind == .card, "\(text)")
    }
    #expect(Vetting.finding(in: "4000000000000000007") == nil)
  }

  @Test("The number under a bar code is no card, though every tenth that begins with 4 has a card's check digit, too")
  func barCodes() {
    var random = SplitMix64(seed: 4)
    var count = 0
    while count < 500 {
      var digits = [4] + (0..<11).map { _ in Int.random(in: 0...9, using: &random) }
      // GS1 General Specifications, section 7.9: weights 1 and 3 from the left.
      let sum = zip(digits, 0...).reduce(0) { $0 + $1.0 * ($1.1.isMultiple(of: 2) ? 1 : 3) }
      digits.append((10 - sum % 10) % 10)
      guard Cards.passesLuhn(digits) else { continue }
      count += 1
      let code = digits.map(String.init).joined()
      let printed = "\(code.prefix(1)) \(code.dropFirst().prefix(6)) \(code.suffix(6))"
      for text in [code, "EAN \(code)", printed, "Milk, 1 l (\(code))"] {
        #expect(Vetting.finding(in: text) == nil, "\(text)")
      }
    }
  }

  @Test("Digits of other scripts and full-width digits are digits")
  func foreignDigits() {
    #expect(Vetting.finding(in: "４１１１ １１１１ １１１１ １１１１")?.kind == .card)
    #expect(Vetting.finding(in: "٤١١١١١١١١١١١١١١١")?.kind == .card)
    #expect(Vetting.finding(in: "4111\u{200B}1111\u{AD}11111111")?.kind == .card)
    #expect(Vetting.finding(in: "4111–1111–1111–1111")?.kind == .card)
  }

  @Test(
    "Mexican accounts are found, and not with one digit changed",
    arguments: [
      "032180000118359719", "002010077777777771", "646180110400000007", "032 180 00011835971 9",
    ])
  func clabe(number: String) {
    #expect(Vetting.finding(in: number)?.kind == .bankAccount)
    for changed in changes(of: number) { #expect(Vetting.finding(in: changed) == nil, "\(changed)") }
  }

  @Test("Bank numbers count beside their label")
  func labelled() {
    for text in [
      "Routing number: 021000021", "ABA 011000015", "121000358 (RTN)", "Sort code 20-00-00, account 55779911",
      "sort-code: 200000", "Account number: 12345678", "Kontonummer 532013000", "Número de cuenta: 0118359719",
      "Bizum: 612 345 678", "Venmo @robin", "send by Cash App to $Robin", "Pix: 11987654321",
    ] {
      #expect(Vetting.finding(in: text) != nil, "\(text)")
    }
    for text in [
      "021000021", "Routing number: 021000022", "20-00-00", "Sort code: ask us", "Account number: none",
      "No bizum, no venmo", "Paypal is not taken here", "Cash app: $5", "APU0000708111",
    ] {
      #expect(Vetting.finding(in: text) == nil, "\(text)")
    }
  }

  @Test("Wallet addresses are found", arguments: wallets)
  func walletsAreFound(address: String) {
    for form in [address, "send to \(address), thanks", "(\(address))"] {
      #expect(Vetting.finding(in: form)?.kind == .wallet, "\(form)")
    }
  }

  @Test("One character changed makes a checked address harmless", arguments: wallets)
  func changedWalletsPass(address: String) {
    for changed in changes(of: address) { #expect(Vetting.finding(in: changed) == nil, "\(changed)") }
  }

  @Test("SegWit addresses in capitals, of any version, and in groups of four")
  func segWit() {
    #expect(Vetting.finding(in: "BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4")?.kind == .wallet)
    #expect(Vetting.finding(in: "bc1q w508 d6qe jxtd g4y5 r3za rvar y0c5 xw7k v8f3 t4")?.kind == .wallet)
    #expect(Vetting.finding(in: "1A1z P1eP 5QGe fi2D MPTf TL5S Lmv7 Divf Na")?.kind == .wallet)
  }

  @Test(
    "What BIP 173 and BIP 350 call invalid is harmless",
    arguments: [
      "tc1qw508d6qejxtdg4y5r3zarvary0c5xw7kg3g4ty", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5",
      "BC13W508D6QEJXTDG4Y5R3ZARVARY0C5XW7KN40WF2", "bc1rw5uspcuh", "BC1QR508D6QEJXTDG4Y5R3ZARVARYV98GJ9P",
      "bc1zw508d6qejxtdg4y5r3zarvaryvqyzf3du", "bc1gmk9yu",
      "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd",
      "bc1q0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
      "bc1p38j9r5y49hruaue7wxjce0updqjuyyx0kh56v8s25huc6995vvpql3jow4",
    ])
  func invalidSegWit(address: String) {
    #expect(Vetting.finding(in: address) == nil)
  }

  @Test("Ethereum by form; Monero by form; hash sums are none")
  func byForm() {
    #expect(Vetting.finding(in: "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")?.kind == .wallet)
    #expect(Vetting.finding(in: "0x" + String(repeating: "ab", count: 32)) == nil)
    let monero = "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A"
    #expect(Vetting.finding(in: monero)?.kind == .wallet)
    #expect(Vetting.finding(in: "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881") == nil)
    #expect(Vetting.finding(in: "123e4567-e89b-12d3-a456-426614174000") == nil)
  }

  @Test("Published check values")
  func checkValues() {
    #expect(PaymentCodes.checksum(Array("123456789".utf8)[...]) == 0x29B1)
    #expect(Cards.passesLuhn([7, 9, 9, 2, 7, 3, 9, 8, 7, 1, 3]))
    #expect(LabelledNumbers.isRouting([1, 1, 1, 0, 0, 0, 0, 2, 5]))
  }

  @Test("Sizes, years, dates and telephones are no cards")
  func ordinaryNumbers() {
    for text in [
      "Sizes 52 54 56 58 60 62 64 66", "4000 4100 4200 4300", "2026-05-01 2026-06-01", "+49 170 1234567",
      "415-555-0100 / 415-555-0101", "1990 1995 2000 2005 2010", "100,000,000,000.00", "9780306406157",
    ] {
      #expect(Vetting.finding(in: text) == nil, "\(text)")
    }
  }
}

/// A text with each of its digits changed in turn.
private func changes(of text: String) -> [String] {
  let letters = Array(text)
  return letters.indices.compactMap { index in
    guard let digit = letters[index].wholeNumberValue else { return nil }
    var changed = letters
    changed[index] = Character(String(digit == 9 ? 2 : digit + 1))
    return String(changed)
  }
}

private let ibans = [
  "DE89 3704 0044 0532 0130 00", "GB29 NWBK 6016 1331 9268 19", "GB82 WEST 1234 5698 7654 32",
  "FR14 2004 1010 0505 0001 3M02 606", "ES91 2100 0418 4502 0005 1332", "NL91 ABNA 0417 1643 00",
  "NO93 8601 1117 947", "BE68 5390 0754 7034", "CH93 0076 2011 6238 5295 7", "AT61 1904 3002 3457 3201",
  "IT60 X054 2811 1010 0000 0123 456", "MT84 MALT 0110 0001 2345 MTLC AST0 01S", "SA03 8000 0000 6080 1016 7519",
  "AE07 0331 2345 6789 0123 456", "PL61 1090 1014 0000 0712 1981 2874", "BR18 0036 0305 0000 1000 9795 493C 1",
  "IE29 AIBK 9311 5212 3456 78", "PT50 0002 0123 1234 5678 9015 4", "SE45 5000 0000 0583 9825 7466",
  "TR33 0006 1005 1978 6457 8413 26", "JO94 CBJO 0010 0000 0000 0131 0003 02",
  "KW81 CBKU 0000 0000 0000 1234 5601 01", "LC55 HEMM 0001 0001 0012 0012 0002 3015",
]

private let cards = [
  "4111 1111 1111 1111", "4012 8888 8888 1881", "5555 5555 5555 4444", "5105 1051 0510 5100", "2223 0031 2200 3222",
  "3782 822463 10005", "3714 496353 98431", "6011 1111 1111 1117", "3056 930902 5904", "3530 1113 3330 0000",
  "6200 0000 0000 0005",
]

private let wallets = [
  "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2", "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
  "LVuDpNCSSj6pQ7t9Pv6d6sUkLKoqDEVUnJ", "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L", "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t",
  "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
  "tb1qrp33g0q5c5txsp9arysrx4k6zdkfs4nce4xj0gdcccefvpysxf3q0sl5k7",
  "bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0",
  "bc1pw508d6qejxtdg4y5r3zarvary0c5xw7kw508d6qejxtdg4y5r3zarvary0c5xw7kt5nd6y",
  "bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs",
  "lnbc1pvjluezpp5qqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqqqsyqcyq5rqwzqfqypqdpl2pkx2ctnv5sxxmmwwd5kgetjypeh2ursdae8g6twvus8g6rfwvs8qun0dfjkxaq8rkx3yf5tcsyz3d73gafnh3cax9rn449d9p5uxz9ezhhypd0elx87sjle52x86fux2ypatgddc6k63n7erqz25le42c4u4ecky03ylcqca784w",
  "LNURL1DP68GURN8GHJ7UM9WFMXJCM99E3K7MF0V9CXJ0M385EKVCENXC6R2C35XVUKXEFCV5MKVV34X5EKZD3EV56NYD3HXQURZEPEXEJXXEPNXSCRVWFNV9NXZCN9XQ6XYEFHVGCXXCMYXYMNSERXFQ5FNS",
]

import Testing

@testable import BillingOffice

@Suite struct LedgerAddressTests {
  private static let base = "https://ledger.example.org"

  @Test func papersAndItemsHaveAddressesThatNeverChange() {
    #expect(LedgerAddress.paper("R-2026-000001", base: Self.base) == "https://ledger.example.org/R/R-2026-000001")
    for (item, slug) in [
      ("Childcare", "CHILDCARE"), ("Bread, whole wheat", "BREAD-WHOLE-WHEAT"), ("Haircut, women's", "HAIRCUT-WOMEN-S"),
      ("  ½ kg  ", "%C2%BD-KG"), ("Menú del día", "MEN%C3%9A-DEL-D%C3%8DA"), ("خبز", "%D8%AE%D8%A8%D8%B2"),
    ] {
      #expect(LedgerAddress.item(item, base: Self.base) == "\(Self.base)/I/\(slug)")
    }
  }

  @Test(arguments: [
    "https://ledger.example.org", "https://ledger.example.org/", "https://example.org/our/ledger",
    "https://localhost:8080", "https://xn--mrkt-loa.example",
  ])
  func baseAddressesThatCanBeUsed(address: String) {
    #expect(LedgerAddress.problem(with: address) == nil)
  }

  @Test(arguments: [
    ("ledger.example.org", "\"ledger.example.org\" is no web address"), ("https://", "\"https://\" is no web address"),
    ("nonsense here", "\"nonsense here\" is no web address"),
    ("http://ledger.example.org", "the ledger's address must begin with https://"),
    ("HTTPS://ledger.example.org", "the ledger's address must begin with https://"),
    ("ftp://ledger.example.org", "the ledger's address must begin with https://"),
    ("https://me:secret@ledger.example.org", "the ledger's address must not hold a user or a password"),
    ("https://ledger.example.org/?a=b", "the ledger's address must not hold a ? or a #"),
    ("https://ledger.example.org/#a", "the ledger's address must not hold a ? or a #"),
    (
      "https://ledger.example.org/a b",
      "the ledger's address must be written as in a browser's address bar: without spaces and accents"
    ),
    (
      "https://ledger.example.org/märkte",
      "the ledger's address must be written as in a browser's address bar: without spaces and accents"
    ),
  ])
  func baseAddressesThatCannot(address: String, problem: String) {
    #expect(LedgerAddress.problem(with: address) == problem)
  }

  @Test func isSpokenWithoutItsScheme() {
    #expect(LedgerAddress.base("https://a.example//") == "https://a.example")
    #expect(LedgerAddress.spoken("https://a.example/b/") == "a.example/b")
    #expect(LedgerAddress.spoken("http://a.example") == "a.example")
    #expect(LedgerAddress.spoken("") == "")
  }
}

@Suite struct CodedAddressTests {
  @Test(arguments: [
    ("https://ledger.example.org", "HTTPS://LEDGER.EXAMPLE.ORG"),
    ("https://ledger.example.org/R/RIVER-A7K2-000042", "HTTPS://LEDGER.EXAMPLE.ORG/R/RIVER-A7K2-000042"),
    ("https://ledger.example.org:8080/MARKET/R/X-1", "HTTPS://LEDGER.EXAMPLE.ORG:8080/MARKET/R/X-1"),
    // A path in small letters is another path in capitals.
    ("https://example.org/our/ledger/R/X-1", "https://example.org/our/ledger/R/X-1"),
    ("https://example.org/I/CAF%C3%89", "HTTPS://EXAMPLE.ORG/I/CAF%C3%89"), ("nothing", "nothing"),
  ]) func capitalsWhereTheyMeanTheSame(address: String, coded: String) {
    #expect(LedgerAddress.coded(address) == coded)
  }
}

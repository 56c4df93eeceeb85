import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct LedgerAddressTests {
  private static let base = "https://ledger.example.org"

  @Test func papersAndItemsHaveAddressesThatNeverChange() {
    #expect(LedgerAddress.paper("R-2026-000001", base: Self.base) == "https://ledger.example.org/R/R-2026-000001")
    for (item, slug) in [
      ("Childcare", "CHILDCARE"), ("Bread, whole wheat", "BREAD-WHOLE-WHEAT"), ("Haircut, women's", "HAIRCUT-WOMEN-S"),
      ("  ½ kg  ", "KG--YWDXW5T4"), ("Menú del día", "MEN%C3%9A-DEL-D%C3%8DA"), ("خبز", "%D8%AE%D8%A8%D8%B2"),
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
    ("ledger.example.org", AddressProblem.none("ledger.example.org")), ("https://", .none("https://")),
    ("nonsense here", .none("nonsense here")), ("http://ledger.example.org", .notSecure),
    ("HTTPS://ledger.example.org", .notSecure), ("ftp://ledger.example.org", .notSecure),
    ("https://me:secret@ledger.example.org", .holdsUser), ("https://ledger.example.org/?a=b", .holdsQuery),
    ("https://ledger.example.org/#a", .holdsQuery), ("https://ledger.example.org/a b", .notPlain),
    ("https://ledger.example.org/märkte", .notPlain),
  ])
  func baseAddressesThatCannot(address: String, problem: AddressProblem) {
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

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

  @Test func isSpokenWithoutItsScheme() {
    #expect(LedgerAddress.withoutSlashes("https://a.example//") == "https://a.example")
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

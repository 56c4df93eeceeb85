import Testing

@testable import Papers

@Suite struct QuotesTests {
  @Test(arguments: [
    ("Haircut, women's", "Haircut, women’s"), ("sellers' transactions", "sellers’ transactions"),
    ("\"Bread, per lb.\", May", "“Bread, per lb.”, May"), ("a ('b') c", "a (‘b’) c"),
    ("rock 'n' roll", "rock ‘n’ roll"),
    ("the '90s", "the ’90s"), ("a 5' ladder", "a 5' ladder"), ("pipe, 2\" wide", "pipe, 2\" wide"),
    ("1990's", "1990’s"), ("no quotes", "no quotes"), ("one \" alone", "one \" alone"), ("", ""),
  ])
  func straightOnesAreSetAsTheirLanguageDoes(text: String, set: String) {
    #expect(text.typeset(in: "en") == set)
  }

  @Test(arguments: [
    ("de", "„Brot“"), ("fr", "«\u{202F}Brot\u{202F}»"), ("es", "«Brot»"), ("xx", "“Brot”"),
  ])
  func pairsAreThoseOfTheLanguage(language: String, set: String) {
    #expect("\"Brot\"".typeset(in: language) == set)
  }
}

import Testing

@testable import Bookkeeping

@Suite struct PriceBookTests {
  @Test func findsItemsByName() throws {
    let prices = book("Haircut, women's", "Haircut, men's", "Rice", alias: ["Rice": "arroz; riz"])
    #expect(prices.items == ["Haircut, women's", "Haircut, men's", "Rice"])
    #expect(prices.find("haircut") == .ambiguous(["Haircut, women's", "Haircut, men's"]))
    #expect(prices.find("ice") == .unknown)
    let rice = try #require(prices.entries.last)
    #expect(prices.find("RIZ") == .entry(rice))
    #expect(rice.aliases == ["arroz", "riz"])
    #expect(rice.line == 4)
  }

  @Test func canBeMadeOfEntries() {
    let prices = book("Rice", "Bread")
    let again = PriceBook(prices.entries)
    #expect(again == prices)
  }
}

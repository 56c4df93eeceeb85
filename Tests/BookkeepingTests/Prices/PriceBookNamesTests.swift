import Testing

@testable import Bookkeeping

@Suite struct PriceBookNamesTests {
  @Test func aliasesStandBetweenSemicolons() {
    #expect(PriceBookNames.aliases(in: " gas ;; petrol；  benzine  super;") == ["gas", "petrol", "benzine super"])
    #expect(PriceBookNames.aliases(in: "").isEmpty)
  }

  @Test func anItemMayRepeatItsOwnName() {
    let reading = PriceBook.read(utf8("\(priceHeader),alias\nRice,food,kg,1,USD,ONS,2026,price,rice;Riz;RIZ"))
    #expect(reading.faults.isEmpty && reading.value.find("riz") == .entry(reading.value.entries[0]))
  }
}

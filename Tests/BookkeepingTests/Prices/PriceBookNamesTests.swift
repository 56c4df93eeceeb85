import Testing

@testable import Bookkeeping

@Suite struct PriceBookNamesTests {
  @Test func aliasesStandBetweenSemicolons() {
    #expect(PriceBookNames.aliases(in: " gas ;; petrol；  benzine  super;") == ["gas", "petrol", "benzine super"])
    #expect(PriceBookNames.aliases(in: "").isEmpty)
  }

  @Test func anItemMayRepeatItsOwnName() {
    var names = PriceBookNames()
    names.append("Rice", aliases: ["rice", "Riz", "RIZ"], row: CSVTable.Row(line: 2, cells: 0..<1, isBroken: false))
    #expect(names.clashes.isEmpty)
  }
}

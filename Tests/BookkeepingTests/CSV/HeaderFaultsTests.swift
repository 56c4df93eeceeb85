import Testing

@testable import Bookkeeping

@Suite struct HeaderFaultsTests {
  private func told(_ header: String) -> [Told] { ItemList.read(utf8("\(header)\nRice,2,x,y\n")).told }

  @Test(arguments: ["item,quantity,note,", "Quantity , ITEM,my notes,", "i t e m,quantity,date,price"])
  func leavesOtherColumnsAlone(header: String) {
    #expect(told(header).allSatisfy { $0.line == 2 })
  }

  @Test func tellsWhatIsMissing() {
    #expect(told("item,amount,a,b") == [Told(1, nil, .missingColumn(.quantity))])
    #expect(told("Rice,2,,") == [Told(1, nil, .missingColumn(.item)), Told(1, nil, .missingColumn(.quantity))])
  }

  @Test func tellsWhatIsMisspelt() {
    #expect(told("item,quantiy,a,b") == [Told(1, 6, .misspeltColumn("quantiy", meant: .quantity))])
    #expect(
      told("Itens,Quantity,Invoces,b") == [
        Told(1, 1, .misspeltColumn("Itens", meant: .item)), Told(1, 16, .misspeltColumn("Invoces", meant: .invoice)),
      ])
  }

  @Test func tellsWhatIsThereTwice() {
    #expect(told("a,item,quantity,ITEM").first == Told(1, 17, .duplicateColumn(.item, firstColumn: 3)))
  }

  @Test func measuresDistance() {
    #expect(HeaderFaults.isNear("quanttiy", "quantity"))
    #expect(HeaderFaults.isNear("aliases", "alias"))
    #expect(!HeaderFaults.isNear("note", "item"))
    #expect(!HeaderFaults.isNear("quantity", "item"))
  }
}

import Testing

@testable import Bookkeeping

@Suite struct NameIndexTests {
  @Test func nameBeatsAliasBeatsPart() {
    var index = NameIndex()
    index.add("Bread roll", aliases: ["bun"], entry: 0)
    index.add("Bread", aliases: ["loaf"], entry: 1)
    index.add("Bun tin", aliases: [], entry: 2)
    #expect(index.find("BREAD") == .entry(1))
    #expect(index.find("Bun") == .entry(0))
    #expect(index.find("bun tins") == .entry(2) && index.find("tin") == .entry(2))
    #expect(index.find("rolls") == .unknown && index.find("roll") == .entry(0))
    #expect(index.find("loa") == .unknown && index.find("bre") == .unknown)
    #expect(index.find("cake") == .unknown)
    #expect(index.find(",") == .unknown)
  }

  @Test func countsAnItemOnceHoweverManyOfItsNamesFit() {
    var index = NameIndex()
    index.add("Childcare, babysitter", aliases: ["Child minding", "Childminder"], entry: 0)
    #expect(index.find("child") == .entry(0))
  }

  @Test func knowsNamesOfFaultyRows() {
    var index = NameIndex()
    index.add("Bread, white", aliases: [], entry: 0)
    index.addFaulty(["Bread, brown", "toast"])
    #expect(index.find("bread, brown") == .faulty)
    #expect(index.find("toast") == .faulty)
    #expect(index.find("bread") == .faulty)
    #expect(index.find("Bread, white") == .entry(0))
    #expect(index.find("cake") == .unknown)
    index.isIncomplete = true
    #expect(index.find("cake") == .faulty)
  }
}

import Bookkeeping
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct SourceNotesTests {
  @Test func sourceDateAndBasisMakeANote() throws {
    let prices = PriceBook.read(
      Array(
        """
        item,category,unit,price,currency,source,checked,basis
        Rice,food,lb,1.07,USD,ONS,2026,price
        Flour,food,lb,0.54,USD,ONS,2026,price
        Bread,food,lb,2.81,USD,ONS,2025,price
        Tutoring,learning,hour,19.27,USD,ONS,2026,wage
        Butter,food,lb,3.93,USD,"ONS, https://example.org",2026,price
        """.utf8)
    ).value
    let order = ItemList.read(Array("item,quantity\nBread,1\nRice,1\nFlour,1\nTutoring,1\nButter,1\nBread,2".utf8))
      .value
    let invoice = try #require(Invoice.build(order, prices: prices).value.first)
    let notes = SourceNotes(invoice.lines)
    #expect(notes.numbers == [1, 2, 2, 3, 4, 1])
    #expect(notes.notes.map { "\($0.checked) \($0.basis)" } == ["2025 price", "2026 price", "2026 wage", "2026 price"])
    #expect(notes.notes.map(\.source.address) == [nil, nil, nil, "https://example.org"])
    #expect(SourceNotes([]).notes.isEmpty)
  }
}

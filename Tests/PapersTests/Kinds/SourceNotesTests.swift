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

  @Test func notesOfOneSeriesAreToldAsOne() throws {
    let wages = { (code: String) in
      "Bureau, Wage Statistics, May 2024, \(code), median (labor only), https://bureau.example/wages"
    }
    let prices = PriceBook.read(
      Array(
        """
        item,category,unit,price,currency,source,checked,basis
        Repair,x,hour,19.40,USD,"\(wages("49-3091 Repairers"))",2024-05,wage
        Bread,x,lb,2.81,USD,"Bureau, Food Prices, city, ""Bread, whole, per lb."", https://bureau.example/food",2026-05,price
        Tutoring,x,hour,19.27,USD,"\(wages("25-3041 Tutors"))",2024-05,wage
        Rice,x,lb,1.07,USD,"Bureau, Food Prices, city, ""Rice, white"", https://bureau.example/food",2026-05,price
        Salt,x,lb,1.00,USD,"Bureau, Food Prices, city, ""Salt, fine"", https://bureau.example/food",2025-05,price
        Milk,x,lb,1.00,USD,"Bureau, Milk",2026-05,price
        Butter,x,lb,1.00,USD,"Bureau, Butter",2026-05,price
        """.utf8)
    ).value
    let order = ItemList.read(
      Array("item,quantity\nRepair,1\nBread,1\nTutoring,1\nRice,1\nSalt,1\nMilk,1\nButter,1".utf8)
    ).value
    let notes = SourceNotes(try #require(Invoice.build(order, prices: prices).value.first).lines)
    #expect(notes.groups.map(\.numbers) == [[1, 3], [2, 4], [5], [6], [7]])
    #expect(
      notes.groups.map { $0.citation { "\($0)" } } == [
        "Bureau, Wage Statistics, May 2024: [1] 49-3091 Repairers; [3] 25-3041 Tutors; median (labor only)",
        "Bureau, Food Prices, city: [2] \"Bread, whole, per lb.\"; [4] \"Rice, white\"",
        "Bureau, Food Prices, city, \"Salt, fine\"", "Bureau, Milk", "Bureau, Butter",
      ])
    #expect(notes.publishers.map(\.numbers) == [[1, 3], [2, 4, 6, 7], [5]])
    #expect(Set(notes.publishers.map(\.note.source.publisher)) == ["Bureau"])
  }
}

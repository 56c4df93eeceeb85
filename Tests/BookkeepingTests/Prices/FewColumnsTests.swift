import Testing

@testable import Bookkeeping

/// Price books with no more columns than are needed.
@Suite struct FewColumnsTests {
  private let dollars = Currency(code: "USD")

  @Test func itemPriceAndSourceSuffice() throws {
    let reading = PriceBook.read(
      utf8("Item,Price,Source\nBread,3.50,\"Survey, May 2026\"\nRice,2,Survey 2026\n"),
      hints: ReadingHints(currency: dollars))
    #expect(reading.told == [])
    let bread = try #require(reading.value.entries.first)
    #expect(bread.unit == "each" && bread.category == "other" && bread.price.currency == dollars)
    #expect(reading.value.entries.map(\.checked.description) == ["2026-05", "2026"])
    let may = try #require(CheckedDate("2026-05"))
    #expect(reading.notes == [InputNote(.checkedInSources(count: 2, first: "Survey, May 2026", date: may))])
  }

  @Test func theDateIsAskedForOnce() {
    let text = "item,price,source\nBread,3.50,Survey\nRice,2,Survey\nTea,1,Survey 2026\n"
    let reading = PriceBook.read(utf8(text), hints: ReadingHints(currency: dollars))
    #expect(reading.told == [Told(1, nil, .checkedMissing(count: 2))])
    #expect(reading.value.find("Bread") == .faulty)
    let asked = PriceBook.read(utf8(text), hints: ReadingHints(currency: dollars, checked: CheckedDate("2026-11")))
    #expect(asked.told == [])
    #expect(asked.value.entries.map(\.checked.description) == ["2026-11", "2026-11", "2026"])
  }

  @Test func sourcesAreAskedForOnce() {
    let text = "item,price,source,checked\nBread,3.50,,2026\nRice,2,,2026\nTea,1,Survey,2026\n"
    let reading = PriceBook.read(utf8(text), hints: ReadingHints(currency: dollars))
    #expect(reading.told == [Told(2, 12, .sourcesMissing(count: 2))])
    #expect(reading.value.entries.map(\.item) == ["Tea"])
    #expect(PriceBook.read(utf8("item,price\nBread,3")).told == [Told(1, nil, .missingColumn(.source))])
  }

  @Test func theCurrencyIsTheOfficesOrStandsAtTheName() {
    func code(_ header: String, _ office: Currency?) -> String? {
      PriceBook.read(utf8("item,\(header),source\nBread,3,Survey 2026\n"), hints: ReadingHints(currency: office)).value
        .entries
        .first?.price.currency.code
    }
    #expect(code("price", dollars) == "USD")
    #expect(code("Preis in EUR", dollars) == "EUR")
    #expect(code("Price (€)", dollars) == "EUR")
    #expect(code("Price ($)", dollars) == "USD")
    #expect(code("Price ($)", nil) == nil)
    let none = PriceBook.read(utf8("item,price,source\nBread,3,Survey 2026\n"))
    #expect(none.told == [Told(1, nil, .missingColumn(.currency))])
  }

  @Test func anOfficeWithSensitiveCategoriesIsTold() {
    let text = utf8("item,price,source\nBread,3,Survey 2026\nTherapy,90,Survey 2026\n")
    let hints = ReadingHints(currency: dollars, hasSensitiveCategories: true)
    #expect(
      PriceBook.read(text, hints: hints).notes.last
        == InputNote(.withoutCategory(count: 2, items: ["Bread", "Therapy"])))
  }

  @Test func datesThatCannotBeToldAreAskedForOnce() {
    let rows = (1...5).map { "x\($0),food,kg,1,USD,Survey,5/\($0 == 5 ? 1 : $0)/2026,price\n" }.joined()
    let reading = PriceBook.read(utf8("\(priceHeader)\n\(rows)"))
    #expect(reading.told == [Told(2, 25, .unknownDayOrder("5/1/2026", count: 5))])
  }
}

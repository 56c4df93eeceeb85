import Testing

@testable import Bookkeeping

@Suite struct PriceBookReaderTests {
  private func told(_ rows: String..., header: String = priceHeader) -> [Told] {
    PriceBook.read(utf8(([header] + rows).joined(separator: "\n"))).told
  }

  @Test func readsARow() throws {
    let reading = PriceBook.read(
      utf8("\(priceHeader)\nRice,food,lb,1.0710,usd,\"ONS, https://x.example\",2026-05,Wage\n"))
    #expect(reading.faults.isEmpty)
    let entry = try #require(reading.value.entries.first)
    #expect(entry.item == "Rice" && entry.category == "food" && entry.unit == "lb" && entry.line == 2)
    #expect(entry.price.amount.plainDescription == "1.0710" && entry.price.currency.code == "USD")
    #expect(entry.basis == .wage && entry.checked.description == "2026-05" && entry.aliases.isEmpty)
    #expect(entry.source.citation == "ONS" && entry.source.address == "https://x.example")
  }

  @Test func tellsEveryFaultOfARow() {
    #expect(
      told(",,,,,,,x") == [
        Told(2, 1, .blank(.item)), Told(2, 2, .blank(.category)), Told(2, 3, .blank(.unit)), Told(2, 4, .blank(.price)),
        Told(2, 5, .blank(.currency)), Told(2, 6, .blank(.source)), Told(2, 7, .blank(.checked)),
        Told(2, 8, .unknownBasis("x")),
      ])
    #expect(
      told("Rice,food,kg,free,USS,ONS,Ma-26,ask") == [
        Told(2, 14, .number(.price, text: "free", .notANumber)), Told(2, 19, .unknownCurrency("USS")),
        Told(2, 27, .notADate("Ma-26")), Told(2, 33, .unknownBasis("ask")),
      ])
    #expect(told("Rice,food,kg,0.00,USD,ONS,2026,price") == [Told(2, 14, .notPositive(.price, text: "0.00"))])
    #expect(told("Rice,food,kg,-1,USD,ONS,2026,price") == [Told(2, 14, .number(.price, text: "-1", .signed))])
  }

  @Test func takesABlankOrMissingBasisForAPrice() throws {
    let blank = PriceBook.read(utf8("\(priceHeader)\nRice,food,kg,1,USD,ONS,2026,"))
    #expect(blank.faults.isEmpty && blank.value.entries.map(\.basis) == [.price])
    let missing = PriceBook.read(utf8("item,category,unit,price,currency,source,checked\nRice,food,kg,1,USD,ONS,2026"))
    #expect(missing.faults.isEmpty && missing.value.entries.map(\.basis) == [.price])
  }

  @Test func tellsNamesThatAreTaken() {
    let header = priceHeader + ",alias"
    let rest = "food,kg,1,USD,ONS,2026,price"
    #expect(told("Rice,\(rest),", "RICE,\(rest),", header: header) == [Told(3, 1, .sameItem("Rice", otherLine: 2))])
    #expect(
      told("Rice,\(rest),bread;grain", "Bread,\(rest),Grain;bread", header: header) == [
        Told(2, 35, .aliasTaken("bread", item: "Bread", otherLine: 3)),
        Told(3, 36, .aliasTaken("Grain", item: "Rice", otherLine: 2)),
      ])
    // A row that is faulty otherwise keeps its name.
    #expect(
      told("Rice,,kg,1,USD,ONS,2026,price,", "Rice,\(rest),", header: header) == [
        Told(2, 6, .blank(.category)), Told(3, 1, .sameItem("Rice", otherLine: 2)),
      ])
  }

  @Test func knowsTheNamesOfFaultyRows() {
    let reading = PriceBook.read(
      utf8("\(priceHeader)\nRice,food,kg,x,USD,ONS,2026,price\nBread,food,kg,1,USD,ONS,2026,price"))
    #expect(reading.value.find("rice") == .faulty)
    #expect(reading.value.find("cake") == .unknown)
    #expect(PriceBook.read(utf8("item,price\nRice,2")).value.find("rice") == .faulty)
  }

  @Test func prefersNoReadingOfAnAmbiguousPrice() {
    let ambiguous = NumberFault.ambiguous(decimal: decimal(1234, 3), grouped: decimal(1234))
    #expect(told("Rice,food,kg,1.234,USD,ONS,2026,price") == [Told(2, 14, .number(.price, text: "1.234", ambiguous))])
  }

  @Test(arguments: [("prices.csv", 53), ("prices-gb.csv", 41), ("prices-eu.csv", 22), ("prices-mx.csv", 17)])
  func readsTheStarterOffice(file: String, rows: Int) throws {
    let reading = PriceBook.read(try starterFile(file))
    #expect(reading.faults.isEmpty)
    #expect(reading.value.entries.count == rows)
    for entry in reading.value.entries {
      #expect(reading.value.find(entry.item) == .entry(entry))
      #expect(entry.source.address != nil && !entry.source.citation.isEmpty, "\(entry.source)")
    }
  }

  @Test func readsTheStarterPricesAsPublished() throws {
    let prices = PriceBook.read(try starterFile("prices.csv")).value
    func price(_ name: String) -> String? {
      guard case .entry(let entry) = prices.find(name) else { return nil }
      return entry.price.amount.plainDescription
    }
    #expect(price("Bread, white") == "1.830")
    #expect(price("flour") == "0.544")
    #expect(price("childcare") == "26.24")
    #expect(price("Ambulance ride, advanced") == "1277.00")
    #expect(prices.find("haircut") == .ambiguous(["Haircut, women's", "Haircut, men's"]))
  }
}

import TestTools
import Testing

@testable import Bookkeeping

@Suite struct InvoiceTests {
  private func build(_ rows: String, _ prices: PriceBook) -> Reading<[Invoice]> {
    Invoice.build(ItemList.read(utf8("item,quantity\n" + rows)).value, prices: prices)
  }

  @Test func addsUpWhatWasRoundedLineByLine() throws {
    let prices = book([("Lift", "0.725", "USD", "ride"), ("Rice", "1.071", "USD", "")])
    let reading = build("ride,1\nrice,2.5\nLift,3", prices)
    #expect(reading.faults.isEmpty)
    let invoice = try #require(reading.value.first)
    #expect(invoice.lines.map(\.amount.minorUnits) == [73, 268, 218])
    #expect(invoice.lines.map(\.entry.item) == ["Lift", "Rice", "Lift"])
    #expect(invoice.total == Money(minorUnits: 559, currency: invoice.currency))
    #expect(invoice.currency.code == "USD" && invoice.key == nil)
  }

  @Test func buildsEachOrderAlone() throws {
    let list = ItemList.read(utf8("item,quantity,invoice\nRice,1,a\nRice,2,b")).value
    let prices = book("Rice")
    let reading = Invoice.build(list, prices: prices)
    #expect(reading.value.map(\.key) == ["a", "b"])
    #expect(reading.value.map(\.total.minorUnits) == [100, 200])
    for (order, invoice) in zip(list.orders, reading.value) {
      #expect(Invoice.build(order, prices: prices).value == invoice)
    }
  }

  @Test func tellsNamesThatLeadNowhere() {
    let prices = book("Haircut, women's", "Haircut, men's", "Rice")
    let reading = build("haircutt,1\nRice,x\ncake,x\n haircut,2", prices)
    #expect(reading.value.isEmpty)
    #expect(
      reading.told == [
        Told(2, 1, .unknownItem("haircutt", known: prices.items)),
        Told(4, 1, .unknownItem("cake", known: prices.items)),
        Told(5, 1, .ambiguousItem("haircut", fitting: ["Haircut, women's", "Haircut, men's"])),
      ])
  }

  @Test func isSilentAboutFaultyPrices() {
    let prices = PriceBook.read(utf8("\(priceHeader)\nRice,food,kg,x,USD,ONS,2026,price")).value
    let reading = build("Rice,1", prices)
    #expect(reading.value.isEmpty && reading.faults.isEmpty)
  }

  @Test func tellsOverflows() {
    let prices = book([("Dear", "9223372036854775.00", "USD", ""), ("Dearer", "92233720368547758.07", "USD", "")])
    #expect(build("dearer,2\nDear,1", prices).told == [Told(2, 1, .lineOverflow(item: "Dearer"))])
    #expect(build("dearer,1\nDear,1\nDear,1", prices).told == [Told(3, 1, .totalOverflow)])
  }

  @Test func tellsMixedCurrenciesOncePerCurrency() throws {
    let prices = book([("a", "1", "USD", ""), ("b", "1", "EUR", ""), ("c", "1", "JPY", "")])
    let codes = try ["USD", "EUR", "JPY"].map { try #require(Currency(code: $0)) }
    let reading = build("a,1\nb,1\na,1\nb,1\nc,1", prices)
    #expect(reading.value.isEmpty)
    #expect(
      reading.told == [
        Told(3, 1, .mixedCurrencies(codes[1], other: codes[0], otherLine: 2)),
        Told(6, 1, .mixedCurrencies(codes[2], other: codes[0], otherLine: 2)),
      ])
  }

  @Test func anOrderOfNothingIsAFault() {
    #expect(Invoice.build(Order(rows: []), prices: book("Rice")).told == [Told(nil, nil, .onlyBlankRows)])
  }

  @Test func manyRowsGiveTheSameTotal() throws {
    var random = SplitMix64(seed: 3)
    let quantities = (0..<12_000).map { _ in Int64.random(in: 1...1000, using: &random) }
    let rows = quantities.map { "rice,\($0)" }.joined(separator: "\n")
    let invoice = try #require(build(rows, book([("Rice", "0.5", "USD", "")])).value.first)
    #expect(invoice.total.minorUnits == quantities.reduce(0) { $0 + $1 * 50 })
  }
}

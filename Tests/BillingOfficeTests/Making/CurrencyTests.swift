import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// An office has one currency, and so have its prices: whoever reads the price book says so.
@Suite struct CurrencyTests {
  private let prices = OfficeFiles.prices(
    "Bread,food,loaf,3,USD,ONS,2026", "Pain,food,pièce,1,EUR,INSEE,2026", "Vin,food,litre,4,EUR,INSEE,2026",
    "Käse,food,kg,15,CHF,BFS,2026")
  private static let told = """
    prices.csv:3:19: error: 2 prices from here on are in EUR, and the office's currency is USD
      → take prices in USD, or write currency: EUR into office.yaml
    prices.csv:5:17: error: this price is in CHF, and the office's currency is USD
      → take prices in USD, or write currency: CHF into office.yaml
    """

  /// Nobody need have ordered them: a row that cannot be used is told by all alike.
  @Test func pricesInAnotherAreToldByEveryCommand() throws {
    let office = try TestOffice(["prices.csv": prices, "order.csv": OfficeFiles.order("Bread,1")])
    try office.remove("orders.csv")
    let day = try #require(TestOffice.issued)
    try office.refusesOrder(Self.told)
    try office.refusesOrder(Self.told) { $0.giftKind = ReceiptKind() }
    try office.refuses(.data, Self.told) { _ = try office.office.make(SignRequest(issued: day)) }
    try office.refuses(.data, Self.told) { _ = try office.office.make(PriceListRequest(issued: day)) }
    let report = office.office.check(CheckRequest(issued: day))
    #expect(office.told(report.faults.filter { $0.severity == .error }) == Self.told)
  }

  /// Whoever names another price book for once means what it says.
  @Test func aPriceBookThatIsNamedMayHaveAnother() throws {
    let office = try TestOffice([
      "euro.csv": OfficeFiles.prices("Pain,food,pièce,1,EUR,INSEE,2026"), "order.csv": OfficeFiles.order("Pain,2"),
    ])
    let papers = try office.make(isRecorded: true) { $0.prices = office.path("euro.csv") }
    #expect(papers.numbers.count == 1 && !papers.warnings.contains { $0.fact is ForeignPrices })
    #expect(try office.office.ledger.newest(1).entries.first?.total.currency.code == "EUR")
  }

  @Test func aCurrencyThatIsNoneSaysNothingOfThePrices() throws {
    let office = try TestOffice(["office.yaml": try OfficeFiles.settings([("currency: USD", "currency: XXD")])])
    let report = office.office.check(CheckRequest(issued: try #require(TestOffice.issued)))
    #expect(report.faults.count == 1)
  }
}

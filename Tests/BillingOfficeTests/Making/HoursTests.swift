import OfficeFixtures
import Testing

@testable import BillingOffice
@testable import Ledger
@testable import Papers

/// Hours are counted in whatever language a price book writes them.
@Suite struct HoursTests {
  private static let header = "item,category,unit,price,currency,source,checked,unit_kind\n"

  private func hours(_ rows: [(unit: String, quantity: String)], kind: String = "") throws -> String {
    let prices = rows.enumerated().map { "Work\($0),care,\($1.unit),10.00,USD,Survey,2026,\(kind)\n" }
    let order = rows.enumerated().map { "Work\($0),\($1.quantity)\n" }
    let office = try TestOffice([
      "prices.csv": Self.header + prices.joined(), "order.csv": "item,quantity\n" + order.joined(),
    ])
    try office.print(isRecorded: true)
    return try #require(try office.office.ledger.totals(by: nil).first).hours.description
  }

  @Test(.slow, arguments: ["hour", "Stunde", "Stunden", "heure", "heures", "hora", "horas", "ساعة"])
  func everyLanguage(unit: String) throws {
    #expect(try hours([(unit, "2")]) == "2")
  }

  @Test(.slow) func sharesOfHours() throws {
    #expect(try hours([("30 minutes", "2"), ("hour", "1.50"), ("kg", "7")]) == "2.50")
    #expect(try hours([("10 min", "1"), ("10 min", "2")]) == "0.5")
    // A sixth of an hour is no decimal; what comes out even is counted.
    #expect(try hours([("10 min", "1"), ("half hour", "1")]) == "0.5")
    #expect(try hours([("10 min", "1")]) == "0")
    #expect(try hours([("Schicht", "2")], kind: "4 hours") == "8")
    #expect(try hours([("hour", "2")], kind: "visit") == "0")
  }

  @Test func unitsThatMayBeTimeAreToldOnce() throws {
    let rows = [
      ("Watch", "Schicht", ""), ("Walk", "Schicht", ""), ("Bread", "500 g bag", ""), ("Eggs", "Dutzend", ""),
      ("Talk", "hour for two", ""), ("Jam", "pot", ""), ("Tea", "cupful", "piece"), ("Song", "10 min", ""),
    ]
    let office = try TestOffice([
      "prices.csv": Self.header + rows.map { "\($0),care,\($1),1,USD,Survey,2026,\($2)\n" }.joined(),
      "order.csv": "item,quantity\nBread,1\n", "orders.csv": "item,quantity\nBread,1\n",
    ])
    let report = office.office.check(CheckRequest(issued: try #require(TestOffice.issued)))
    #expect(!report.hasErrors)
    let kinds = "hour, 30 minutes or another time, or one of piece, weight, volume, distance, day, visit and other"
    #expect(
      office.told(report.faults.filter { $0.fact is UnitFact }) == """
        prices.csv:2:12: warning: nobody here knows the unit "Schicht", so that no hours are counted for it
          → say in a column unit_kind what it measures: \(kinds)
        prices.csv:6:11: warning: nobody here knows the unit "hour for two", so that no hours are counted for it
          → say in a column unit_kind what it measures: \(kinds)
        prices.csv:9:11: warning: "10 min" is a share of an hour that has no exact decimal: its hours are counted where they \
        come out even
          → price an hour, 30 minutes or 15 minutes, to have all of them counted
        """)
  }

  @Test func theStarterKnowsItsUnits() throws {
    let office = try TestOffice()
    for book in ["prices.csv", "prices-gb.csv", "prices-eu.csv", "prices-mx.csv"] {
      let request = CheckRequest(orders: [], prices: office.path(book), issued: try #require(TestOffice.issued))
      #expect(!office.office.check(request).faults.contains { $0.fact is UnitFact })
    }
  }
}

import Bookkeeping
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct InputCheckTests {
  private func design(_ settings: String = "") throws -> PaperDesign {
    let settings = try #require(OfficeSettingsReader.read(settings, file: "office.yaml").settings)
    return try TestOffice().office.design(InvoiceKind(), PaperLook(), settings, on: nil)
  }

  private static let prices = PriceBook.read(
    Array(
      """
      item,category,unit,price,currency,source,checked
      Tea 🫖,food,cup,2,USD,ONS,2026
      Rice,food,lb,1.07,USD,"ONS, https://paypal.me/rice",2026-12
      米,food,kg,3.00,USD,統計局,2026-11-21
      Bread,food,loaf,3.00,USD,ONS,2026
      """.utf8)
  ).value

  private func told(_ faults: [Diagnostic]) -> [String] {
    faults.map { $0.description.split(separator: "\n").first.map(String.init) ?? "" }
  }

  @Test func everyRowIsLookedAt() throws {
    let check = InputCheck(try design())
    #expect(
      told(check.check(Self.prices.entries, file: "prices.csv")) == [
        "prices.csv:2:1: error: no font here has the character \"🫖\" (U+1FAD6) of \"Tea 🫖\""
      ])
    #expect(
      told(InputCheck.vet(Self.prices.entries, file: "prices.csv")) == [
        "prices.csv:3:23: error: \"paypal.me/rice\" is a way to send money"
      ])
    // What was typed was not read from a price book, and is vetted here.
    #expect(
      told(check.check(Array(Self.prices.entries[1...1]), file: nil)) == [
        "error: \"paypal.me/rice\" is a way to send money"
      ])
  }

  /// A row that nobody asked for is told of by every command alike.
  @Test func aFaultOfARowThatIsNotUsedIsToldOfByAll() throws {
    let office = try TestOffice()
    let prices = try String(contentsOfFile: office.path("prices.csv"), encoding: .utf8)
    try office.scratch.write(
      prices + "Zebra DE89 3704 0044 0532 0130 00,food,loaf,2,USD,Somewhere,2026-05\n", to: "office/prices.csv")
    let fault = "\"DE89 3704 0044 0532 0130 00\" reads as the number of a bank account"
    let day = try #require(TestOffice.issued)
    var faults = [office.office.check(CheckRequest(issued: day)).faults]
    let requests: [any PaperRequest] = [
      GiftRequest(InvoiceKind(), .items([GivenItem("bread", quantity: "2")]), issued: day), SignRequest(issued: day),
      PriceListRequest(issued: day),
    ]
    for request in requests {
      do { _ = try office.office.makeInMemory(request) } catch { faults.append(error.all) }
    }
    #expect(faults.count == 4)
    for faults in faults { #expect(faults.count { $0.description.contains(fault) } == 1, "\(told(faults))") }
  }

  /// What is wrong with names in other languages is told of by a check, too.
  @Test func namesAreChecked() throws {
    let office = try TestOffice()
    try office.scratch.write("item,language,name\nBread,de,Brot,4\n", to: "office/names.csv")
    let faults = office.office.check(CheckRequest(issued: try #require(TestOffice.issued))).faults
    #expect(told(faults).contains { $0.contains("names.csv:2:15: error: ") }, "\(told(faults))")
  }

  @Test func theOfficesWordsAreToldWhereTheyAreWritten() throws {
    let check = InputCheck(try design("name: Tea 🫖\nplace: Here\ndesk: 🫖"))
    #expect(
      told(check.checkWords()) == [
        "office.yaml:1:7: error: no font here has the character \"🫖\" (U+1FAD6) of \"Tea 🫖\"",
        "office.yaml:3:7: error: no font here has the character \"🫖\" (U+1FAD6) of \"🫖\"",
      ])
    #expect(InputCheck(try design()).checkWords().isEmpty)
  }

  @Test func keysOfAnOrderAreVetted() {
    let orders = ItemList.read(Array("invoice,item,quantity\n7,Bread,1\nPAID,Bread,1\n8,Bread,1\nPAID,Bread,2".utf8))
      .value
    #expect(
      told(InputCheck.check(orders.orders, file: "o.csv")) == [
        "o.csv:3: warning: \"PAID\" says that something was paid"
      ])
  }

  @Test func pricesMustBeOlderThanThePaper() throws {
    let issued = try #require(TestOffice.issued)
    let entries = Self.prices.entries.reversed().filter { !$0.item.hasPrefix("Tea") }
    #expect(
      told(InputCheck.pricesFromTheFuture(entries, issued: issued, file: "prices.csv")) == [
        "prices.csv:3:53: error: the price of \"Rice\" is dated 2026-12, after the day of issue, 2026-11-20",
        "prices.csv:4:24: error: the price of \"米\" is dated 2026-11-21, after the day of issue, 2026-11-20",
      ])
    let later = try #require(CalendarDay("2026-12-01"))
    #expect(InputCheck.pricesFromTheFuture(entries, issued: later, file: "prices.csv").isEmpty)
  }
}

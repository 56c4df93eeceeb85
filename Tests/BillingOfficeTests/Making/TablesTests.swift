import BillingOffice
import Foundation
import OfficeFixtures
import TestTools
import Testing

/// Tables as people save them, in an office: what was decided is told, what cannot be decided is asked for.
@Suite struct TablesTests {
  private func write(_ bytes: [UInt8], to name: String, _ office: TestOffice) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: office.path(name)))
  }

  private func check(_ office: TestOffice, _ asked: AskedReading = AskedReading()) throws -> [String] {
    var opened = office.office
    opened.asked = asked
    var request = CheckRequest(orders: [office.path("order.csv")], issued: try #require(TestOffice.issued))
    request.isDayOfClock = false
    return opened.check(request).faults.map {
      $0.description.replacingOccurrences(of: office.scratch.path("office") + "/", with: "")
    }.filter { !$0.contains("office.yaml") }
  }

  @Test func theCodePageOfAnOrderIsTold() throws {
    let office = try TestOffice(["prices.csv": OfficeFiles.prices("Café,food,kg,3,USD,ONS,2026")])
    try write(Array("item,quantity\nCaf".utf8) + [0xE9] + Array(",1\n".utf8), to: "order.csv", office)
    let told = """
      order.csv:2: warning: this file is not UTF-8; it was read as windows-1252, and its first such word as "Café"
        → if that is not the word, save the file again as CSV (UTF-8)
      """
    #expect(try check(office) == [told])
    #expect(try office.print().warnings.count == 1)
  }

  @Test func oneStrayByteIsNoCodePage() throws {
    let office = try TestOffice()
    let book = OfficeFiles.prices("Café,food,kg,3,USD,Enquête,2026")
    try write(Array(book.utf8) + [0x50, 0xE2] + Array("t,food,kg,3,USD,ONS,2026\n".utf8), to: "prices.csv", office)
    #expect(
      office.faults().first == """
        prices.csv:3:2: error: the byte E2 here is not UTF-8, as the rest of the file is
          → type this word anew, or save the file again as CSV (UTF-8)
        """)
  }

  @Test func whatCannotBeToldIsAskedFor() throws {
    let office = try TestOffice(["order.csv": OfficeFiles.order("Rice,1.250")])
    let ambiguous = """
      order.csv:2:6: error: the quantity "1.250" may be 1.250 or 1250
        → write 1.2500 or 1250, whichever is meant
      """
    #expect(try check(office) == [ambiguous])
    #expect(try check(office, AskedReading(decimal: .comma)) == [])
    try office.scratch.write(
      try OfficeFiles.settings([("sensitive:", "decimal: point\nsensitive:")]), to: "office/office.yaml")
    #expect(try check(office) == [])
    try office.scratch.write(
      try OfficeFiles.settings([("sensitive:", "decimal: dash\nsensitive:")]), to: "office/office.yaml")
    #expect(office.faults().first?.contains("decimal: must be comma or point, not \"dash\"") == true)
  }

  @Test func aBookOfThreeColumnsIsEnough() throws {
    let office = try TestOffice([
      "prices.csv": "Our prices\n\nArtikel;Preis;Quelle\nBrot;$3.50;\"Survey, May 2026\"\nTee;2;Survey\n",
      "order.csv": "Brot;2\nTee;1\n",
    ])
    let missing = """
      prices.csv:3: error: 1 price does not say when it was looked up
        → name a column checked, with the date the price is for, such as 2026, 2026-05 or 2026-05-31
      """
    #expect(try check(office).contains(missing))
    let told = try check(office, AskedReading(checked: CheckedDate("2026-11")))
    #expect(
      told == [
        "prices.csv:3: warning: the names of the columns stand on line 3; what stands above was left out",
        """
        prices.csv: warning: 1 price has no date of its own; it was taken from what the source says: "Survey, May 2026" is of 2026-05
          → if that is wrong, name a column checked, with the date the price is for, such as 2026, 2026-05 or 2026-05-31
        """,
        """
        prices.csv: warning: 2 items have no category, such as "Brot", "Tee": were one sensitive, the ledger would publish it in full
          → name a column category, with which group the item belongs to, such as food or repair
        """,
        """
        order.csv:1: warning: the columns have no names; they were taken for item and quantity
          → if that is wrong, name them in the first line
        """,
      ])
  }

  @Test func theCountryTellsDates() throws {
    let office = try TestOffice([
      "prices.csv": OfficeFiles.prices("Bread,food,loaf,3,USD,ONS,5/1/2026"), "order.csv": OfficeFiles.order("Bread,1"),
    ])
    let told = """
      prices.csv: warning: "5/1/2026" was read as 2026-05-01, with the month first
        → write dates as YYYY-MM-DD to leave no doubt
      """
    #expect(try check(office) == [told])
    #expect(try check(office, AskedReading(dayOrder: .dayFirst)) == [])
  }
}

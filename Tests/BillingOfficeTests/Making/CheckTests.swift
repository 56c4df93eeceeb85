import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice

/// Looking over an office before anything is printed.
@Suite struct CheckTests {
  private func check(_ office: TestOffice, _ orders: String...) throws -> CheckReport {
    office.office.check(
      CheckRequest(
        orders: orders.isEmpty ? nil : orders.map(office.path), issued: try #require(TestOffice.issued)))
  }

  /// What is in order, a line each.
  private func sound(_ office: TestOffice, _ report: CheckReport) -> [String] {
    office.own(report.sound.map(\.sentence))
  }

  /// What is wrong is told as it should be, and nothing is written.
  private func finds(
    _ words: String, _ office: TestOffice, _ orders: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let before = office.listing
    let report = office.office.check(
      CheckRequest(orders: orders.isEmpty ? nil : orders.map(office.path), issued: try #require(TestOffice.issued)))
    // What the office still has of the starter is told each time, and is not what is looked for here.
    let found = report.faults.filter { if case .placeholders? = $0.fact as? OfficeFact { false } else { true } }
    #expect(office.told(found) == words, sourceLocation: sourceLocation)
    #expect(report.hasErrors, sourceLocation: sourceLocation)
    #expect(office.listing == before, sourceLocation: sourceLocation)
  }

  @Test func aSoundOfficeIsToldWhatWasFound() throws {
    let office = try TestOffice()
    let before = office.listing
    let report = try check(office)
    #expect(
      sound(office, report) == [
        "office.yaml: Riverside Commons, Riverside Market, every first Saturday", "prices.csv: 53 prices",
        "names.csv: 199 names", "milestones.csv: 19 milestones", "template invoice: Letter", "order.csv: 1 invoice",
        "orders.csv: 5 invoices",
      ])
    // Nothing but what it still has of the starter office.
    #expect(report.faults.count == 1 && report.faults[0].fact is OfficeFact)
    #expect(office.listing == before)
  }

  @Test func everyFaultOfEverythingIsToldAtOnce() throws {
    let template = try OfficeFiles.template("{{office.place}}", "{{office.plaze}}")
    let office = try TestOffice([
      "office.yaml": try OfficeFiles.settings([("desk:", "dsek:"), ("https:", "ftp:")]),
      "prices.csv": OfficeFiles.prices("Bread,food,loaf,3,USD,,2026", "Rice,food,lb,1.07,USD,ONS,2027"),
      "order.csv": OfficeFiles.order("Bread,0", "Cake,1", "Rice,2"),
      "Templates/invoice/template.yaml": template,
    ])
    try office.remove("orders.csv")
    let place = try OfficeFiles.place(of: "{{office.plaze", in: template)
    try finds(
      """
      office.yaml:4:1: error: there is no such key as "dsek"
        → did you mean "desk"?
      office.yaml:9:8: error: the ledger's address must begin with https:// or http://, not with ftp://
        → a base address is https://, a host, and at most a path: https://ledger.example.org
      office.yaml: error: desk: is missing
        → add a line such as desk: A
      prices.csv:2:23: error: the source is blank
        → write who published the price, and where it can be read
      Templates/invoice/template.yaml:\(place): error: {{office.plaze}} names nothing
        → did you mean "office.place", "office.name" or "office.desk"?
      order.csv:2:7: error: the quantity "0" is nothing
        → write how many units are given, or leave the row out
      order.csv:3:1: error: no item called "Cake" in the price book
        → add it there, with its price, source and date
      """, office)
  }

  @Test func whatFontsLackAndWhatHasNoRoomIsTold() throws {
    let office = try TestOffice([
      "office.yaml": try OfficeFiles.settings([("Market, every", "🫖, every")]),
      "prices.csv": OfficeFiles.prices(
        "Tea 🫖,food,cup,2,USD,ONS,2026", "\(OfficeFiles.longName),food,l,2.50,USD,ONS,2026"),
      "order.csv": OfficeFiles.order("Tea 🫖,1"), "orders.csv": OfficeFiles.order("\(OfficeFiles.longName),1"),
      "Templates/invoice/template.yaml": OfficeFiles.labels,
    ])
    let tea = """
      prices.csv:2:1: error: no font here has the character "🫖" (U+1FAD6) of "Tea 🫖"
        → take the character out, or put a font that has it into Fonts/
      """
    try finds(
      """
      office.yaml:3:8: error: no font here has the character "🫖" (U+1FAD6) of "Riverside 🫖, every first Saturday"
        → take the character out, or put a font that has it into Fonts/
      \(tea)
      """, office)
    // Where the office's own words can be printed, the orders are laid out too.
    try office.scratch.write(try OfficeFiles.settings([]), to: "office/office.yaml")
    try finds("\(tea)\nTemplates/invoice/\(OfficeFiles.tooLong())", office)
  }

  @Test func anOrderCanBeNamed() throws {
    let office = try TestOffice(["tonight.csv": OfficeFiles.batch(3)])
    #expect(sound(office, try check(office, "tonight.csv")).last == "tonight.csv: 3 invoices")
    try finds(
      "morning.csv: error: there is no such file\n  → an order is a CSV file with the columns item and quantity",
      office, "morning.csv")
  }
}

import Foundation
import TestTools
import Testing

/// `billing-office check`
@Suite struct CheckTests {
  @Test func aSoundOfficeIsToldWhatWasFound() throws {
    let desk = try Desk()
    let before = desk.listing
    let run = try desk.type(["check"] + Desk.day)
    #expect(
      run.output == """
        ✓ office.yaml: Riverside Commons, Riverside Market, every first Saturday
        ✓ prices.csv: 53 prices
        ✓ template invoice: Letter
        ✓ order.csv: 1 invoice
        ✓ orders.csv: 5 invoices

        """)
    #expect(run.errors.isEmpty)
    #expect(run.status == 0)
    #expect(try desk.type(["check", "--quiet"] + Desk.day).output.isEmpty)
    #expect(desk.listing == before)
  }

  @Test func everyFaultOfEverythingIsToldAtOnce() throws {
    let template = try Desk.template("{{office.place}}", "{{office.plaze}}")
    let desk = try Desk([
      "office.yaml": try Desk.settings([("desk:", "dsek:"), ("https:", "http:")]),
      "prices.csv": Desk.prices("Bread,food,loaf,3,USD,,2026", "Rice,food,lb,1.07,USD,ONS,2027"),
      "order.csv": Desk.order("Bread,0", "Cake,1", "Rice,2"), "orders.csv": nil,
      "Templates/invoice/template.yaml": template,
    ])
    try desk.refuses(
      ["check"] + Desk.day, 65,
      """
      office.yaml:4:1: error: there is no such key as "dsek"
        → did you mean "desk"?
      office.yaml:9:8: error: the ledger's address must begin with https://
        → a base address is https://, a host, and at most a path: https://ledger.example.org
      office.yaml: error: desk: is missing
        → add a line such as desk: A
      prices.csv:2:23: error: the source is blank
        → write who published the price, and where it can be read
      Templates/invoice/template.yaml:\(try Desk.place(of: "{{office.plaze", in: template)): error: {{office.plaze}} names nothing
        → did you mean "office.place", "office.name" or "office.desk"?
      order.csv:2:7: error: the quantity "0" is nothing
        → write how many units are given, or leave the row out
      order.csv:3:1: error: no item called "Cake" in the price book
        → add it there, with its price, source and date
      7 faults; nothing was written.
      """)
  }

  @Test func whatFontsLackAndWhatHasNoRoomIsTold() throws {
    let desk = try Desk([
      "office.yaml": try Desk.settings([("Market, every", "🫖, every")]),
      "prices.csv": Desk.prices("Tea 🫖,food,cup,2,USD,ONS,2026", "\(Desk.longName),food,l,2.50,USD,ONS,2026"),
      "order.csv": Desk.order("Tea 🫖,1"), "orders.csv": Desk.order("Gold,1"),
      "Templates/invoice/template.yaml": Desk.labels,
    ])
    let tea = """
      prices.csv:2:1: error: no font here has the character "🫖" (U+1FAD6) of "Tea 🫖"
        → take the character out, or put a font that has it into Fonts/

      """
    try desk.refuses(
      ["check"] + Desk.day, 65,
      """
      office.yaml:3:8: error: no font here has the character "🫖" (U+1FAD6) of "Riverside 🫖, every first Saturday"
        → take the character out, or put a font that has it into Fonts/
      \(tea)2 faults; nothing was written.
      """)
    // Where the office's own words can be printed, the orders are laid out too.
    try desk.scratch.write(try Desk.settings([]), to: "office/office.yaml")
    try desk.refuses(
      ["check"] + Desk.day, 65, "\(tea)Templates/invoice/\(Desk.tooLong)2 faults; nothing was written.")
  }

  @Test func anOrderCanBeNamed() throws {
    let desk = try Desk(["tonight.csv": Desk.batch(3)])
    #expect(try desk.type(["check", "tonight.csv"] + Desk.day).output.hasSuffix("✓ tonight.csv: 3 invoices\n"))
    try desk.refuses(
      ["check", "morning.csv"] + Desk.day, 66,
      "morning.csv: error: there is no such file\n  → an order is a CSV file with the columns item and quantity")
  }
}

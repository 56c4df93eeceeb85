import Foundation
import OfficeFixtures
import TestTools
import Testing

/// Money as it stands on the paper, read by another program.
@Suite struct MoneyTests {
  /// What stands on a draft: on the small template's paper, where a row is a line of text.
  private func lines(_ office: TestOffice, _ paper: String) throws -> [String] {
    try office.drawnText("output/\(paper)-draft.pdf").split(separator: "\n").map(String.init)
  }

  private static let six = OfficeFiles.order(
    "Flour,1.5", "\"Bread, whole wheat\",2", "Flour,1", "Flour,1", "Rice,0.001", "\"Bread, whole wheat\",0.25")

  @Test func amountsAreRoundedOnceALineAndTheTotalIsTheirSum() throws {
    let office = try TestOffice(["order.csv": Self.six, "Templates/invoice/template.yaml": try OfficeFiles.template()])
    try office.print("order.csv")
    let lines = try lines(office, "order")
    // 0.544 × 1.5 = 0.816; 2.814 × 2 = 5.628; 0.544; 0.544; 0.001071; 0.7035.
    for line in [
      "Flour: 1.5 × $0.544 = $0.82", "Bread, whole wheat: 2 × $2.814 = $5.63", "Flour: 1 × $0.544 = $0.54",
      "Rice: 0.001 × $1.071 = $0.00", "Bread, whole wheat: 0.25 × $2.814 = $0.70",
    ] {
      #expect(lines.contains(line), "\(line) is not among \(lines)")
    }
    // 0.82 + 5.63 + 0.54 + 0.54 + 0.00 + 0.70; rounded at the end it would be $8.24.
    #expect(lines.contains("$8.23"))
    #expect(lines.contains("TOTAL DUE $0.00 · NOTHING IS OWED."))
  }

  @Test func theProgramsOwnTemplateShowsTheSameFigures() throws {
    let office = try TestOffice(["order.csv": Self.six])
    try office.print("order.csv")
    let text = try office.text("output/order-draft.pdf")
    for figure in ["$0.544", "$2.814", "$1.071", "$0.82", "$5.63", "$0.54", "$0.00", "$0.70", "$8.23", "1.5", "0.001"] {
      #expect(text.contains(" \(figure)"), "\(figure) is not on the paper")
    }
    #expect(!text.contains("$8.24"))
  }

  @Test func halvesGoUpAndEveryCurrencyHasItsOwnDigits() throws {
    let office = try TestOffice([
      "world.csv": OfficeFiles.prices(
        "Tea,food,cup,0.125,USD,ONS,2026", "Rice,food,kg,612.5,JPY,ONS,2026", "Dates,food,kg,1.2345,KWD,ONS,2026",
        "Pen,school,each,1234567.891,USD,ONS,2026"),
      "order.csv": "invoice,item,quantity\n1,Tea,1\n1,Pen,2\n2,Rice,1\n3,Dates,1\n",
      "Templates/invoice/template.yaml": try OfficeFiles.template(),
    ])
    try office.make {
      $0.prices = office.path("world.csv")
      $0.output.isSplit = true
    }
    let dollars = try lines(office, "order-1")
    #expect(dollars.contains("Tea: 1 × $0.125 = $0.13"))
    #expect(dollars.contains("Pen: 2 × $1,234,567.891 = $2,469,135.78"))
    #expect(dollars.contains("$2,469,135.91"))
    #expect(try lines(office, "order-2").contains("Rice: 1 × ¥612.5 = ¥613"))
    let dinars = try lines(office, "order-3").map { $0.replacing("\u{A0}", with: " ") }
    #expect(dinars.contains("Dates: 1 × KWD 1.2345 = KWD 1.235"), "\(dinars)")
  }

  @Test func theTotalIsTheSumOfThePrintedLines() throws {
    let office = try TestOffice(["Templates/invoice/template.yaml": try OfficeFiles.template()])
    try office.print("orders.csv", split: true)
    for index in 1...5 {
      let lines = try lines(office, "orders-\(index)")
      let cents = lines.compactMap { $0.firstMatch(of: #/= \$([\d,]+)\.(\d\d)$/#) }.compactMap {
        Int($0.1.filter { $0 != "," } + $0.2)
      }
      #expect(!cents.isEmpty)
      let sum = cents.reduce(0, +)
      #expect(lines.contains("$\(sum / 100).\(sum % 100 < 10 ? "0" : "")\(sum % 100)"), "\(index): \(sum)")
    }
  }
}

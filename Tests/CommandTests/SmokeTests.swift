import Foundation
import TestTools
import Testing

/// Each command does what it is there for, and says so where it should: results on one stream, words on the other.
@Suite struct SmokeTests {
  @Test(.slow) func signs() throws {
    let shell = try Shell()
    let run = try shell.type(["signs"])
    #expect(run.status == 0 && run.output == "output/signs.pdf\n", "\(run.errors)")
    #expect(
      run.errors.contains(/^Smallest name: ".+", capitals [\d.]+ mm high on Letter-quarter: comfortable to read from/))
    #expect(try shell.type(["signs", "--quiet"]).errors == "")
    let one = try shell.type([
      "signs", "signs.csv", "--stall", "REPAIR", "--size", "A6", "--sheet", "A4", "--run-on", "--order", "stack",
      "--start-at", "2", "--marks", "none", "--readable-from", "1m", "--output", "r.pdf",
    ])
    #expect(one.status == 0 && one.output == "r.pdf\n", "\(one.errors)")
    let some = ["signs", "--size", "A6", "--sheet", "A4", "--pages", "5-", "--output", "s.pdf"]
    #expect(try shell.type(some).status == 0)
    #expect(try Tool.pdfinfo.text(shell.path("s.pdf")).contains("Pages:           10\n"))
    #expect(try shell.type(["signs", "signs.csv", "--readable-from", "far"]).status == 64)
    let lists = try shell.type(["price-list", "signs.csv", "--split"])
    #expect(lists.status == 0 && lists.output.split(separator: "\n").count == 4, "\(lists.errors)")
  }

  @Test(.slow) func board() throws {
    let shell = try Shell(["tonight.png": "mine"])
    #expect(try shell.invoice("order.csv").status == 0)
    let run = try shell.type(["board"])
    #expect(run.status == 0 && run.output == "output/board.pdf\n" && run.errors.isEmpty, "\(run.errors)")
    #expect(try shell.type(["board", "--output", "tonight.png", "--force"]).output == "tonight.png\n")
    #expect(try shell.bytes("tonight.png").starts(with: [0x89, 0x50]))
    #expect(try shell.type(["board", "--format", "txt"]).status == 64)
  }

  @Test(.slow) func check() throws {
    let shell = try Shell()
    let before = shell.listing
    let run = try shell.type(["check"] + Shell.day)
    #expect(
      run.output == """
        ✓ office.yaml: Riverside Commons, Riverside Market, every first Saturday
        ✓ prices.csv: 53 prices
        ✓ names.csv: 106 names
        ✓ template invoice: Letter
        ✓ order.csv: 1 invoice
        ✓ orders.csv: 5 invoices

        """)
    #expect(run.errors.hasPrefix("office.yaml:2:7: warning: this is still the starter office's: the name "))
    #expect(run.status == 0)
    #expect(try shell.type(["check", "--quiet"] + Shell.day).output.isEmpty)
    #expect(try shell.type(["check", "orders.csv"] + Shell.day).output.hasSuffix("✓ orders.csv: 5 invoices\n"))
    #expect(shell.listing == before)
    let missing = try shell.type(["check", "morning.csv"] + Shell.day)
    #expect(missing.status == 66 && missing.output.isEmpty)
    #expect(
      missing.errors.hasSuffix(
        "morning.csv: error: there is no such file\n  → an order is a CSV file with the columns item and quantity\n"))
  }
}

import Foundation
import TestTools
import Testing

/// `billing-office receipt` and `give`, as a volunteer with a queue types them.
@Suite struct ReceiptTests {
  @Test func whatIsTypedIsGiven() throws {
    let shell = try Shell()
    let run = try shell.type(["give", "Bicycle repair", "2", "whole wheat", "1.5", "--paper", "58mm"])
    #expect(run.status == 0, "\(run.errors)")
    let shown = try shell.type(["ledger", "show", try #require(Shell.numbers(run).first)]).output
    #expect(shown.contains("1. Bicycle repair: 2 hour × 19.40 = USD 38.80\n"))
    #expect(shown.contains("2. Bread, whole wheat: 1.5 lb × 2.814 = USD 4.22\n"))
    try shell.refuses(
      ["give", "Xylophone", "bicycle", "0"], 65,
      """
      error: no item called "Xylophone" in the price book
        → add it there, with its price, source and date
      error: the quantity "0" is nothing
        → write how many units are given, or leave the row out
      2 faults; nothing was written.
      """)
    #expect(try shell.type(["give", "2", "bread"]).status == 64)
    let sheet = try shell.type(["receipt", "orders.csv", "--sheet", "A4", "--paper", "A6", "--output", "tonight.pdf"])
    #expect(sheet.status == 0 && sheet.output == "tonight.pdf\n", "\(sheet.errors)")
    let draft = try shell.type(["give", "tutoring", "--draft", "--output", "try.png"])
    #expect(draft.status == 0 && draft.output == "try.png\n", "\(draft.errors)")
    #expect(try shell.type(["ledger", "list"]).output.split(separator: "\n").count == 6)
  }
}

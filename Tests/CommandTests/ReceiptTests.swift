import Foundation
import TestTools
import Testing

/// `billing-office receipt` and `give`, as a volunteer with a queue types them.
@Suite struct ReceiptTests {
  @Test func whatIsTypedIsGiven() throws {
    let shell = try Shell()
    let run = try shell.type(["give", "Bicycle repair", "2", "whole wheat", "1.5", "--paper", "58mm"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(
      run.errors.hasPrefix(
        """
        2 hours bicycle repair · $38.80
        1.5 lb bread, whole wheat · $4.22
        together $43.02 · you owe 0

        """))
    #expect(try shell.type(["give", "tutoring", "--draft", "--quiet"]).errors.isEmpty)
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
    #expect(try shell.type(["give", "2", "3", "bread"]).status == 65)
    let sheet = try shell.type(["receipt", "orders.csv", "--sheet", "A4", "--paper", "A6", "--output", "tonight.pdf"])
    #expect(sheet.status == 0 && sheet.output == "tonight.pdf\n", "\(sheet.errors)")
    let draft = try shell.type(["give", "tutoring", "--draft", "--output", "try.png"])
    #expect(draft.status == 0 && draft.output == "try.png\n", "\(draft.errors)")
    #expect(try shell.type(["ledger", "list"]).output.split(separator: "\n").count == 6)
    let items = try shell.type(["items", "white", "bread"])
    #expect(items.status == 0 && items.output == "Bread, white\tlb\t1.830 USD\tfood\t2026-05\n", "\(items.errors)")
  }

  /// Types at a terminal, and answers.
  private func answer(_ lines: String, _ shell: Shell, _ words: String) throws -> Run {
    try Run(
      "/bin/sh",
      ["-c", "printf '%b' \"$0\" | script -qec \"$1\" /dev/null", lines, "'\(Shell.program)' \(words)"],
      in: URL(fileURLWithPath: shell.path("")), environment: Shell.environment)
  }

  @Test(.slow) func whatIsHardToBelieveIsAskedAbout() throws {
    let shell = try Shell()
    try shell.refuses(
      ["give", "rice", "200"], 64,
      """
      error: 200 lb of "Rice", USD 214.20: more than 100
        → look at the quantity and the item; if it is meant, say so with --yes
      """)
    let no = try answer("n\n", shell, "give rice 200")
    #expect(no.status == 1 && no.output.contains("Is that meant? [y/N] Nothing was done."), "\(no.output)")
    #expect(try shell.type(["ledger", "list"]).status == 66)
    let yes = try answer("y\n", shell, "give rice 200 --draft")
    #expect(yes.status == 0 && yes.output.contains("200 lb rice · $214.20 · you owe 0"), "\(yes.output)")
    #expect(try shell.type(["give", "rice", "200", "--yes", "--draft", "--force"]).status == 0)
  }

  @Test(.slow, arguments: ["-", "/dev/stdin"]) func ordersComeThroughPipes(path: String) throws {
    let shell = try Shell()
    let order = "item,quantity\\nrice,2\\n"
    for command in [["invoice"], ["receipt", "--paper", "58mm"]] {
      let run = try shell.type(command + [path, "--draft", "--force"] + Shell.day, answering: order)
      #expect(run.status == 0 && run.output == "output/order-draft.pdf\n", "\(run.errors)")
    }
    let recorded = try shell.type(["invoice", path] + Shell.day, answering: order)
    #expect(recorded.status == 0 && Shell.numbers(recorded).count == 1, "\(recorded.errors)")
    let signs = try shell.type(["signs", path, "--output", "s.pdf"] + Shell.day, answering: "item,stall\\nrice,A\\n")
    #expect(signs.status == 0 && signs.output == "s.pdf\n", "\(signs.errors)")
    let wrong = try shell.type(["invoice", path] + Shell.day, answering: "item,quantity\\nxylophone,1\\n")
    #expect(wrong.status == 65 && wrong.errors.hasPrefix("/dev/stdin:2:1: error: no item called"), "\(wrong.errors)")
    #expect(try shell.type(["invoice", path], answering: "").status == 65)
  }

  @Test func whatIsTypedIsNeverObeyed() throws {
    for words in [
      ["give", "bre\u{1B}ad"], ["give", "--\u{1B}[31mx"], ["invoice", "\u{9B}x.csv"], ["\u{1B}]0;x\u{7}"],
    ] {
      let run = try Shell().type(words)
      #expect(run.status != 0)
      #expect(
        !(run.output + run.errors).unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
    }
  }
}

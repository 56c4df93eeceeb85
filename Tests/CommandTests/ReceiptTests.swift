import Foundation
import TestTools
import Testing

/// `billing-office receipt` and `give`, as a volunteer with a queue types them.
@Suite struct ReceiptTests {
  /// Types at a terminal, and answers.
  private func answer(_ lines: String, _ shell: Shell, _ words: String) throws -> Run {
    try Run(
      "/bin/sh",
      ["-c", "printf '%b' \"$0\" | script -qec \"$1\" /dev/null", lines, "'\(Program.path)' \(words)"],
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
    // What it leaves open is said with an option.
    let open = ["invoice", path, "--draft", "--output", "x.txt"] + Shell.day
    let rice = "item,quantity\\nrice,1.250\\n"
    #expect(try shell.type(open, answering: rice).status == 65)
    #expect(try shell.type(open + ["--decimal", "comma"], answering: rice).status == 0)
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

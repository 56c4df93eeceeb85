import Foundation
import TestTools
import Testing

/// `invoice`, `reprint` and `ledger …`, as people at a desk type them.
@Suite struct LedgerCommandTests {
  @Test func aGiftIsRecordedThenPrintedAndFoundByItsCode() throws {
    let desk = try Desk()
    let run = try desk.invoice("order.csv")
    #expect(run.status == 0, "\(run.errors)")
    let number = try #require(Desk.numbers(run).first)
    #expect(run.output == "output/\(number).pdf\n" && number.hasSuffix("-000001"))
    let shown = try desk.type(["ledger", "show", number.lowercased()])
    let seal = try #require(shown.output.firstMatch(of: /seal ([0-9A-Z]{10})\n/)).1
    #expect(shown.output.contains("market total USD 198.18, due 0\n"))
    #expect(shown.output.contains("1. Childcare, babysitter, one child: 3 hour × 26.24 = USD 78.72\n"))
    let text = try desk.text("output/\(number).pdf")
    #expect(text.contains(number) && text.contains("Seal \(seal)") && text.contains("$198.18"))
    // The code, read back from paper: capitals, so that it is small.
    _ = try Tool.pdftoppm.run([
      "-r", "150", "-png", "-singlefile", desk.path("output/\(number).pdf"), desk.path("page"),
    ])
    #expect(try Tool.zbarimg.text("-q", "--raw", desk.path("page.png")) == "HTTPS://LEDGER.EXAMPLE.ORG/R/\(number)\n")
    #expect(
      try desk.type(["ledger", "list"]).output.hasPrefix("\(number)  2026-11-20      USD 198.18  \(seal)  Childcare"))
  }

  /// Print, look at the paper with a camera's eyes, follow the code into the published site.
  @Test func theCodeOnPaperLeadsToItsPage() throws {
    let desk = try Desk()
    let run = try desk.invoice("orders.csv", "--split")
    let published = try desk.type(["ledger", "publish"])
    #expect(published.status == 0, "\(published.errors)")
    #expect(published.output == "output/ledger/index.html\n")
    for (index, number) in Desk.numbers(run).enumerated() {
      let picture = desk.path("page\(index)")
      _ = try Tool.pdftoppm.run(["-r", "150", "-png", "-singlefile", desk.path("output/\(number).pdf"), picture])
      let code = try Tool.zbarimg.text("-q", "--raw", picture + ".png").trimmingCharacters(in: .whitespacesAndNewlines)
      let base = "HTTPS://LEDGER.EXAMPLE.ORG/"
      #expect(code.hasPrefix(base))
      let page = String(
        decoding: try desk.bytes("output/ledger/\(code.dropFirst(base.count))/index.html"), as: UTF8.self)
      let shown = try desk.type(["ledger", "show", number]).output
      let seal = try #require(shown.firstMatch(of: /seal ([0-9A-Z]{10})\n/)).1
      let total = try #require(shown.firstMatch(of: /market total USD ([\d.]+)/)).1
      #expect(page.contains(number) && page.contains(">\(seal)<") && page.contains("$\(total)<"), "\(number)")
    }
    #expect(try desk.type(["ledger", "publish"]).errors.hasPrefix("0 written, "))
    // A sign's code leads to its item, given or not.
    #expect(try desk.type(["signs", "--run-on", "--size", "A5", "--sheet", "A5", "--pages", "28"]).status == 0)
    _ = try Tool.pdftoppm.run(["-r", "150", "-png", "-singlefile", desk.path("output/signs.pdf"), desk.path("sign")])
    let sign = try Tool.zbarimg.text("-q", "--raw", desk.path("sign.png")).trimmingCharacters(
      in: .whitespacesAndNewlines)
    #expect(sign.hasPrefix("HTTPS://LEDGER.EXAMPLE.ORG/I/"))
    let item = try desk.bytes("output/ledger/\(sign.dropFirst("HTTPS://LEDGER.EXAMPLE.ORG/".count))/index.html")
    #expect(String(decoding: item, as: UTF8.self).contains("/ hour"))
    #expect(try desk.type(["ledger", "publish", "arabic", "--locale", "ar-EG"]).status == 0)
    try desk.refuses(
      ["ledger", "publish", "output"], 73,
      "output: error: other files are in this folder\n  → name a new folder, or one that was published before")
  }

  @Test func aBatchIsRecordedInOneStep() throws {
    let desk = try Desk()
    let run = try desk.invoice("orders.csv", "--split")
    #expect(run.status == 0, "\(run.errors)")
    let numbers = Desk.numbers(run)
    #expect(numbers.count > 3 && Set(numbers).count == numbers.count)
    let verified = try desk.type(["ledger", "verify"])
    #expect(verified.status == 0)
    #expect(verified.errors == "✓ \(numbers.count) entries are as they were recorded\n")
    #expect(verified.output.hasPrefix(try #require(numbers.last) + " "))
    #expect(try desk.type(["ledger", "total"]).output.contains("\(numbers.count) gifts"))
    for by in ["month", "category", "desk"] { #expect(try desk.type(["ledger", "total", "--by", by]).status == 0) }
  }

  @Test func onlyNamesThatWillBeUsedAreInTheWay() throws {
    let desk = try Desk(["output/order-draft.pdf": "an earlier draft", "mine.pdf": "mine"])
    #expect(try desk.invoice("order.csv").status == 0)
    try desk.refuses(
      ["invoice", "order.csv", "--output", "mine.pdf"] + Desk.day, 73,
      """
      mine.pdf: error: this file is there already
        → keep it and choose another place with --output, or overwrite it with --force
      """)
    try desk.refuses(
      ["invoice", "orders.csv", "--split", "--output", "one.pdf"] + Desk.day, 64,
      """
      error: --split makes a file for each invoice, and --output names one file
        → name a folder with --output DIR
      """)
    // Nothing but the first was recorded.
    #expect(try desk.type(["ledger", "list"]).output.split(separator: "\n").count == 1)
  }

  @Test func aFaultRecordsNothing() throws {
    let tooLong = Desk.prices("Rice,food,lb,1.07,USD,ONS,2026", "\(Desk.longName),food,l,2.50,USD,ONS,2026")
    let desk = try Desk([
      "gold.csv": tooLong, "names.csv": "invoice,item,quantity\n1,Rice,1\n2,\(Desk.longName),1\n",
      "Templates/labels/template.yaml": Desk.labels,
    ])
    let run = try desk.invoice("names.csv", "--prices", "gold.csv", "--template", "labels")
    #expect(run.status == 65)
    #expect(run.output.isEmpty)
    let list = try desk.type(["ledger", "list"])
    #expect(list.output.isEmpty)
    #expect(list.status == 0 || list.errors.contains("there is no ledger here yet"))
  }

  @Test func aPaperCanBePrintedAgain() throws {
    let desk = try Desk()
    let number = try #require(Desk.numbers(try desk.invoice("order.csv")).first)
    // The price book has changed since; the ledger has not.
    try desk.scratch.write(Desk.prices("Rice,food,lb,9.99,USD,ONS,2026"), to: "office/prices.csv")
    try desk.refuses(
      ["reprint", number], 73,
      """
      output/\(number).pdf: error: this file is there already
        → keep it and choose another place with --output, or overwrite it with --force
      """)
    let run = try desk.type(["reprint", number, "--output", "again.pdf"])
    #expect(run.status == 0, "\(run.errors)")
    let (first, again) = (try desk.drawnText("output/\(number).pdf"), try desk.drawnText("again.pdf"))
    #expect(again.contains("Reprint · Mock invoice by Riverside Commons"))
    #expect(again.replacing("Reprint · ", with: "") == first)
    try desk.refuses(
      ["reprint", "RIVER-A000-000009"], 66,
      "error: no entry has the number RIVER-A000-000009\n  → look for it with: billing-office ledger list")
  }

  @Test func correctionsAreEntries() throws {
    let desk = try Desk()
    let number = try #require(Desk.numbers(try desk.invoice("order.csv")).first)
    let reversed = try desk.type(["ledger", "reverse", number, "--reason", "entered-twice"])
    #expect(reversed.status == 0, "\(reversed.errors)")
    #expect(reversed.output.hasSuffix("-000002\n"))
    #expect(try desk.type(["ledger", "total"]).errors == "Nothing has been given yet.\n")
    #expect(try desk.type(["ledger", "show", number]).output.contains("taken back by \(reversed.output)"))
    try desk.refuses(
      ["ledger", "reverse", number, "--reason", "not-given"], 65, "error: \(number) has been taken back already")
    #expect(try desk.type(["ledger", "reverse", number, "--reason", "because"]).status == 64)
    #expect(try desk.type(["ledger", "verify"]).status == 0)
  }

  @Test func aWithheldTextIsGoneAndTheChainHolds() throws {
    let desk = try Desk()
    let number = try #require(Desk.numbers(try desk.invoice("order.csv")).first)
    #expect(try desk.type(["ledger", "withhold", number, "1"]).output == "\(number) line 1: withheld\n")
    #expect(!(try desk.type(["ledger", "show", number]).output.contains("Childcare")))
    #expect(try desk.type(["ledger", "verify"]).status == 0)
    #expect(try desk.type(["reprint", number, "--output", "again.pdf"]).status == 0)
    #expect(try desk.text("again.pdf").contains("(withheld)"))
  }

  @Test func ledgersArePassedOnAndJoined() throws {
    let (one, other) = (try Desk(), try Desk())
    #expect(try one.invoice("orders.csv").status == 0)
    #expect(try other.invoice("order.csv").status == 0)
    #expect(try one.type(["ledger", "export", "mine.jsonl", "--full"]).output == "mine.jsonl\n")
    #expect(try one.type(["ledger", "export", "table.csv"]).status == 0)
    #expect(try one.type(["ledger", "verify", "mine.jsonl"]).status == 0)
    try one.refuses(
      ["ledger", "export", "mine.txt"], 64,
      "error: \"mine.txt\" says neither .jsonl nor .csv\n  → name a file that ends in .jsonl, to join or check it, or in .csv, for a spreadsheet"
    )
    let merged = try other.type(["ledger", "merge", one.path("mine.jsonl")])
    #expect(merged.status == 0 && merged.output.hasSuffix(" new, 0 changed\n"))
    #expect(try other.type(["ledger", "merge", one.path("ledger.sqlite")]).output.hasSuffix(": 0 new, 0 changed\n"))
    // Two copies of an office in two folders: two chains.
    #expect(try other.type(["ledger", "total", "--by", "desk"]).output.split(separator: "\n").count == 2)
    let text = try String(contentsOfFile: one.path("mine.jsonl"), encoding: .utf8)
    try one.scratch.write(
      text.replacing("\"desk\":\"A\"", with: "\"desk\":\"B\"", maxReplacements: 1), to: "office/x.jsonl")
    let refused = try other.type(["ledger", "merge", one.path("x.jsonl")])
    #expect(refused.status == 65)
    #expect(refused.errors.contains("-000001 has been changed: it is not what its hash says"))
  }

  @Test func tamperingIsToldByTheHeadsThatWereKept() throws {
    let desk = try Desk()
    #expect(try desk.invoice("orders.csv").status == 0)
    try desk.scratch.write(try desk.type(["ledger", "verify"]).output, to: "office/heads.txt")
    #expect(try desk.invoice("order.csv").status == 0)
    #expect(try desk.type(["ledger", "verify", "--heads", "heads.txt"]).status == 0)
    #expect(try desk.type(["ledger", "export", "l.jsonl"]).status == 0)
    let lines = try String(contentsOfFile: desk.path("l.jsonl"), encoding: .utf8).split(separator: "\n")
    try desk.scratch.write(lines.prefix(2).map { $0 + "\n" }.joined(), to: "office/short.jsonl")
    let run = try desk.type(["ledger", "verify", "short.jsonl", "--heads", "heads.txt"])
    #expect(run.status == 65)
    #expect(run.errors.contains("which was kept earlier, is not there any more"))
  }

  @Test func withoutALedgerThereIsAWord() throws {
    let desk = try Desk()
    for command in [
      ["list"], ["total"], ["verify"], ["show", "RIVER-A7K2-000001"], ["withhold", "RIVER-A7K2-000001", "1"],
    ] {
      try desk.refuses(
        ["ledger"] + command, 66,
        "ledger.sqlite: error: there is no ledger here yet\n  → it begins with: billing-office invoice order.csv"
      )
    }
    try desk.refuses(
      ["ledger", "show", "42"], 64,
      "error: \"42\" is no number of a paper\n  → it is printed on the paper, and looks like RIVER-A7K2-000042")
  }
}

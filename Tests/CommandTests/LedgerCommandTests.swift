import Foundation
import TestTools
import Testing

/// `invoice`, `reprint` and `ledger …`, as people at a desk type them.
@Suite struct LedgerCommandTests {
  @Test func theLedgerIsLookedAtCorrectedAndPassedOn() throws {
    let (shell, other) = (try Shell(), try Shell())
    let run = try shell.invoice("order.csv")
    let number = try #require(Shell.numbers(run).first)
    #expect(run.output == "output/\(number).pdf\n" && number.hasSuffix("-000001"))
    let shown = try shell.type(["ledger", "show", number.lowercased()])
    let seal = try #require(shown.output.firstMatch(of: /seal ([0-9A-Z]{10})\n/)).1
    #expect(shown.output.contains("market total USD 198.18, due 0\n"))
    #expect(
      try shell.type(["ledger", "list"]).output.hasPrefix("\(number)  2026-11-20      USD 198.18  \(seal)  Childcare"))
    let verified = try shell.type(["ledger", "verify"])
    #expect(verified.status == 0 && verified.errors == "✓ 1 entry is as it was recorded\n")
    #expect(verified.output.hasPrefix(number + " "))
    try shell.scratch.write(verified.output, to: "office/heads.txt")
    #expect(try shell.type(["ledger", "total"]).output.contains("1 gift"))
    for by in ["month", "category", "desk"] { #expect(try shell.type(["ledger", "total", "--by", by]).status == 0) }
    #expect(try shell.type(["ledger", "withhold", number, "1"]).output == "\(number) line 1: withheld\n")
    #expect(try shell.type(["reprint", number, "--output", "again.pdf"]).output == "again.pdf\n")
    #expect(try shell.type(["ledger", "export", "mine.jsonl", "--full"]).output == "mine.jsonl\n")
    #expect(try shell.type(["ledger", "export", "table.csv"]).status == 0)
    #expect(try shell.type(["ledger", "export", "mine.txt"]).status == 64)
    #expect(try shell.type(["ledger", "verify", "mine.jsonl", "--heads", "heads.txt"]).status == 0)
    #expect(try other.invoice("order.csv").status == 0)
    let merged = try other.type(["ledger", "merge", shell.path("mine.jsonl")])
    #expect(merged.status == 0 && merged.output.hasSuffix(": 1 new, 0 changed\n"))
    let unsound = try other.type(["ledger", "verify", shell.path("mine.jsonl"), "--heads", other.path("none.txt")])
    #expect(unsound.status == 66)
    let reversed = try shell.type(["ledger", "reverse", number, "--reason", "entered-twice"])
    #expect(reversed.status == 0 && reversed.output.hasSuffix("-000002\n"), "\(reversed.errors)")
    #expect(try shell.type(["ledger", "total"]).errors == "Nothing has been given yet.\n")
    try shell.refuses(
      ["ledger", "reverse", number, "--reason", "not-given"], 65, "error: \(number) has been taken back already")
    #expect(try shell.type(["ledger", "reverse", number, "--reason", "because"]).status == 64)
    let text = try String(contentsOfFile: shell.path("mine.jsonl"), encoding: .utf8)
    try shell.scratch.write(
      text.replacing("\"desk\":\"A\"", with: "\"desk\":\"B\"", maxReplacements: 1), to: "office/x.jsonl")
    let refused = try shell.type(["ledger", "verify", "x.jsonl"])
    #expect(refused.status == 65 && refused.output.isEmpty)
    #expect(refused.errors.contains("-000001 has been changed: it is not what its hash says"))
  }

  /// Print, look at the paper with a camera's eyes, follow the code into the published site.
  @Test func theCodeOnPaperLeadsToItsPage() throws {
    let shell = try Shell()
    let run = try shell.invoice("orders.csv", "--split")
    let published = try shell.type(["ledger", "publish"])
    #expect(published.status == 0, "\(published.errors)")
    #expect(published.output == "output/ledger/index.html\n")
    for (index, number) in Shell.numbers(run).enumerated() {
      let picture = shell.path("page\(index)")
      _ = try Tool.pdftoppm.run(["-r", "150", "-png", "-singlefile", shell.path("output/\(number).pdf"), picture])
      let code = try Tool.zbarimg.text("-q", "--raw", picture + ".png").trimmingCharacters(in: .whitespacesAndNewlines)
      let base = "HTTPS://LEDGER.EXAMPLE.ORG/"
      #expect(code.hasPrefix(base))
      let page = String(
        decoding: try shell.bytes("output/ledger/\(code.dropFirst(base.count))/index.html"), as: UTF8.self)
      let shown = try shell.type(["ledger", "show", number]).output
      let seal = try #require(shown.firstMatch(of: /seal ([0-9A-Z]{10})\n/)).1
      let total = try #require(shown.firstMatch(of: /market total USD ([\d.]+)/)).1
      #expect(page.contains(number) && page.contains(">\(seal)<") && page.contains("$\(total)<"), "\(number)")
    }
    #expect(try shell.type(["ledger", "publish"]).errors.hasPrefix("0 written, "))
    // A sign's code leads to its item, given or not.
    #expect(try shell.type(["signs", "--run-on", "--size", "A5", "--sheet", "A5", "--pages", "28"]).status == 0)
    _ = try Tool.pdftoppm.run(["-r", "150", "-png", "-singlefile", shell.path("output/signs.pdf"), shell.path("sign")])
    let sign = try Tool.zbarimg.text("-q", "--raw", shell.path("sign.png")).trimmingCharacters(
      in: .whitespacesAndNewlines)
    #expect(sign.hasPrefix("HTTPS://LEDGER.EXAMPLE.ORG/I/"))
    let item = try shell.bytes("output/ledger/\(sign.dropFirst("HTTPS://LEDGER.EXAMPLE.ORG/".count))/index.html")
    #expect(String(decoding: item, as: UTF8.self).contains("/ hour"))
    #expect(try shell.type(["ledger", "publish", "arabic", "--locale", "ar-EG"]).status == 0)
    try shell.refuses(
      ["ledger", "publish", "output"], 73,
      "output: error: other files are in this folder\n  → name a new folder, or one that was published before")
  }
}

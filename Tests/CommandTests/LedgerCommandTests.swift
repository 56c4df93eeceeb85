import Foundation
import TestTools
import Testing

/// `invoice`, `reprint` and `ledger …`, as people at a desk type them.
@Suite struct LedgerCommandTests {
  @Test(.slow) func theLedgerIsLookedAtCorrectedAndPassedOn() throws {
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
    #expect(verified.status == 0 && verified.errors.hasSuffix("✓ 1 entry is as it was recorded\n"))
    #expect(verified.errors.contains(/^[A-Z0-9-]+ is signed with the key [0-9A-Z]{4}(-[0-9A-Z]{4}){3}\n/))
    #expect(verified.output.hasPrefix(number + " "))
    try shell.scratch.write(verified.output, to: "office/heads.txt")
    #expect(try shell.type(["ledger", "total"]).output.contains("1 gift"))
    for by in ["month", "category", "desk"] { #expect(try shell.type(["ledger", "total", "--by", by]).status == 0) }
    // Nobody can be asked here, so nothing is taken away unless it is said.
    let asked = try shell.type(["ledger", "withhold", number, "1"])
    #expect(asked.status == 64 && asked.output.isEmpty && asked.errors.contains("say so with --yes"), "\(asked.errors)")
    #expect(asked.errors.hasPrefix("\(number) line 1: Childcare, babysitter, one child · "), "\(asked.errors)")
    #expect(try shell.type(["ledger", "withhold", number, "1", "--yes"]).output == "\(number) line 1: withheld\n")
    #expect(try shell.type(["reprint", number, "--output", "again.pdf"]).output == "again.pdf\n")
    let published = try shell.type(["ledger", "publish"])
    #expect(published.status == 0 && published.output == "output/ledger/index.html\n", "\(published.errors)")
    #expect(published.errors.contains(/^[1-9]\d* written, 0 as they were, 0 removed\n$/))
    #expect(try shell.type(["ledger", "publish"]).errors.hasPrefix("0 written, "))
    #expect(try shell.type(["ledger", "publish", "arabic", "--locale", "ar-EG"]).output == "arabic/index.html\n")
    try shell.refuses(
      ["ledger", "publish", "output"], 73,
      "output: error: other files are in this folder\n  → name a new folder, or one that was published before")
    #expect(try shell.type(["ledger", "export", "mine.jsonl", "--full"]).output == "mine.jsonl\n")
    #expect(try shell.type(["ledger", "export", "table.csv"]).status == 0)
    #expect(try shell.type(["ledger", "export", "mine.txt"]).status == 64)
    #expect(try shell.type(["ledger", "verify", "mine.jsonl", "--heads", "heads.txt"]).status == 0)
    #expect(try other.invoice("order.csv").status == 0)
    let merged = try other.type(["ledger", "merge", shell.path("mine.jsonl")])
    #expect(merged.status == 0 && merged.output.hasSuffix(": 1 new, 0 changed\n"))
    let unsound = try other.type(["ledger", "verify", shell.path("mine.jsonl"), "--heads", other.path("none.txt")])
    #expect(unsound.status == 66)
    let again = try shell.invoice("order.csv")
    #expect(again.status == 64 && again.output.isEmpty)
    #expect(
      again.errors.contains("this is recorded already") && again.errors.contains("say --again"), "\(again.errors)")
    let picture = try shell.type(["invoice", "--last", "--share", "--output", "post.png"])
    #expect(picture.output == "post.png\n", "\(picture.errors)")
    #expect(try shell.type(["receipt", "--of", "1"]).output == "output/\(number)-receipt.pdf\n")
    #expect(try shell.type(["receipt", "order.csv", "--last"]).status == 64)
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
}

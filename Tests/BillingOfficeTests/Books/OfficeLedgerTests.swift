import Foundation
import Ledger
import OfficeFixtures
import Papers
import TestTools
import Testing

@testable import BillingOffice

/// Gifts in the ledger: recorded, shown, corrected, passed on and checked.
@Suite struct OfficeLedgerTests {
  private let office: TestOffice
  private let day: CalendarDay

  init() throws {
    office = try TestOffice()
    day = try #require(TestOffice.issued)
  }

  private var ledger: OfficeLedger { office.office.ledger }

  /// Records the order and gives its number.
  private func record() throws -> EntryNumber { try #require(try office.print(isRecorded: true).numbers.first).number }

  /// An entry as people are shown it.
  private func shown(_ number: EntryNumber) throws -> String {
    try ledger.entries(number).flatMap { LedgerText.lines(of: $0.entry, takenBackBy: $0.takenBackBy) }
      .joined(separator: "\n") + "\n"
  }

  @Test(.slow) func aGiftIsRecordedThenPrintedAndFoundByItsCode() throws {
    let number = try record()
    #expect(number.description.hasSuffix("-000001"))
    #expect(try ledger.number("\(number)".lowercased()) == number)
    let shown = try shown(number)
    let seal = try #require(shown.firstMatch(of: /seal ([0-9A-Z]{10})\n/)).1
    #expect(shown.contains("market total USD 198.18, due 0\n"))
    #expect(shown.contains("1. Childcare, babysitter, one child: 3 hour × 26.24 = USD 78.72\n"))
    let text = try office.text("output/\(number).pdf")
    #expect(text.contains("\(number)") && text.contains("Seal \(seal)") && text.contains("$198.18"))
    // The code, read back from paper: capitals, so that it is small.
    _ = try Tool.pdftoppm.run([
      "-r", "150", "-png", "-singlefile", office.path("output/\(number).pdf"), office.path("page"),
    ])
    #expect(try Tool.zbarimg.text("-q", "--raw", office.path("page.png")) == "HTTPS://LEDGER.EXAMPLE.ORG/R/\(number)\n")
    let row = LedgerText.row(of: try #require(try ledger.newest(1).entries.first))
    #expect(row.hasPrefix("\(number)  2026-11-20      USD 198.18  \(seal)  Childcare"))
  }

  @Test func aBatchIsRecordedInOneStep() throws {
    let numbers = try office.print("orders.csv", isRecorded: true, split: true).numbers.map(\.number)
    #expect(numbers.count > 3 && Set(numbers).count == numbers.count)
    let verdict = try ledger.verify(heads: nil)
    #expect(verdict.isSound && verdict.findings.isEmpty && verdict.count == numbers.count)
    #expect(verdict.heads.first?.hasPrefix("\(try #require(numbers.last)) ") == true)
    #expect(try ledger.totals(by: nil).map(LedgerText.row).joined().contains("\(numbers.count) gifts"))
    for by in ["month", "category", "desk"] { #expect(try !ledger.totals(by: by).isEmpty) }
  }

  @Test func aPaperCanBePrintedAgain() throws {
    let number = try record()
    // The price book has changed since; the ledger has not.
    try office.scratch.write(OfficeFiles.prices("Rice,food,lb,9.99,USD,ONS,2026"), to: "office/prices.csv")
    try office.refuses(
      .cannotWrite,
      "output/\(number).pdf: error: this file is there already\n  → keep it and choose another place, or have it overwritten"
    ) { _ = try office.office.reprint(ReprintRequest(InvoiceKind(), [number])) }
    _ = try office.office.reprint(ReprintRequest(InvoiceKind(), [number], output: OutputWish(office.path("again.pdf"))))
    let (first, again) = (try office.drawnText("output/\(number).pdf"), try office.drawnText("again.pdf"))
    #expect(again.contains("Reprint · Mock invoice by Riverside Commons"))
    #expect(again.replacing("Reprint · ", with: "") == first)
    let other = try ledger.number("RIVER-A000-000009")
    try office.refuses(
      .noInput, "error: no entry has the number RIVER-A000-000009\n  → look for it in the ledger"
    ) { _ = try office.office.reprint(ReprintRequest(InvoiceKind(), [other])) }
  }

  @Test func correctionsAreEntries() throws {
    let number = try record()
    let reversal = try ledger.reverse(number, reason: .enteredTwice, day: day, moment: TestOffice.moment).entry
    #expect(reversal.number.description.hasSuffix("-000002"))
    #expect(try ledger.totals(by: nil).isEmpty)
    #expect(try shown(number).contains("taken back by \(reversal.number)\n"))
    try office.refuses(.data, "error: \(number) has been taken back already") {
      _ = try ledger.reverse(number, reason: .notGiven, day: day, moment: TestOffice.moment)
    }
    #expect(try ledger.verify(heads: nil).isSound)
  }

  @Test func aWithheldTextIsGoneAndTheChainHolds() throws {
    let number = try record()
    try ledger.withhold(number, line: 1)
    #expect(try !shown(number).contains("Childcare"))
    #expect(try ledger.verify(heads: nil).isSound)
    _ = try office.office.reprint(ReprintRequest(InvoiceKind(), [number], output: OutputWish(office.path("again.pdf"))))
    #expect(try office.text("again.pdf").contains("(withheld)"))
  }

  @Test func ledgersArePassedOnAndJoined() throws {
    let other = try TestOffice()
    let count = try office.print("orders.csv", isRecorded: true).numbers.count
    try other.print(isRecorded: true)
    let copy = office.path("mine.jsonl")
    #expect(try ledger.export(to: copy, isFull: true, force: false) == copy)
    _ = try ledger.export(to: office.path("table.csv"), isFull: false, force: false)
    _ = try ledger.export(to: office.path("table.ods"), isFull: false, force: false)
    #expect(try Data(contentsOf: URL(filePath: office.path("table.ods"))).starts(with: Array("PK".utf8)))
    #expect(try OfficeLedger.verify(copy, heads: nil).isSound)
    try office.refuses(
      .usage,
      "error: \"mine.txt\" says neither .jsonl nor .csv nor .ods\n  → name a file that ends in .jsonl, to join or check it, or in .csv or .ods, for a spreadsheet"
    ) { _ = try ledger.export(to: "mine.txt", isFull: false, force: false) }
    let merge = try other.office.ledger.merge(MergeRequest(copy, moment: TestOffice.moment))
    #expect(merge.added == count && merge.changed == 0 && merge.keptOut.isEmpty)
    #expect(merge.copy == other.path("ledger.before-merge-20261120-180000.sqlite"))
    let again = try other.office.ledger.merge(MergeRequest(office.path("ledger.sqlite"), moment: TestOffice.moment))
    #expect(again == LedgerMerge())
    // Two copies of an office in two folders: two chains.
    #expect(try other.office.ledger.totals(by: "desk").count == 2)
    let text = try String(contentsOfFile: copy, encoding: .utf8)
    try office.scratch.write(
      text.replacing("\"desk\":\"A\"", with: "\"desk\":\"B\"", maxReplacements: 1), to: "office/x.jsonl")
    let told = try other.told(.data) {
      _ = try other.office.ledger.merge(MergeRequest(office.path("x.jsonl"), moment: TestOffice.moment))
    }
    #expect(told.contains("-000001 has been changed: it is not what its hash says"))
  }

  @Test func tamperingIsToldByTheHeadsThatWereKept() throws {
    try office.print("orders.csv", isRecorded: true)
    let heads = try office.scratch.write(
      try ledger.verify(heads: nil).heads.map { $0 + "\n" }.joined(), to: "office/heads.txt")
    _ = try record()
    #expect(try ledger.verify(heads: heads).isSound)
    let copy = try ledger.export(to: office.path("l.jsonl"), isFull: false, force: false)
    let lines = try String(contentsOfFile: copy, encoding: .utf8).split(separator: "\n")
    let short = try office.scratch.write(lines.prefix(2).map { $0 + "\n" }.joined(), to: "office/short.jsonl")
    let verdict = try OfficeLedger.verify(short, heads: heads)
    #expect(!verdict.isSound)
    #expect(verdict.findings.contains { $0.message.contains("which was kept earlier, is not there any more") })
    #expect(verdict.findings.allSatisfy { $0.severity == .error && $0.kind == .data })
  }

  @Test func withoutALedgerThereIsAWord() throws {
    let number = try ledger.number("RIVER-A7K2-000001")
    let words = "ledger.sqlite: error: there is no ledger here yet\n  → it begins with the first gift that is recorded"
    try office.refuses(.noInput, words) { _ = try ledger.newest(1) }
    try office.refuses(.noInput, words) { _ = try ledger.totals(by: nil) }
    try office.refuses(.noInput, words) { _ = try ledger.verify(heads: nil) }
    try office.refuses(.noInput, words) { _ = try ledger.entries(number) }
    try office.refuses(.noInput, words) { try ledger.withhold(number, line: 1) }
    try office.refuses(
      .usage,
      "error: \"RIVER\" is no number of a paper\n  → it is printed on the paper, and looks like RIVER-A7K2-000042"
    ) { _ = try ledger.number("RIVER") }
  }

  // MARK: - Ledgers that cannot be used

  /// Every one is left as it is, byte for byte, and nothing is printed.
  private func refusesRecording(_ kind: Diagnostic.Kind, _ words: String, _ before: Data?) throws {
    let told = try office.told(kind) { try office.print(isRecorded: true) }
    #expect(told.hasPrefix("ledger.sqlite: error: \(words)"), "\(told)")
    #expect(told.contains("\n  → "), "\(told)")
    #expect(office.papers.isEmpty)
    if let before { #expect(try office.bytes("ledger.sqlite") == before) }
  }

  @Test func aLedgerThatIsNoneIsLeftAlone() throws {
    let text = String(repeating: "This is my diary. ", count: 500)
    try office.scratch.write(text, to: "office/ledger.sqlite")
    try refusesRecording(.data, "this is no ledger, or it is damaged", Data(text.utf8))
  }

  @Test(.slow) func aLedgerOfANewerVersionIsLeftAlone() throws {
    try office.print(isRecorded: true, output: office.path("first"))
    try office.remove("first")
    let change = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]);"
    _ = try Python.run(
      change + "db.execute(\"INSERT INTO grdb_migrations VALUES ('9 from the future')\");"
        + "db.commit(); db.close()",
      [office.path("ledger.sqlite")])
    // Somebody else's eyes: an office that has not seen it before.
    let fresh = try Office.open(named: office.path(""), from: "/", installation: TestOffice.installation)
    let before = try office.bytes("ledger.sqlite")
    let told = try office.told(.data) { _ = try fresh.make(try office.request(isRecorded: true)) }
    #expect(
      told.hasPrefix("ledger.sqlite: error: a newer version of billing-office has written this ledger\n  → "),
      "\(told)")
    #expect(office.papers.isEmpty)
    #expect(try office.bytes("ledger.sqlite") == before)
  }

  @Test(.slow) func aLedgerThatSomebodyElseIsWritingIsWaitedFor() throws {
    try office.print(isRecorded: true, output: office.path("first"))
    try office.remove("first")
    // Held for longer than anybody waits.
    let hold = Process()
    hold.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    hold.arguments = [
      "python3", "-c",
      "import sqlite3, sys; db = sqlite3.connect(sys.argv[1], isolation_level=None); db.execute('BEGIN IMMEDIATE'); print(1, flush=True); sys.stdin.read()",
      office.path("ledger.sqlite"),
    ]
    let (ready, input) = (Pipe(), Pipe())
    (hold.standardOutput, hold.standardInput) = (ready, input)
    try hold.run()
    _ = ready.fileHandleForReading.availableData
    try refusesRecording(.cannotWrite, "another program holds the ledger", nil)
    try input.fileHandleForWriting.close()
    hold.waitUntilExit()
    try office.print(isRecorded: true)
  }
}

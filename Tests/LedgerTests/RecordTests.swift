import Bookkeeping
import Foundation
import TestTools
import Testing

@testable import Ledger

@Suite struct RecordTests {
  @Test func numbersAreReadAsTheyArePrinted() throws {
    for text in ["RIVER-A7K2-000042", "AB-ZZZZ-000001", "A1B2C3D4E5F6-B000-999999"] {
      #expect(EntryNumber(text)?.description == text)
    }
    for text in [
      "RIVER-A7K2-42", "RIVER-A7K2-000000", "RIVER-A7K2-1000000", "river-A7K2-000042", "R-A7K2-000042",
      "RIVER-17K2-000042",
      "RIVER-A7KI-000042", "RIVER-A7K-000042", "RIVER-A7K2-000042 ", "RIVER-A7K2-+00042", "", "RIVER--000042",
    ] { #expect(EntryNumber(text) == nil, "\(text)") }
  }

  @Test func aChainBeginsWithItsDesk() {
    var random = SplitMix64(seed: 3)
    for (desk, letter) in [("A", "A"), ("b", "B"), ("Desk 2", "D"), ("2", "A"), ("ميزان", "A"), ("Ünder", "N")] {
      let chain = ChainName(desk: desk, using: &random)
      #expect(chain.description.hasPrefix(letter))
      #expect(ChainName(chain.description) == chain)
    }
    let names = Set((0..<500).map { _ in ChainName(desk: "A", using: &random) })
    #expect(names.count > 480)
  }

  /// Vectors computed by Python's base64.b32encode with its alphabet exchanged.
  @Test func sealsAreCrockfords() {
    #expect(Crockford.letters(of: 0xFFFF_FFFF_FFFF_FFFF, count: 10) == "ZZZZZZZZZZ")
    #expect(Crockford.letters(of: 0x0044_3214_C742_54B6, count: 10) == "0123456789")
    let hello = "Hello, w".utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    #expect(Crockford.letters(of: hello, count: 10) == "91JPRV3F5G")
  }

  @Test func anEntryIsReadAsItIsWritten() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    let gift = try #require(try bench.add([try draft(3)], to: ledger).first)
    let reversal = try bench.reverse(gift.number, in: ledger)
    for entry in [
      gift, reversal, gift.shown(in: .published(sensitive: [])),
      try #require(LedgerEntry.closed(reversal.number, after: reversal.previous, reversal.hash)),
    ] {
      let text = EntryText.text(of: entry)
      #expect(try EntryText.checked(Array(text.utf8)) == entry)
      #expect(entry.computedHash() == entry.hash)
      #expect(!text.contains("\n"))
      // JSON as everybody reads it.
      let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
      #expect(object?["number"] as? String == entry.number.description)
    }
    #expect(
      EntryText.text(of: gift.shown(in: .published(sensitive: ["food"])))
        == "{\"number\":\"\(gift.number)\",\"kind\":\"closed\",\"previous\":\"\",\"hash\":\"\(gift.hash)\"}")
    let shown = try #require(gift.lines.first?.texts.content)
    #expect(shown.item == "Item 0 \"Größe\" خبز\n\\")
  }

  @Test func everyFieldCounts() throws {
    let bench = try Bench()
    let entry = try #require(try bench.add([try draft()], to: try bench.open()).first)
    let changes: [(inout LedgerEntry) throws -> Void] = [
      { $0.number = try #require(EntryNumber("RIVER-A7K2-000002")) },
      { $0.day = try #require(CalendarDay("2026-11-21")) },
      { $0.desk = "B" }, { $0.language = "es-MX" },
      { $0.total = Money(minorUnits: $0.total.minorUnits + 1, currency: $0.total.currency) },
      { $0.total = Money(minorUnits: $0.total.minorUnits, currency: try #require(Currency(code: "EUR"))) },
      { $0.hours = ExactDecimal(1) }, { $0.lines.swapAt(0, 1) }, { $0.lines.removeLast() },
      { $0.previous = $0.hash }, { $0.lines[0].amount = $0.lines[1].amount }, { $0.time = .withheld($0.hash) },
      { $0.office = .withheld($0.hash) }, { $0.lines[0].texts = .unpublished($0.hash) },
      { $0.kind = .reversal(of: $0.number, hash: $0.hash, .wrongItem) },
    ]
    for (index, change) in changes.enumerated() {
      var other = entry
      try change(&other)
      #expect(other.computedHash() != entry.hash, "change \(index)")
    }
    // What only hides does not.
    var hidden = entry
    hidden.lines[0].texts = hidden.lines[0].texts.withheld
    hidden.time = hidden.time.unpublished
    #expect(hidden.computedHash() == entry.hash)
  }

  @Test func aDraftThatDoesNotAddUpIsRefused() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    var wrong = try draft()
    wrong.lines[0].amount = Money(minorUnits: 1, currency: wrong.lines[0].amount.currency)
    var mixed = try draft()
    mixed.lines += try draft(currency: "EUR").lines
    for bad in [wrong, mixed, try draft(0)] {
      #expect(throws: LedgerError.self) { try bench.add([try draft(), bad], to: ledger) }
    }
    #expect(try ledger.count() == 0)
  }

  @Test func theSpecificationsExampleHolds() throws {
    let text = try String(contentsOfFile: Repository.path("Sources/Ledger/SPECIFICATION.md"), encoding: .utf8)
    let lines = text.split(separator: "\n").filter { $0.hasPrefix("{\"number\"") && !$0.contains("\"closed\"") }
      .map(String.init)
    #expect(lines.count == 3)
    var audit = LedgerAudit(heads: [])
    var entries: [LedgerEntry] = []
    for line in lines {
      let entry = try EntryText.checked(Array(line.utf8))
      audit.check(Array(line.utf8))
      entries.append(entry)
      #expect(text.contains("`\(entry.hash)`") && text.contains("`\(entry.seal)`"))
    }
    audit.checkRest()
    #expect(audit.report(gifts: entries).findings.isEmpty)
    // Version 2, by a key that everybody has.
    let secret = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
    let (key, last) = (try #require(ChainKey(secret: secret)), try #require(entries.last))
    let signed = try #require(key.signature(of: LedgerHead(number: last.number, hash: last.hash)))
    #expect(signed.isValid && text.contains("\n\(signed.text)\n"), "\(signed.text)")
    #expect(text.contains("`\(HeadSignature.fingerprint(of: key.publicKey))`"))
    let closed = try #require(text.split(separator: "\n").first { $0.contains("\"closed\",") }.map(String.init))
    let bench = try Bench()
    for whole in [lines + [signed.text], [closed] + lines.dropFirst() + [signed.text]] {
      let path = try bench.scratch.write(whole.map { $0 + "\n" }.joined(), to: "vectors.jsonl")
      let report = try LedgerFile.verify(path)
      #expect(report.keys.map(\.value) == [key.publicKey])
      #expect(whole[0] == closed || report.findings.isEmpty, "\(report.findings)")
      let script = try String(contentsOfFile: Repository.path("Tests/LedgerTests/check_ledger.py"), encoding: .utf8)
      let run = try Python.run(script, [path])
      #expect(run.status == 0, "\(run.errors)")
      for (old, new) in [("\"signature\":\"d", "\"signature\":\"c"), ("\"key\":\"d75a", "\"key\":\"d75b")] {
        let other = whole.joined(separator: "\n").replacing(old, with: new) + "\n"
        #expect(try Python.run(script, [try bench.scratch.write(other, to: "x.jsonl")]).status != 0)
      }
    }
  }

  /// Another program, which shares no line with ours, comes to the same.
  @Test(.slow) func aProgramInAnotherLanguageAgrees() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    let gifts = try bench.add(
      (0..<20).map { try draft($0 % 4 + 1, category: $0 % 3 == 0 ? "health" : "food") }, to: ledger)
    _ = try bench.reverse(gifts[3].number, in: ledger)
    try ledger.withhold(gifts[5].number, line: 1)
    let script = try String(contentsOfFile: Repository.path("Tests/LedgerTests/check_ledger.py"), encoding: .utf8)
    for copy in [LedgerCopy.full, .published(sensitive: ["health"])] {
      let path = try bench.export(ledger, copy)
      let run = try Python.run(script, [path])
      #expect(run.status == 0, "\(run.errors)")
      let heads = try ledger.heads()
      #expect(run.output == "21 entries\n" + LedgerHead.text(of: heads))
    }
    let path = try bench.export(ledger)
    let text = try String(contentsOfFile: path, encoding: .utf8).replacing(
      "\"desk\":\"A\"", with: "\"desk\":\"B\"", maxReplacements: 1)
    #expect(try Python.run(script, [try bench.scratch.write(text, to: "x.jsonl")]).status != 0)
  }
}

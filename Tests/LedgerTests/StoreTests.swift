import Bookkeeping
import Foundation
import GRDB
import Synchronization
import TestTools
import Testing

@testable import Ledger

@Suite struct StoreTests {
  private func number(_ text: String) throws -> EntryNumber { try #require(EntryNumber(text)) }

  @Test func entriesAreNumberedAndChained() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    let first = try bench.add([try draft(), try draft(1)], to: ledger)
    let other = try bench.add([try draft()], to: ledger, chain: "B123")
    let second = try bench.add([try draft()], to: try bench.open())
    #expect(
      (first + second).map(\.number.description) == ["RIVER-A7K2-000001", "RIVER-A7K2-000002", "RIVER-A7K2-000003"])
    #expect(other.map(\.number.description) == ["RIVER-B123-000001"])
    #expect(first[0].previous == nil && first[1].previous == first[0].hash && second[0].previous == first[1].hash)
    #expect(first[0].seal.count == 10)
    #expect(try ledger.entries(first[0].number) == [first[0]])
    #expect(try ledger.newest(2).map(\.number) == [second[0].number, other[0].number])
    // 1.5 and 2.5 hours at 26.24.
    #expect(first[0].total.minorUnits == 3936 + 6560 && first[0].hours == ExactDecimal(mantissa: 40, scale: 1))
  }

  @Test func aCorrectionIsAnEntryOfItsOwn() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    let gift = try #require(try bench.add([try draft()], to: ledger).first)
    let reversal = try bench.reverse(gift.number, in: ledger)
    #expect(reversal.kind == .reversal(of: gift.number, hash: gift.hash, .enteredTwice))
    #expect(reversal.total.minorUnits == -gift.total.minorUnits)
    #expect(try ledger.reversal(of: gift) == reversal)
    #expect(throws: LedgerError.alreadyReversed(gift.number)) { try bench.reverse(gift.number, in: ledger) }
    #expect(throws: LedgerError.isReversal(reversal.number)) { try bench.reverse(reversal.number, in: ledger) }
    let unknown = try number("RIVER-A7K2-000009")
    #expect(throws: LedgerError.unknownNumber(unknown)) { try bench.reverse(unknown, in: ledger) }
    #expect(try ledger.totals(by: .none).isEmpty)
  }

  @Test func aWithheldTextIsNowhere() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    var gift = try draft()
    gift.lines[1].texts.item = "Miriam Feldman"
    let entry = try #require(try bench.add([gift], to: ledger).first)
    try ledger.withhold(entry.number, line: 2)
    #expect(try ledger.verify().findings.isEmpty)
    let shown = try #require(try ledger.entries(entry.number).first)
    #expect(shown.hash == entry.hash && shown.lines[1].texts == entry.lines[1].texts.withheld)
    #expect(shown.lines[1].figures == entry.lines[1].figures && shown.lines[0] == entry.lines[0])
    // Neither in the database nor in its log.
    for name in bench.scratch.files {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: bench.path(name)))
      #expect(bytes.range(of: Data("Feldman".utf8)) == nil, "\(name)")
    }
    #expect(throws: LedgerError.unknownLine(entry.number, 3)) { try ledger.withhold(entry.number, line: 3) }
    try ledger.withhold(entry.number, line: 2)
  }

  @Test func sumsNeverMixCurrencies() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    try bench.add(
      [try draft(1), try draft(1, day: "2026-12-05", category: "health"), try draft(1, currency: "EUR")], to: ledger)
    try bench.add([try draft(1)], to: ledger, chain: "B123")
    func told(_ grouping: LedgerTotal.Grouping) throws -> [String] {
      try ledger.totals(by: grouping).map {
        "\($0.group) \($0.value.currency) \($0.value.minorUnits) \($0.hours) \($0.gifts)"
      }
    }
    #expect(try told(.none) == ["named(\"\") EUR 3936 1.5 1", "named(\"\") USD 11808 4.5 3"])
    #expect(
      try told(.month) == [
        "named(\"2026-11\") EUR 3936 1.5 1", "named(\"2026-11\") USD 7872 3.0 2", "named(\"2026-12\") USD 3936 1.5 1",
      ])
    #expect(
      try told(.category) == [
        "named(\"food\") EUR 3936 0 1", "named(\"food\") USD 7872 0 2", "named(\"health\") USD 3936 0 1",
      ])
    try bench.add([try draft(3, category: "repair")], to: ledger)
    #expect(try told(.category).last == "named(\"repair\") USD 19680 0 1")
    #expect(try told(.desk).count == 3)
  }

  // MARK: - Joining

  @Test func joiningIsTheSameInAnyOrderAndAnyNumberOfTimes() throws {
    let bench = try Bench()
    var files: [String] = []
    for (index, chain) in ["A111", "B222", "C333"].enumerated() {
      let ledger = try bench.open("\(chain).sqlite")
      let entries = try bench.add(
        try (0..<(index + 2)).map { try draft($0 + 1, category: $0 == 0 ? "health" : "food") }, to: ledger, chain: chain
      )
      files.append(bench.path("\(chain).sqlite"))
      files.append(try bench.export(ledger, .published(sensitive: ["health"]), to: "\(chain).jsonl"))
      // Withheld only after it was published: the copy still has the words.
      if index == 1 { try ledger.withhold(entries[1].number, line: 1) }
    }
    var results: Set<String> = []
    for (index, order) in [
      files, files.reversed(), files + files, [files[3], files[5], files[1], files[4], files[0], files[2]],
    ].enumerated() {
      let joined = try bench.open("joined\(index).sqlite")
      for file in order { _ = try joined.merge(file, MergeGate(consent: .all)) }
      #expect(try joined.merge(files[0]) == LedgerMerge())
      #expect(try joined.verify().findings.isEmpty)
      results.insert(try Bench.text(joined))
    }
    #expect(results.count == 1)
    let text = try #require(results.first)
    #expect(text.split(separator: "\n").count == 9)
    #expect(text.contains("\"withheld\"") && !text.contains("\"unpublished\""))
  }

  @Test func anUnsoundLedgerIsNotJoined() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    try bench.add([try draft(), try draft()], to: ledger)
    let text = try Bench.text(ledger).replacing("\"desk\":\"A\"", with: "\"desk\":\"B\"", maxReplacements: 1)
    let path = try bench.scratch.write(text, to: "x.jsonl")
    let other = try bench.open("other.sqlite")
    let first = try number("RIVER-A7K2-000001")
    #expect(throws: LedgerError.unsound(path: path, [.changed(first)])) { try other.merge(path) }
    #expect(try other.count() == 0)
    #expect(throws: LedgerError.notThere(path: "/nowhere.jsonl")) { try other.merge("/nowhere.jsonl") }
  }

  @Test func aTableForSpreadsheets() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    var gift = try draft(1)
    gift.lines[0].texts.item = "=1+1"
    let entry = try #require(try bench.add([gift], to: ledger).first)
    _ = try bench.reverse(entry.number, in: ledger)
    var table = ""
    try ledger.exportTable(.published(sensitive: [])) { table += $0 }
    let rows = table.split(separator: "\r\n")
    #expect(rows.count == 3)
    #expect(
      rows[1].hasPrefix(
        "RIVER-A7K2-000001,gift,,2026-11-20,Riverside Commons,Riverside Market,A,1,'=1+1,food,hour,1.5,26.24,price,"))
    let sheet = try ledger.exportSheet(.published(sensitive: [])).file()
    let again = try ledger.exportSheet(.published(sensitive: [])).file()
    #expect(sheet.starts(with: Array("PK".utf8)))
    #expect(sheet == again)
    #expect(rows[2].contains("reversal entered-twice,RIVER-A7K2-000001,") && rows[2].contains(",-39.36,USD,"))
  }

  /// A spreadsheet that parts cells at semicolons or tabs finds no formula either.
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("a;=1+1", "a;'=1+1"), ("a; @x", "a; '@x"), ("a|-x", "a|'-x"), ("\n=1", "\"\n'=1\""),
    ("＝1", "'＝1"), ("-5", "-5"), ("Soup + bread", "Soup + bread"), (" =1", "\" '=1\""),
  ])
  func aTableHoldsNoFormulas(item: String, cell: String) throws {
    let bench = try Bench()
    let ledger = try bench.open()
    var gift = try draft(1)
    gift.lines[0].texts.item = item
    let entry = try #require(try bench.add([gift], to: ledger).first)
    #expect(entry.exportRows.contains(",A,1,\(cell),food,"), "\(entry.exportRows)")
  }

  // MARK: - Trouble

  @Test func manyAtOnceNeverShareANumber() throws {
    let bench = try Bench()
    let path = bench.path()
    _ = try bench.open()
    let failures = Mutex<[String]>([])
    let chain = try Bench.chain("A7K2")
    let gift = try draft(1)
    DispatchQueue.concurrentPerform(iterations: 8) { worker in
      do {
        var random = SplitMix64(seed: worker)
        let ledger = try Ledger(path: path)
        for _ in 0..<25 { _ = try ledger.append([gift, gift], office: "RIVER", chain: chain, using: &random) }
      } catch { failures.withLock { $0.append("\(error)") } }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(try bench.open().verify().findings == [])
  }

  @Test func aFullDiskLosesNothing() throws {
    let bench = try Bench()
    var ledger: Ledger? = try bench.open()
    try bench.add([try draft()], to: try #require(ledger))
    let before = try Bench.text(try #require(ledger))
    // A database that may not grow is refused room as on a full disk.
    let pages = try #require(try ledger?.read { try Int.fetchOne($0, sql: "PRAGMA page_count") })
    try ledger?.limit(pages: pages + 2)
    #expect(throws: LedgerError.diskFull(path: bench.path())) {
      try bench.add(try (0..<50).map { _ in try draft() }, to: try #require(ledger))
    }
    ledger = nil
    let again = try bench.open()
    #expect(try Bench.text(again) == before)
    #expect(try bench.add([try draft()], to: again).first?.number.sequence == 2)
  }

  @Test func aLockedLedgerIsWaitedForAndThenTold() throws {
    let bench = try Bench()
    try bench.add([try draft()], to: try bench.open())
    let holder = try DatabaseQueue(path: bench.path())
    let ledger = try Ledger(path: bench.path(), patience: 0.2)
    try holder.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      #expect(throws: LedgerError.locked(path: bench.path())) { try bench.add([try draft()], to: ledger) }
      // Reading goes on.
      #expect(try ledger.count() == 1)
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try bench.add([try draft()], to: ledger).first?.number.sequence == 2)
  }

  @Test func whatIsNoLedgerIsLeftAlone() throws {
    let bench = try Bench()
    let path = try bench.scratch.write(String(repeating: "This is no database. ", count: 100), to: "ledger.sqlite")
    #expect(throws: LedgerError.self) { try bench.open() }
    #expect(try String(contentsOfFile: path, encoding: .utf8).hasPrefix("This is no database."))
    #expect(throws: LedgerError.notThere(path: bench.path("none.sqlite"))) {
      try Ledger(path: bench.path("none.sqlite"), access: .readOnly)
    }
    #expect(throws: LedgerError.self) { try Ledger(path: bench.path("no/where.sqlite")) }
  }

  @Test func aDamagedLedgerIsTold() throws {
    let bench = try Bench()
    var ledger: Ledger? = try bench.open()
    try bench.add(try (0..<200).map { _ in try draft() }, to: try #require(ledger))
    try ledger?.checkpoint()
    ledger = nil
    var bytes = try Data(contentsOf: URL(fileURLWithPath: bench.path()))
    for offset in stride(from: 8192, to: bytes.count - 4096, by: 4096) {
      bytes.replaceSubrange(offset..<offset + 2048, with: Data(count: 2048))
    }
    try bytes.write(to: URL(fileURLWithPath: bench.path()))
    #expect(throws: LedgerError.self) {
      let report = try bench.open().verify()
      if !report.isSound || report.count != 200 { throw LedgerError.damaged(path: "", reason: "found") }
    }
  }

  @Test func aNewerLedgerIsLeftAlone() throws {
    let bench = try Bench()
    try bench.add([try draft()], to: try bench.open())
    let newer = try DatabaseQueue(path: bench.path())
    try newer.write { try $0.execute(sql: "INSERT INTO grdb_migrations (identifier) VALUES ('9 from the future')") }
    #expect(throws: LedgerError.newer(path: bench.path())) { try bench.open() }
    #expect(throws: LedgerError.newer(path: bench.path())) { try Ledger(path: bench.path(), access: .readOnly) }
  }

  /// A ledger as the first version made it, without the columns that came later.
  @Test func anOlderLedgerIsBroughtUpToDate() throws {
    for access in [Ledger.Access.readOnly, .readWrite] {
      let bench = try Bench()
      var text = ""
      do {
        let ledger = try bench.open()
        try bench.add([try draft(), try draft()], to: ledger)
        text = try Bench.text(ledger)
      }
      try DatabaseQueue(path: bench.path()).write { db in
        try db.execute(
          sql: """
            DROP INDEX entry_by_previous; DROP INDEX entry_by_revision;
            ALTER TABLE entry DROP COLUMN previous; ALTER TABLE entry DROP COLUMN revision;
            DROP TABLE outbox; DROP TABLE run; DROP TABLE signature;
            DELETE FROM grdb_migrations WHERE identifier NOT LIKE '1 %'
            """)
      }
      let ledger = try Ledger(path: bench.path(), access: access)
      #expect(try Bench.text(ledger) == text)
      #expect(try ledger.heads().map(\.number.sequence) == [2])
      #expect(try ledger.changes(since: 1, limit: 9).entries.map(\.number.sequence) == [2])
      #expect(try ledger.verify().isSound)
    }
  }

  @Test func whatIsNewIsTold() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    let gifts = try bench.add([try draft(), try draft()], to: ledger)
    let before = try ledger.revision()
    #expect(try ledger.changes(since: before, limit: 9).entries.isEmpty)
    let reversal = try bench.reverse(gifts[1].number, in: ledger)
    try ledger.withhold(gifts[0].number, line: 1)
    let (entries, revision) = try ledger.changes(since: before, limit: 9)
    #expect(entries.map(\.number) == [reversal.number, gifts[0].number])
    #expect(try revision == ledger.revision() && revision > before)
    #expect(try ledger.reversals() == [gifts[1].hash: reversal.number])
  }

  @Test func aLedgerIsReadWithoutBeingWritten() throws {
    let bench = try Bench()
    try bench.add([try draft()], to: try bench.open())
    let reader = try Ledger(path: bench.path(), access: .readOnly)
    #expect(try reader.count() == 1)
    #expect(throws: LedgerError.readOnly(path: bench.path())) { try bench.add([try draft()], to: reader) }
  }

  @Test func aChainHasAnEnd() throws {
    let bench = try Bench()
    let ledger = try bench.open()
    let number = try #require(EntryNumber("RIVER-A7K2-999999"))
    let last = try draft(1).entry(number, after: nil, using: &bench.random)
    try ledger.write { try Ledger.insert(last, try $0.makeStatement(sql: LedgerSchema.insert)) }
    #expect(throws: LedgerError.chainIsFull(try Bench.chain("A7K2"))) { try bench.add([try draft(1)], to: ledger) }
  }
}

import Foundation
import TestTools
import Testing

/// A disk that fills, a kill, a folder that takes nothing: no half file under its final name, ever.
@Suite struct CalamityTests {
  /// Runs the program under a shell that first lays an obstacle in its way.
  private func under(_ obstacle: String, _ arguments: String, _ desk: Desk) throws -> Run {
    try Run(
      "/bin/bash", ["-c", "\(obstacle); exec \(Desk.program) \(arguments) --issued 2026-11-20"],
      in: URL(fileURLWithPath: desk.path("")), environment: Desk.environment)
  }

  /// A write that the system refuses in the middle of a file, as it does when a disk is full: here because of a limit on the
  /// size of files, in units of 1,024 bytes.
  @Test(arguments: ["--format pdf", "--format pdf --tags", "--format png", "--format svg", "--share", "--split"])
  func aDiskThatFillsLeavesNothing(format: String) throws {
    let desk = try Desk(["long.csv": Desk.batch(30)])
    _ = try desk.draft("order.csv", "--output", "kept.pdf")  // So that the fonts' cache is written.
    let before = desk.listing
    for limit in [0, 1, 20] {
      let run = try under("trap '' XFSZ; ulimit -f \(limit)", "invoice long.csv --draft \(format)", desk)
      #expect(run.status == 73, "\(limit): \(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("output/"), "\(run.errors)")
      #expect(desk.listing == before)
    }
    // A folder and a file that are there already stay as they were.
    let kept = try desk.bytes("kept.pdf")
    let run = try under("trap '' XFSZ; ulimit -f 4", "invoice order.csv --draft --output kept.pdf --force", desk)
    #expect(run.status == 73)
    #expect(try desk.bytes("kept.pdf") == kept)
  }

  /// The gift is recorded first, so that its number is never lost: what is missing is its paper, and that is said.
  @Test func aDiskThatFillsAfterRecordingIsTold() throws {
    let desk = try Desk()
    let first = try #require(Desk.numbers(try desk.invoice("order.csv")).first)
    let before = desk.listing
    // Nothing fits: nothing is recorded.
    let nothing = try under("trap '' XFSZ; ulimit -f 4", "invoice order.csv", desk)
    #expect(nothing.status == 73 && nothing.output.isEmpty)
    #expect(nothing.errors == "ledger.sqlite: error: the disk takes no more\n  → make room; nothing was recorded\n")
    // The ledger fits, the picture does not.
    let some = try under("trap '' XFSZ; ulimit -f 90", "invoice order.csv --format png", desk)
    let second = first.dropLast() + "2"
    #expect(some.status == 73 && some.output.isEmpty)
    #expect(some.errors.contains("output/\(second).png: error: "), "\(some.errors)")
    #expect(
      some.errors.contains(
        "\(second) is in the ledger, without a paper\n  → print what is missing with: billing-office reprint \(second)\n"
      ))
    #expect(desk.listing == before)
    #expect(try desk.type(["reprint", String(second)]).output == "output/\(second).pdf\n")
    #expect(try desk.type(["ledger", "verify"]).output.contains(second))
  }

  /// SIGKILL cannot be caught: what was written aside stays behind, hidden, and the next run does its work beside it.
  @Test func aKillLeavesNoHalfFile() throws {
    let desk = try Desk(["long.csv": Desk.batch(120)])
    var whole = 0
    var killed = 0
    for step in 0..<16 {
      let output = "out\(step)"
      let run = try under(
        "(sleep 0.\(String(format: "%03d", 15 + step * 45)); kill -9 $$) &",
        "invoice long.csv --draft --split --quiet --output \(output)", desk)
      if run.status == 0 { whole += 1 } else { killed += 1 }
      let papers = desk.listing.filter { $0.hasPrefix("office/\(output)/long") }
      for paper in papers {
        let tail = try Data(contentsOf: URL(fileURLWithPath: desk.scratch.path(paper))).suffix(6)
        #expect(tail == Data("%%EOF\n".utf8))
      }
      let again = try desk.draft("long.csv", "--split", "--quiet", "--output", output, "--force")
      #expect(again.status == 0, "\(again.errors)")
    }
    #expect(killed > 0)
  }

  @Test func aFolderThatTakesNothing() throws {
    let desk = try Desk()
    try FileManager.default.createDirectory(atPath: desk.path("locked"), withIntermediateDirectories: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: desk.path("locked"))
    for (output, words) in [
      ("locked", "locked: error: you may not write in this folder"),
      ("locked/deep", "locked: error: you may not write in this folder"),
    ] {
      // Nothing keeps root out of a folder, so root asks as somebody else.
      let somebody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
      let run = try Run(
        "/bin/bash",
        ["-c", "exec \(somebody)\(Desk.program) invoice order.csv --output \(output) --issued 2026-11-20"],
        in: URL(fileURLWithPath: desk.path("")), environment: Desk.environment)
      #expect(run.status == 73, "\(run.errors)")
      #expect(run.errors.hasPrefix(words), "\(run.errors)")
    }
    #expect(!desk.listing.contains { $0.hasPrefix("office/locked/") })
  }

  // MARK: - Ledgers that cannot be used

  /// Every one is left as it is, byte for byte, and nothing is printed.
  private func refusesRecording(_ desk: Desk, _ words: String, _ before: Data?) throws {
    let run = try desk.invoice("order.csv")
    #expect(run.status == 73 || run.status == 65, "\(run.errors)")
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("ledger.sqlite: error: \(words)"), "\(run.errors)")
    #expect(run.errors.contains("\n  → "), "\(run.errors)")
    #expect(!desk.listing.contains { $0.hasSuffix(".pdf") })
    if let before { #expect(try desk.bytes("ledger.sqlite") == before) }
  }

  @Test func aLedgerThatIsNoneIsLeftAlone() throws {
    let text = String(repeating: "This is my diary. ", count: 500)
    try refusesRecording(try Desk(["ledger.sqlite": text]), "this is no ledger, or it is damaged", Data(text.utf8))
  }

  @Test func aLedgerOfANewerVersionIsLeftAlone() throws {
    let desk = try Desk()
    #expect(try desk.invoice("order.csv", "--output", "first").status == 0)
    try FileManager.default.removeItem(atPath: desk.path("first"))
    let change = "import sqlite3, sys; db = sqlite3.connect(sys.argv[1]);"
    _ = try Python.run(
      change + "db.execute(\"INSERT INTO grdb_migrations VALUES ('9 from the future')\");"
        + "db.commit(); db.close()",
      [desk.path("ledger.sqlite")])
    try refusesRecording(
      desk, "a newer version of billing-office has written this ledger", try desk.bytes("ledger.sqlite"))
  }

  @Test func aLedgerThatSomebodyElseIsWritingIsWaitedFor() throws {
    let desk = try Desk()
    #expect(try desk.invoice("order.csv", "--output", "first").status == 0)
    try FileManager.default.removeItem(atPath: desk.path("first"))
    // Held for longer than anybody waits.
    let hold = Process()
    hold.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    hold.arguments = [
      "python3", "-c",
      "import sqlite3, sys, time; db = sqlite3.connect(sys.argv[1], isolation_level=None); db.execute('BEGIN IMMEDIATE'); print(1, flush=True); time.sleep(60)",
      desk.path("ledger.sqlite"),
    ]
    let ready = Pipe()
    hold.standardOutput = ready
    try hold.run()
    defer { hold.terminate() }
    _ = ready.fileHandleForReading.availableData
    try refusesRecording(desk, "another program holds the ledger", nil)
    hold.terminate()
    hold.waitUntilExit()
    #expect(try desk.invoice("order.csv").status == 0)
  }

  @Test func anOfficeThatTakesNothingRecordsNothing() throws {
    let desk = try Desk()
    let somebody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: desk.scratch.folder.path)
    let open = desk.scratch.path("open")
    try FileManager.default.createDirectory(
      atPath: open, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o777])
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: open)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: desk.path(""))
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: desk.path("")) }
    let before = desk.listing
    let run = try Run(
      "/bin/bash",
      ["-c", "exec \(somebody)\(Desk.program) invoice order.csv --output \(open) --issued 2026-11-20"],
      in: URL(fileURLWithPath: desk.path("")),
      environment: Desk.environment.merging(["XDG_STATE_HOME": open + "/state", "XDG_CACHE_HOME": open + "/cache"]) {
        $1
      })
    #expect(run.status == 73 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("ledger.sqlite: error: "), "\(run.errors)")
    #expect(desk.listing.filter { $0.hasPrefix("office") } == before.filter { $0.hasPrefix("office") })
  }
}

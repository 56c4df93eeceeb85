import Foundation
import TestTools
import Testing

/// A disk that fills, a folder that takes nothing: no half file under its final name, ever.
@Suite(.slow) struct CalamityTests {
  /// Runs the program under a shell that first lays an obstacle in its way.
  private func under(_ obstacle: String, _ arguments: String, _ shell: Shell) throws -> Run {
    try Run(
      "/bin/bash", ["-c", "\(obstacle); exec \(Program.path) \(arguments) --issued 2026-11-20"],
      in: URL(fileURLWithPath: shell.path("")), environment: Shell.environment)
  }

  /// A write that the system refuses in the middle of a file, as it does when a disk is full: here because of a limit on the
  /// size of files, in units of 1,024 bytes.
  @Test(arguments: ["--format pdf", "--format pdf --tags", "--format png", "--format svg", "--share", "--split"])
  func aDiskThatFillsLeavesNothing(format: String) throws {
    let shell = try Shell(["long.csv": OfficeFiles.batch(30)])
    _ = try shell.draft("order.csv", "--output", "kept.pdf")  // So that the fonts' cache is written.
    let before = shell.listing
    for limit in [0, 1, 20] {
      let run = try under("trap '' XFSZ; ulimit -f \(limit)", "invoice long.csv --draft \(format)", shell)
      #expect(run.status == 73, "\(limit): \(run.errors)")
      #expect(run.output.isEmpty)
      #expect(run.errors.contains("output/"), "\(run.errors)")
      #expect(shell.listing == before)
    }
    // A folder and a file that are there already stay as they were.
    let kept = try shell.bytes("kept.pdf")
    let run = try under("trap '' XFSZ; ulimit -f 4", "invoice order.csv --draft --output kept.pdf --force", shell)
    #expect(run.status == 73)
    #expect(try shell.bytes("kept.pdf") == kept)
  }

  /// The gift is recorded first, so that its number is never lost: what is missing is its paper, and that is said.
  @Test func aDiskThatFillsAfterRecordingIsTold() throws {
    let shell = try Shell()
    let first = try #require(Shell.numbers(try shell.invoice("order.csv")).first)
    let before = shell.listing
    // Nothing fits: nothing is recorded.
    let nothing = try under("trap '' XFSZ; ulimit -f 4", "invoice order.csv --again", shell)
    #expect(nothing.status == 73 && nothing.output.isEmpty)
    #expect(nothing.errors == "ledger.sqlite: error: the disk takes no more\n  → make room; nothing was recorded\n")
    // The ledger fits, the picture does not.
    let some = try under("trap '' XFSZ; ulimit -f 90", "invoice order.csv --again --format png", shell)
    let second = first.dropLast() + "2"
    #expect(some.status == 73 && some.output.isEmpty)
    #expect(some.errors.contains("output/\(second).png: error: "), "\(some.errors)")
    #expect(
      some.errors.contains(
        "\(second) is in the ledger, without a paper\n  → make what is missing with: billing-office reprint --unprinted\n"
      ))
    #expect(shell.listing == before)
    #expect(try shell.type(["reprint", "--unprinted"]).output == "output/\(second).png\n")
    #expect(try shell.type(["ledger", "verify"]).output.contains(second))
  }

  @Test func aFolderThatTakesNothing() throws {
    let shell = try Shell()
    try FileManager.default.createDirectory(atPath: shell.path("locked"), withIntermediateDirectories: false)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: shell.path("locked"))
    for (output, words) in [
      ("locked", "locked: error: you may not write in this folder"),
      ("locked/deep", "locked: error: you may not write in this folder"),
    ] {
      // Nothing keeps root out of a folder, so root asks as somebody else.
      let somebody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
      let run = try Run(
        "/bin/bash",
        ["-c", "exec \(somebody)\(Program.path) invoice order.csv --output \(output) --issued 2026-11-20"],
        in: URL(fileURLWithPath: shell.path("")), environment: Shell.environment)
      #expect(run.status == 73, "\(run.errors)")
      #expect(run.errors.hasPrefix(words), "\(run.errors)")
    }
    #expect(!shell.listing.contains { $0.hasPrefix("office/locked/") })
  }

  @Test func anOfficeThatTakesNothingRecordsNothing() throws {
    let shell = try Shell()
    let somebody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: shell.scratch.folder.path)
    let open = shell.scratch.path("open")
    try FileManager.default.createDirectory(
      atPath: open, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o777])
    try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: open)
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: shell.path(""))
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: shell.path("")) }
    let before = shell.listing
    let run = try Run(
      "/bin/bash",
      ["-c", "exec \(somebody)\(Program.path) invoice order.csv --output \(open) --issued 2026-11-20"],
      in: URL(fileURLWithPath: shell.path("")),
      environment: Shell.environment.merging(["XDG_STATE_HOME": open + "/state", "XDG_CACHE_HOME": open + "/cache"]) {
        $1
      })
    #expect(run.status == 73 && run.output.isEmpty)
    #expect(run.errors.hasPrefix("ledger.sqlite: error: "), "\(run.errors)")
    #expect(shell.listing.filter { $0.hasPrefix("office") } == before.filter { $0.hasPrefix("office") })
  }
}

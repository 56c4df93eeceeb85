import ArgumentParser
import BillingOffice
import Foundation
import Ledger

/// `billing-office ledger verify`
struct LedgerVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Checks every entry: its hash, its place in the chain, its sums.",
    discussion: """
      A chain shows tampering only to those who kept an earlier head of it: keep what this command prints, and give it with \
      --heads next time.

      Examples:
        billing-office ledger verify > heads.txt
        billing-office ledger verify --heads heads.txt
        billing-office ledger verify their-ledger.jsonl
      """)

  @Argument(help: "A ledger's file: .sqlite, or an export ending in .jsonl (default: the office's own).")
  var file: String?

  @Option(help: ArgumentHelp("Heads that you kept earlier: a line each, NUMBER HASH.", valueName: "FILE"))
  var heads: String?

  @OptionGroup var place: OfficeOption

  func run() throws {
    try Terminal.reporting {
      let kept = try heads.map(readHeads) ?? []
      let report: LedgerReport
      var newHeads: [LedgerHead] = []
      let shown: String
      if let file, file.lowercased().hasSuffix(".jsonl") {
        shown = file
        report = try telling { () throws(LedgerError) in try LedgerFile.verify(file, heads: kept) }
      } else if let file {
        shown = file
        let ledger = try telling { () throws(LedgerError) in try Ledger(path: file, access: .readOnly) }
        report = try telling { () throws(LedgerError) in try ledger.verify(heads: kept) }
      } else {
        let desk = try place.desk()
        let ledger = try desk.open()
        shown = Surroundings.shown(ledger.path)
        report = try desk.told { () throws(LedgerError) in try ledger.verify(heads: kept) }
        newHeads = report.heads
      }
      let findings = report.findings.map { Diagnostic.of($0, file: shown) }
      if !report.isSound { throw Diagnostics(findings) }
      Terminal.tell(findings)
      for head in newHeads { Terminal.out("\(head.number) \(head.hash)") }
      Terminal.note("✓ \(report.count) entries are as they were recorded")
    }
  }

  private func readHeads(_ path: String) throws -> [LedgerHead] {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Diagnostics(.error, .noInput, file: path, message: "there is no such file, or it cannot be read")
    }
    guard let heads = LedgerHead.read(text) else {
      throw Diagnostics(file: path, message: "this is no file of heads", hint: "each line is a number and a hash")
    }
    return heads
  }

  private func telling<T>(_ body: () throws(LedgerError) -> T) throws -> T {
    do { return try body() } catch { throw Diagnostics(.of(error)) }
  }
}

/// `billing-office ledger export`
struct LedgerExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes a copy of the ledger: .jsonl to check or join, .csv for a spreadsheet.",
    discussion: """
      A copy tells the day and not the minute, and of sensitive categories the amounts only. --full keeps everything, for \
      another desk of the same office; do not publish it.

      Examples:
        billing-office ledger export ledger.jsonl
        billing-office ledger export for-desk-b.jsonl --full
      """)

  @Argument(help: "The file to write, ending in .jsonl or .csv.")
  var file: String

  @Flag(help: "Everything, for another desk of the same office.")
  var full = false

  @Flag(help: "Overwrite the file if it is there already.")
  var force = false

  @OptionGroup var place: OfficeOption

  func run() throws {
    try Terminal.reporting {
      let desk = try place.desk()
      let path = try desk.export(to: file, full ? .full : desk.published, force: force)
      Terminal.out(Surroundings.shown(path))
    }
  }
}

/// `billing-office ledger merge`
struct LedgerMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Joins other ledgers to the office's own, in any order and as often as you like.",
    discussion: """
      Example:
        billing-office ledger merge desk-b.jsonl ../laptop-3/ledger.sqlite
      """)

  @Argument(help: "Ledgers: .sqlite, or exports ending in .jsonl.")
  var files: [String]

  @OptionGroup var place: OfficeOption

  func run() throws {
    try Terminal.reporting {
      let desk = try place.desk()
      let ledger = try desk.openOrMake()
      for file in files {
        let merge = try desk.told { () throws(LedgerError) in try ledger.merge(file) }
        Terminal.out("\(file): \(merge.added) new, \(merge.changed) changed")
      }
    }
  }
}

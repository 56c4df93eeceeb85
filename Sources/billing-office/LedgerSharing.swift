import ArgumentParser
import BillingOffice
import Foundation

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

  @Argument(
    help: "A ledger's file: .sqlite, or an export ending in .jsonl (default: the office's own).",
    completion: Completions.ledgers)
  var file: String?

  @Option(
    help: ArgumentHelp("Heads that you kept earlier: a line each, NUMBER HASH.", valueName: "FILE"), completion: .file()
  )
  var heads: String?

  @OptionGroup var place: OfficeOption

  func run() throws {
    try Terminal.reporting {
      let verdict =
        if let file { try OfficeLedger.verify(file, heads: heads) } else { try place.ledger().verify(heads: heads) }
      if !verdict.isSound { throw Diagnostics(verdict.findings) }
      Terminal.tell(verdict.findings)
      for head in verdict.heads { Terminal.out(head) }
      for key in verdict.keys { Terminal.note(key) }
      Terminal.note(
        "✓ \(verdict.count == 1 ? "1 entry is as it was" : "\(verdict.count) entries are as they were") recorded")
    }
  }
}

/// `billing-office ledger export`
struct LedgerExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes a copy of the ledger: .jsonl to check or join, .csv or .ods for a spreadsheet.",
    discussion: """
      A copy tells the day and not the minute, and of gifts with anything sensitive their numbers only. --full keeps \
      everything, for another desk of the same office; do not publish it.

      Examples:
        billing-office ledger export ledger.jsonl
        billing-office ledger export for-desk-b.jsonl --full
        billing-office ledger export ledger.ods
      """)

  @Argument(help: "The file to write, ending in .jsonl, .csv or .ods.", completion: Completions.exports)
  var file: String

  @Flag(help: "Everything, for another desk of the same office.")
  var full = false

  @Flag(help: "Overwrite the file if it is there already.")
  var force = false

  @OptionGroup var place: OfficeOption

  func run() throws {
    try Terminal.reporting {
      Terminal.out(Surroundings.shown(try place.ledger().export(to: file, isFull: full, force: force)))
    }
  }
}

/// `billing-office ledger merge`
struct LedgerMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Joins other ledgers to the office's own, in any order and as often as you like.",
    discussion: """
      What only adds entries of other desks, or puts back what this machine has recorded and lost, is joined at once. What would \
      change what is here is shown first, and asked about. A copy of the ledger as it was is kept beside it.

      Example:
        billing-office ledger merge desk-b.jsonl ../laptop-3/ledger.sqlite
      """)

  @Argument(help: "Ledgers: .sqlite, or exports ending in .jsonl.", completion: Completions.ledgers)
  var files: [String]

  @Flag(help: "Change what is here as the files say, without being asked.")
  var yes = false

  @OptionGroup var place: OfficeOption

  func run() throws {
    try Terminal.reporting {
      let ledger = try place.ledger()
      var hasRefused = false
      for file in files {
        let merge = try join(file, to: ledger)
        Terminal.out("\(file): \(merge.added) new, \(merge.changed) changed")
        for line in MergeWords.keptOut(merge) { Terminal.note(line) }
        if merge.added == 0, merge.changed == 0, !merge.keptOut.isEmpty { hasRefused = true }
        if let copy = merge.copy { Terminal.note(MergeWords.puttingBack(Surroundings.shown(copy), ledger.shown)) }
      }
      // Whoever joins ledgers by a script must not take it for done.
      if hasRefused { throw ExitCode(EX_DATAERR) }
    }
  }

  /// Joins a file; where something of what is here would change, it is shown and asked about first, and nothing but that is done.
  private func join(_ file: String, to ledger: OfficeLedger) throws -> JoinedLedger {
    var request = MergeRequest(file, consent: yes ? .all : .to([]), moment: Surroundings.moment)
    do throws(Diagnostics) { return try ledger.merge(request) } catch {
      guard Terminal.canAsk, case .notAgreed(_, let changes)? = error.all.first?.fact as? LedgerFault else {
        throw error
      }
      for line in MergeWords.changes(changes) { Terminal.note(line) }
      try Terminal.ask("Join \(file) all the same?", option: "--yes")
      request.consent = .to(Set(changes))
      return try ledger.merge(request)
    }
  }
}

import ArgumentParser
import BillingOffice

extension OfficeOption {
  func open(isQuiet: Bool = false) throws -> Office { try Surroundings.office(named: office, isQuiet: isQuiet) }

  func ledger() throws -> OfficeLedger { try open().ledger }
}

/// `billing-office ledger list`
struct LedgerListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the newest entries, the newest first.",
    discussion: """
      Example:
        billing-office ledger list --limit 100
      """)

  @Option(help: ArgumentHelp("How many entries.", valueName: "N"))
  var limit = 20

  @OptionGroup var place: OfficeOption

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  func run() throws {
    try Terminal.reporting {
      let (entries, count) = try place.ledger().newest(limit)
      for entry in entries { Terminal.out(LedgerText.row(of: entry)) }
      if count > entries.count { Terminal.note("\(entries.count) of \(count) entries; more with --limit") }
    }
  }
}

/// `billing-office ledger show`
struct LedgerShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows an entry with its lines, sources, seal and hash.",
    discussion: """
      Example:
        billing-office ledger show RIVER-A7K2-000042
      """)

  @Argument(help: "The paper's number.", completion: Completions.numbers)
  var number: String

  @OptionGroup var place: OfficeOption

  func run() throws {
    try Terminal.reporting {
      let ledger = try place.ledger()
      let number = try ledger.number(number)
      for (entry, reversal) in try ledger.entries(number) {
        for line in LedgerText.lines(of: entry, takenBackBy: reversal) { Terminal.out(line) }
      }
      if let key = try ledger.fingerprint(of: number) { Terminal.out("chain signed with the key \(key)") }
    }
  }
}

/// `billing-office ledger total`
struct LedgerTotalCommand: ParsableCommand {
  enum Grouping: String, ExpressibleByArgument, CaseIterable {
    case month, category, desk
  }

  static let configuration = CommandConfiguration(
    commandName: "total",
    abstract: "Adds up what was given, each currency for itself. What was taken back does not count.",
    discussion: """
      Examples:
        billing-office ledger total
        billing-office ledger total --by category
      """)

  @Option(help: "month, category or desk.")
  var by: Grouping?

  @OptionGroup var place: OfficeOption

  func run() throws {
    try Terminal.reporting {
      let totals = try place.ledger().totals(by: by?.rawValue)
      for total in totals { Terminal.out(LedgerText.row(of: total)) }
      if totals.isEmpty { Terminal.note("Nothing has been given yet.") }
    }
  }
}

import ArgumentParser

/// `billing-office ledger`
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger",
    abstract: "The public record of what was given: look, add up, check, correct, join, pass on.",
    discussion: """
      Examples:
        billing-office ledger list
        billing-office ledger total --by month
        billing-office ledger verify
        billing-office ledger export ledger.jsonl
        billing-office ledger publish site
      """,
    subcommands: [
      LedgerListCommand.self, LedgerShowCommand.self, LedgerTotalCommand.self, LedgerVerifyCommand.self,
      LedgerReverseCommand.self, LedgerWithholdCommand.self, LedgerExportCommand.self, LedgerMergeCommand.self,
      LedgerPublishCommand.self,
    ])
}

/// Which office.
struct OfficeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The office's folder (default: where you stand, or its nearest parent with an office.yaml).", valueName: "DIR"),
    completion: .directory)
  var office: String?
}

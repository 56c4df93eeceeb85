import ArgumentParser
import BillingOffice
import Foundation

/// `billing-office`: arguments in, messages and exit code out.
@main
struct BillingOfficeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "billing-office",
    abstract: "Prints mock invoices for what neighbours give: every market price with its source, total due zero.",
    discussion: """
      Examples:
        billing-office new my-market
        cd my-market
        billing-office invoice order.csv
        billing-office check
      """,
    version: "billing-office 0.2.0",
    subcommands: [
      NewCommand.self, InvoiceCommand.self, ReceiptCommand.self, GiveCommand.self, ReprintCommand.self,
      ItemsCommand.self,
      PrinterCommand.self,
      SignsCommand.self, PriceListCommand.self,
      LedgerCommand.self,
    ] + SheetCommands.all + [
      CheckCommand.self, TemplateCommand.self, PreviewCommand.self, DoctorCommand.self,
    ])

  static func main() {
    Surroundings.forgetLanguages()
    // The program's own errand to itself, which nobody types and no help shows.
    let words = Array(CommandLine.arguments.dropFirst())
    if words.first == Surroundings.cell.word { Foundation.exit(CellWorker.run(Array(words.dropFirst()))) }
    Interruption.listen()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let arguments = Array(CommandLine.arguments.dropFirst())
      let code = exitCode(for: error)
      // A shell that asks what to offer is answered, or not; nobody reads why.
      let isSilent = arguments.first == "---completion" && !code.isSuccess
      let message = isSilent ? "" : fullMessage(for: error)
      Terminal.leave(code == .validationFailure && !isSilent ? UsageHint(arguments).added(to: message) : message, code)
    }
  }
}

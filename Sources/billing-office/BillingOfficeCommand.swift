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
      NewCommand.self, DeskCommand.self, InvoiceCommand.self, ReceiptCommand.self, GiveCommand.self,
      ReprintCommand.self,
      ItemsCommand.self,
      PrinterCommand.self,
      SignsCommand.self, PriceListCommand.self,
      LedgerCommand.self,
    ] + SheetCommands.all + [
      CheckCommand.self, TemplateCommand.self, PreviewCommand.self, DoctorCommand.self,
    ])

  static func main() {
    Surroundings.forgetLanguages()
    let arguments = Array(CommandLine.arguments.dropFirst())
    // The program's own errand to itself, which nobody types and no help shows.
    if arguments.first == Surroundings.cell.word { Foundation.exit(CellWorker.run(Array(arguments.dropFirst()))) }
    Interruption.listen()
    do {
      var command = try command(typed: arguments)
      try command.run()
    } catch {
      Terminal.leave(message(for: error, typed: arguments), exitCode(for: error))
    }
  }

  /// The command that is meant.
  ///
  /// - Parameter arguments: what was typed behind the program's name.
  /// - Returns: the command, with its options.
  /// - Throws: what the parser of arguments throws.
  static func command(typed arguments: [String]) throws -> any ParsableCommand {
    // Going down from the program to a command, the parser looks at the options of each again and again, which is a twentieth of the
    // time until a receipt begins to print. So a command is asked first whether it understands; the parser knows better why not.
    let named = configuration.subcommands.first { $0.configuration.commandName == arguments.first }
    if let named, named.configuration.subcommands.isEmpty, let command = try? named.parse(Array(arguments.dropFirst()))
    {
      return command
    }
    return try parseAsRoot(arguments)
  }

  /// What is said when arguments are not understood, or a help text is asked for.
  ///
  /// - Parameters:
  ///   - error: what the parser of arguments has thrown, or a command that has told already what went wrong.
  ///   - arguments: what was typed behind the program's name.
  /// - Returns: the message; empty where there is nothing to say any more.
  static func message(for error: any Error, typed arguments: [String]) -> String {
    let code = exitCode(for: error)
    // A shell that asks what to offer is answered, or not; nobody reads why.
    if arguments.first == "---completion", !code.isSuccess { return "" }
    let message = fullMessage(for: error)
    return code == .validationFailure ? UsageHint(arguments).added(to: message) : message
  }
}

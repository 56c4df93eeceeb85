import ArgumentParser
import BillingOffice

/// `billing-office reprint`
struct ReprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprint",
    abstract: "Prints a paper again from the ledger, by the current template, marked as a reprint.",
    discussion: """
      Examples:
        billing-office reprint RIVER-A7K2-000042
        billing-office reprint RIVER-A7K2-000042 --receipt --paper 80mm --to tcp://192.168.1.50:9100
      """)

  @Argument(help: "The paper's number.")
  var number: String

  @OptionGroup var place: OfficeOption
  @OptionGroup var look: LookOptions

  @Option(help: ArgumentHelp("Where the paper goes (default: output in the office).", valueName: "DIR|FILE"))
  var output: String?

  @OptionGroup var picture: FormatOptions

  @Flag(help: "As a receipt rather than an invoice.")
  var receipt = false

  @OptionGroup var printer: PrinterOption

  @Flag(help: "Overwrite a file that is there already.")
  var force = false

  func validate() throws {
    try picture.check(output: output)
    try printer.check(picture, output: output)
  }

  func run() throws {
    try Terminal.reporting {
      let office = try place.open()
      let request = ReprintRequest(
        kind: receipt ? .receipt : .invoice, number: try LedgerDesk(office).number(number), look: look.look,
        output: output,
        format: try picture.format(of: output, usual: printer.target == nil ? .pdf : .escpos), force: force)
      let papers = try office.reprint(request)
      for path in papers.paths { Terminal.out(Surroundings.shown(path)) }
      Terminal.tell(papers.warnings)
      try printer.deliver(papers, on: look.paper)
    }
  }
}

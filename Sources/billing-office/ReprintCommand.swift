import ArgumentParser
import BillingOffice

/// `billing-office reprint`
struct ReprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprint",
    abstract: "Prints a paper again from the ledger, by the current template, marked as a reprint.",
    discussion: """
      With --unprinted it prints what a printer did not take, for the first time and unmarked.

      Examples:
        billing-office reprint RIVER-A7K2-000042
        billing-office reprint RIVER-A7K2-000042 --receipt --paper 80mm --to tcp://192.168.1.50:9100
        billing-office reprint --unprinted
        billing-office reprint --unprinted --print laser-2
      """)

  @Argument(help: "The paper's number.")
  var number: String?

  @OptionGroup var place: OfficeOption
  @OptionGroup var look: LookOptions

  @Option(help: ArgumentHelp("Where the paper goes (default: output in the office).", valueName: "DIR|FILE"))
  var output: String?

  @OptionGroup var picture: FormatOptions

  @Flag(help: "As a receipt rather than an invoice.")
  var receipt = false

  @Flag(help: "Everything that a printer did not take, on the printer it was meant for or the one that is named.")
  var unprinted = false

  @OptionGroup var printer: PrinterOption

  @Flag(help: "Overwrite a file that is there already.")
  var force = false

  func validate() throws {
    try picture.check(output: output, isForPrinter: printer.isNamed)
    try printer.check(picture, output: output)
    if unprinted {
      let isPlain = number == nil && output == nil && !picture.isSaid && look.paper == nil && look.template == nil
      guard isPlain, look.locale == nil else {
        throw ValidationError("--unprinted prints what is missing as it was meant; name only a printer with it.")
      }
    } else if number == nil {
      throw ValidationError("Name the paper's number, such as RIVER-A7K2-000042, or say --unprinted.")
    }
  }

  func run() throws {
    try Terminal.reporting {
      let office = try place.open()
      let target = try printer.printer(of: office, picture, wantsFile: true)
      if unprinted { return try printMissing(office, on: target) }
      let request = ReprintRequest(
        receipt ? ReceiptKind() : InvoiceKind(), try office.ledger.number(number ?? ""), look: look.look,
        output: OutputWish(output, format: try picture.format(of: output), force: force))
      if let target { return PrinterOption.tell(try office.reprint(request, on: target), on: target) }
      Terminal.tell(try office.reprint(request))
    }
  }

  private func printMissing(_ office: Office, on target: Printer?) throws {
    Interruption.listen()
    let papers = try office.printUnprinted(on: target, Interruption.observer(nil))
    Terminal.tell(papers.warnings)
    if papers.numbers.isEmpty { return Terminal.note("Nothing is missing: every receipt is printed.") }
    for number in papers.numbers { Terminal.out("\(number) printed") }
  }
}

import ArgumentParser
import BillingOffice

/// `billing-office reprint`
struct ReprintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reprint",
    abstract: "Prints papers again from the ledger, by the current template, marked as reprints.",
    discussion: """
      With --unprinted it makes what is recorded and has no paper yet, for the first time and unmarked: what a printer did not \
      take, and what was not made because the program was stopped. A number may be its figures alone, and FROM..TO is a range.

      Examples:
        billing-office reprint RIVER-A7K2-000042
        billing-office reprint RIVER-A7K2-000042 --receipt --paper 80mm --to tcp://192.168.1.50:9100
        billing-office reprint --last
        billing-office reprint 5..9 12
        billing-office reprint --today --output today.pdf
        billing-office reprint --unprinted
        billing-office reprint --unprinted --print laser-2
      """)

  @Argument(
    help: ArgumentHelp("The papers' numbers, and ranges of them such as 5..9.", valueName: "NUMBER"),
    completion: Completions.numbers)
  var numbers: [String] = []

  @Flag(help: "The paper of the gift that this desk has recorded last.")
  var last = false

  @Flag(help: "All papers of today.")
  var today = false

  @Flag(help: "Print several without being asked.")
  var yes = false

  @OptionGroup var place: OfficeOption
  @OptionGroup var look: LookOptions

  @Option(
    help: ArgumentHelp("Where the paper goes (default: output in the office).", valueName: "DIR|FILE"),
    completion: .file())
  var output: String?

  @OptionGroup var picture: FormatOptions

  @Flag(help: "As a receipt rather than an invoice.")
  var receipt = false

  @Flag(help: "Everything that has no paper yet, where it was meant to go or on the printer that is named.")
  var unprinted = false

  @OptionGroup var printer: PrinterOption

  @Flag(help: "Overwrite a file that is there already.")
  var force = false

  func validate() throws {
    try picture.check(output: output, isForPrinter: printer.isNamed)
    try printer.check(picture, output: output)
    if unprinted {
      let isPlain =
        numbers.isEmpty && !last && !today && output == nil && !picture.isSaid && look.paper == nil
        && look.template == nil
      guard isPlain, look.locale == nil else {
        throw ValidationError("--unprinted prints what is missing as it was meant; name only a printer with it.")
      }
    } else if [!numbers.isEmpty, last, today].count(where: { $0 }) != 1 {
      throw ValidationError(
        "Name papers by their numbers, such as RIVER-A7K2-000042, 42 or 5..9, or say --last, --today or --unprinted.")
    }
  }

  func run() throws {
    try Terminal.reporting {
      // Whoever prints what is missing need not be reminded of it.
      let office = try place.open(isQuiet: unprinted)
      let target = try printer.printer(of: office, picture, wantsFile: true)
      if unprinted { return try printMissing(office, on: target) }
      let chosen = try choose(office.ledger)
      if chosen.isEmpty { return Terminal.note("Nothing was given today yet.") }
      if chosen.count > 1, !yes { try Terminal.ask("Print \(chosen.count) papers again?", option: "--yes") }
      let request = ReprintRequest(
        receipt ? ReceiptKind() : InvoiceKind(), chosen, look: look.look,
        output: OutputWish(output, format: try picture.format(of: output), pdf: picture.version, force: force))
      if let target {
        return PrinterOption.tell(try office.reprint(request, on: target, Interruption.observer(nil)), on: target)
      }
      Terminal.tell(try office.reprint(request))
    }
  }

  private func choose(_ ledger: OfficeLedger) throws -> [LedgerNumber] {
    if last { return [try ledger.last()] }
    if today { return try ledger.gifts(of: Surroundings.today) }
    return try ledger.numbers(numbers)
  }

  private func printMissing(_ office: Office, on target: Printer?) throws {
    let papers = try office.printUnprinted(on: target, at: Surroundings.moment, Interruption.observer(nil))
    for number in papers.numbers { Terminal.out("\(number) printed") }
    Terminal.tell(papers)
    let isNothing = papers.numbers.isEmpty && papers.paths.isEmpty && papers.warnings.isEmpty
    if isNothing { Terminal.note("Nothing is missing: every gift has its paper.") }
  }
}

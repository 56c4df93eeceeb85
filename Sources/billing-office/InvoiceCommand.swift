import ArgumentParser
import BillingOffice
import Bookkeeping
import Foundation

/// `billing-office invoice`
struct InvoiceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "invoice",
    abstract: "Records the gifts of an order, prints their invoices, and names the files.",
    discussion: """
      An order is a CSV file with the columns item and quantity; a column invoice makes several invoices of it. The gifts \
      are recorded in the office's ledger, which numbers and seals the papers. With --draft nothing is recorded: the papers \
      are marked DRAFT, and their code leads to the ledger's front page.

      Examples:
        billing-office invoice order.csv
        billing-office invoice order.csv --draft --paper A5
        billing-office invoice orders.csv --split
        billing-office invoice orders.csv --output tonight.pdf
        billing-office invoice order.csv --share
      """)

  @Argument(help: "The order: a CSV file with the columns item and quantity, and perhaps invoice.")
  var order: String

  @OptionGroup var place: OfficeOptions
  @OptionGroup var look: LookOptions

  @Option(help: ArgumentHelp("Where the papers go (default: output in the office).", valueName: "DIR|FILE"))
  var output: String?

  @OptionGroup var picture: FormatOptions

  @Flag(help: "Overwrite files that are there already.")
  var force = false

  @Flag(help: "A file for each invoice instead of one for all.")
  var split = false

  @Flag(help: "Print without recording: papers marked DRAFT, without numbers.")
  var draft = false

  @Option(help: ArgumentHelp("The day of issue, YYYY-MM-DD (default: today).", valueName: "DATE"))
  var issued: String?

  @Option(
    help: ArgumentHelp(
      "How many files to make at the same time (default: one a processor; volumes one by one, to save memory).",
      valueName: "N"))
  var jobs: Int?

  @Flag(
    inversion: .prefixedNo,
    help: "Structure that can be read aloud (default: with one invoice, not with many, which are printed).")
  var tags: Bool?

  @Flag(help: "Say nothing but errors and the files' paths.")
  var quiet = false

  func validate() throws {
    try picture.check(output: output)
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
    try Day.check(issued)
  }

  func run() throws {
    try Terminal.reporting {
      let office = try place.open()
      let request = InvoiceRequest(
        order: order, prices: place.prices, look: look.look, output: output, format: try picture.format(of: output),
        force: force, isSplit: split, isTagged: tags, recordedAt: draft ? nil : Surroundings.moment,
        issued: Day.meant(issued),
        workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount, volumeWorkers: jobs ?? 1)
      let progress = quiet ? nil : ProgressReport(of: "invoices")
      defer { progress?.finish() }
      Interruption.listen()
      let papers = try office.printInvoices(
        request, progress: { done, total in progress?.report(done, of: total) },
        isCancelled: { Interruption.isWanted })
      progress?.finish()
      for path in papers.paths { Terminal.out(Surroundings.shown(path)) }
      if !quiet { Terminal.tell(papers.warnings) }
    }
  }
}

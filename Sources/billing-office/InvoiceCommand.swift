import ArgumentParser
import BillingOffice

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
        billing-office invoice --last --share
      """)

  @Argument(
    help: "The order: a CSV file with the columns item and quantity, and perhaps invoice, or a list; - reads a pipe.",
    completion: Completions.tables)
  var order: String?

  @OptionGroup var gift: GiftOptions
  @OptionGroup var recorded: RecordedOption

  @Option(help: ArgumentHelp("How many papers to make at the same time (default: one a processor).", valueName: "N"))
  var jobs: Int?

  @Flag(
    inversion: .prefixedNo,
    help: "Structure that can be read aloud (default: with one invoice, not with many, which are printed).")
  var tags: Bool?

  func validate() throws {
    try gift.check()
    try recorded.check(order, gift)
    if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
  }

  func run() throws {
    guard let order else { return try gift.printAgain(InvoiceKind(), recorded) }
    try gift.print({ try request(order) })
  }

  /// What is asked for of an order.
  func request(_ order: String) throws -> GiftRequest {
    try gift.request(InvoiceKind(), .order(Surroundings.input(order)), isTagged: tags, jobs: jobs)
  }
}

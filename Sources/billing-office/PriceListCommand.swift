import ArgumentParser
import BillingOffice

/// `billing-office price-list`
struct PriceListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "price-list",
    abstract: "Makes a poster of all that a stall gives, with what the market would charge.",
    discussion: """
      Stalls are those of a sign list, or else the categories of the price book.

      Examples:
        billing-office price-list --stall repair
        billing-office price-list signs.csv --paper A3
        billing-office price-list --split
      """)

  @Argument(help: "The sign list whose stalls are meant: a CSV file with the columns item and stall.")
  var list: String?

  @OptionGroup var place: OfficeOptions
  @OptionGroup var look: LookOptions

  @Option(help: ArgumentHelp("Only the list of this stall.", valueName: "NAME"))
  var stall: String?

  @Option(help: ArgumentHelp("Where the lists go (default: output in the office).", valueName: "DIR|FILE"))
  var output: String?

  @OptionGroup var picture: FormatOptions

  @Flag(help: "Overwrite files that are there already.")
  var force = false

  @Flag(help: "A file for each stall instead of one for all.")
  var split = false

  @Option(help: ArgumentHelp("The day that stands on it, YYYY-MM-DD (default: today).", valueName: "DATE"))
  var issued: String?

  func validate() throws {
    try picture.check(output: output)
    try Day.check(issued)
  }

  func run() throws {
    try Terminal.reporting {
      let papers = try place.open().printPriceLists(
        PriceListRequest(
          list: list, prices: place.prices, stall: stall, look: look.look, output: output,
          format: try picture.format(of: output), force: force, isSplit: split, issued: Day.meant(issued)))
      for path in papers.paths { Terminal.out(Surroundings.shown(path)) }
      Terminal.tell(papers.warnings)
    }
  }
}

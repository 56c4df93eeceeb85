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

  @Argument(
    help: "The sign list whose stalls are meant: a CSV file with the columns item and stall.",
    completion: Completions.tables)
  var list: String?

  @OptionGroup var place: OfficeOptions
  @OptionGroup var look: LookOptions

  @OptionGroup var stalls: StallOptions

  func validate() throws { try stalls.check() }

  func run() throws {
    try Terminal.reporting {
      let office = try place.open()
      let request = PriceListRequest(
        list: list.map(Surroundings.input), prices: place.prices, stall: stalls.stall, look: look.look,
        output: try stalls.wish(),
        issued: Day.meant(stalls.issued))
      Terminal.tell(try ClockQuestion.asking(request, day: stalls.issued) { try office.make($0) })
    }
  }
}

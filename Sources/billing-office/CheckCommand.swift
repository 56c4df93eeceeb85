import ArgumentParser
import BillingOffice

/// `billing-office check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks over office, prices, orders, template and fonts, tells every fault at once, and writes nothing.",
    usage: "billing-office check [<options>] [<orders> ...]",
    discussion: """
      Examples:
        billing-office check
        billing-office check tonight.csv --paper A5
      """)

  @Argument(
    help: "Orders to check (default: order.csv and orders.csv in the office).", completion: Completions.tables)
  var orders: [String] = []

  @OptionGroup var place: OfficeOptions
  @OptionGroup var look: LookOptions

  @Option(
    help: ArgumentHelp("The day of issue, YYYY-MM-DD (default: today).", valueName: "DATE"),
    completion: Completions.days)
  var issued: String?

  @Flag(help: "Say nothing but faults.")
  var quiet = false

  func validate() throws {
    try Day.check(issued)
  }

  func run() throws {
    try Terminal.reporting {
      var request = CheckRequest(
        orders: orders.isEmpty ? nil : orders.map(Surroundings.input), prices: place.prices, look: look.look,
        issued: Day.meant(issued))
      request.isDayOfClock = issued == nil
      let report = try place.open().check(request)
      if report.hasErrors { throw Diagnostics(report.faults) }
      if !quiet {
        for sound in report.sound { Terminal.out("✓ \(sound.sentence)") }
      }
      Terminal.tell(report.faults)
    }
  }
}

import ArgumentParser
import BillingOffice

/// `billing-office check`
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Looks over office, prices, orders, template and fonts, or a file, and tells every fault at once.",
    usage: "billing-office check [<options>] [<files> ...]",
    discussion: """
      Of a file it tells what it is, a price book, an order, a list of signs or of names, how its letters, columns, numbers and dates
      were understood, and which prices are worth a second look. Orders are tried out on paper, too. Only --fix writes something.

      Examples:
        billing-office check
        billing-office check tonight.csv --paper A5
        billing-office check prices.xlsx#Food
        billing-office check prices.csv --fix
        billing-office check prices.csv --json
      """)

  @Argument(
    help: "Files to look at (default: the office, with order.csv and orders.csv).", completion: Completions.tables)
  var files: [String] = []

  @OptionGroup var place: OfficeOptions
  @OptionGroup var look: LookOptions

  @Option(
    help: ArgumentHelp("The day of issue, YYYY-MM-DD (default: today).", valueName: "DATE"),
    completion: Completions.days)
  var issued: String?

  @Flag(
    help:
      "Write a clean copy of the file beside it, such as prices-clean.csv (of a workbook, prices-clean.ods), and say each change."
  )
  var fix = false

  @Flag(help: "With --fix: overwrite the clean copy that is there.")
  var force = false

  @Flag(help: "Tell the rows as they were read as JSON.")
  var json = false

  @Flag(help: "Say nothing but faults.")
  var quiet = false

  func validate() throws {
    try Day.check(issued)
    if files.isEmpty, fix || json { throw ValidationError("--\(fix ? "fix" : "json") is for a file; name one.") }
    if fix, json { throw ValidationError("Say --fix or --json, not both.") }
    if force, !fix { throw ValidationError("--force goes with --fix: nothing else writes anything.") }
  }

  func run() throws {
    try Terminal.reporting {
      let office = try place.open()
      let paths = files.map(Surroundings.input)
      let reports = try paths.map { try office.inspect($0, on: Day.meant(issued)) }
      if json {
        for report in reports { Terminal.out(try report.json()) }
        return try Self.tellErrors(of: reports)
      }
      if !quiet { for report in reports { for line in report.lines { Terminal.out(line) } } }
      if fix {
        for report in reports { try write(CleanTable(report)) }
      }
      let orders = zip(paths, reports).filter { $1.isOrder }.map(\.0)
      // What is no order is tried on no paper.
      guard files.isEmpty || !orders.isEmpty else {
        for report in reports { Terminal.tell(report.faults.filter { $0.severity != .error }) }
        return try Self.tellErrors(of: reports)
      }
      let report = office.check(request(files.isEmpty ? nil : orders))
      if report.hasErrors { throw Diagnostics(report.faults) }
      if !quiet {
        for sound in report.sound { Terminal.out("✓ \(sound.sentence)") }
      }
      Terminal.tell(report.faults)
    }
  }

  /// What is looked over.
  ///
  /// - Parameter orders: the orders among the files; nil for the office's own.
  /// - Returns: the request.
  func request(_ orders: [String]?) -> CheckRequest {
    var request = CheckRequest(orders: orders, prices: place.prices, look: look.look, issued: Day.meant(issued))
    request.isDayOfClock = issued == nil
    return request
  }

  private static func tellErrors(of reports: [TableReport]) throws {
    let errors = reports.flatMap(\.faults).filter { $0.severity == .error }
    if !errors.isEmpty { throw Diagnostics(errors) }
  }

  private func write(_ clean: CleanTable) throws {
    try clean.write(force: force)
    if !quiet { for change in clean.changes { Terminal.out("  \(change)") } }
    Terminal.out(Surroundings.shown(clean.path))
  }
}

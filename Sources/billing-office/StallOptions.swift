import ArgumentParser
import BillingOffice

/// Which stalls, and where their papers go.
struct StallOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Only this stall.", valueName: "NAME"), completion: Completions.stalls)
  var stall: String?

  @Option(
    help: ArgumentHelp("Where the papers go (default: output in the office).", valueName: "DIR|FILE"),
    completion: .file())
  var output: String?

  @OptionGroup var picture: FormatOptions

  @Flag(help: "Overwrite files that are there already.")
  var force = false

  @Flag(help: "A file for each stall instead of one for all.")
  var split = false

  @Option(
    help: ArgumentHelp("The day of issue, YYYY-MM-DD (default: today).", valueName: "DATE"),
    completion: Completions.days)
  var issued: String?

  /// What the papers are written as, and where.
  func wish(workers: Int = 1) throws -> OutputWish {
    OutputWish(
      output, format: try picture.format(of: output), pdf: picture.version, force: force, isSplit: split,
      workers: workers)
  }

  func check() throws {
    try picture.check(output: output)
    try Day.check(issued)
  }
}

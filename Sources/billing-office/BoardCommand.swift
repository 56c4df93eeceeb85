import ArgumentParser
import BillingOffice
import Bookkeeping

/// `billing-office board`
struct BoardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "board",
    abstract: "Prints the sheet for the wall: Value We Reclaimed from Capitalism, from the ledger alone.",
    discussion: """
      A3, or Tabloid where the office prints on American paper. Each currency has its own figure.

      Examples:
        billing-office board
        billing-office board --paper A4 --locale es-MX
        billing-office board --output tonight.png
      """)

  @OptionGroup var place: OfficeOption
  @OptionGroup var look: LookOptions

  @Option(
    help: ArgumentHelp(
      "The file to write (default: output/board.pdf in the office, made anew each time).", valueName: "FILE"))
  var output: String?

  @OptionGroup var picture: FormatOptions

  @Option(help: ArgumentHelp("The day that stands on it, YYYY-MM-DD (default: today).", valueName: "DATE"))
  var issued: String?

  @Flag(help: "Overwrite the file that --output names if it is there already.")
  var force = false

  func validate() throws {
    try picture.check(output: output)
    try Day.check(issued)
  }

  func run() throws {
    try Terminal.reporting {
      let papers = try place.open().printBoard(
        BoardRequest(
          look: look.look, output: output, format: try picture.format(of: output), force: force,
          issued: Day.meant(issued)))
      for path in papers.paths { Terminal.out(Surroundings.shown(path)) }
      Terminal.tell(papers.warnings)
    }
  }
}

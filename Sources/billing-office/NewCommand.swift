import ArgumentParser
import BillingOffice

/// `billing-office new`
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begins an office: a folder with settings, real prices and two orders to print at once.",
    discussion: """
      Example:
        billing-office new my-market
      """)

  @Argument(help: "The folder to make.")
  var folder: String

  func run() throws {
    try Terminal.reporting {
      for path in try StarterOffice.copy(to: folder, from: try Surroundings.installation()) { Terminal.out(path) }
      Terminal.note(
        "Next: cd \(Surroundings.quoted(folder)), put your name into office.yaml, then: billing-office invoice order.csv"
      )
    }
  }
}

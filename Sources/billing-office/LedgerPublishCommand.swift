import ArgumentParser
import BillingOffice

/// `billing-office ledger publish`
struct LedgerPublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Writes the public ledger as a static site, for any host or a USB stick; again, only what has changed.",
    discussion: """
      Put the folder where ledger: url: in office.yaml says, so that the codes on papers lead there.

      Examples:
        billing-office ledger publish
        billing-office ledger publish /srv/www/ledger
      """)

  @Argument(help: "The folder (default: output/ledger in the office).", completion: .directory)
  var folder: String?

  @Option(
    help: ArgumentHelp(
      "The language of words, numbers and dates, such as es-MX (default: what office.yaml says).", valueName: "LOCALE"),
    completion: Completions.locales)
  var locale: String?

  @Flag(help: "Go through all pages, even where only gifts have been added since.")
  var anew = false

  @OptionGroup var place: OfficeOption

  func run() throws {
    try Terminal.reporting {
      let (path, site) = try place.ledger().publish(to: folder, locale: locale, isAnew: anew) {
        Terminal.tell([$0])
      }
      Terminal.out("\(Surroundings.shown(path))/index.html")
      Terminal.note(
        "\(site.written) written, \(site.kept == 1 ? "1 as it was" : "\(site.kept) as they were"), \(site.removed) removed"
      )
    }
  }
}

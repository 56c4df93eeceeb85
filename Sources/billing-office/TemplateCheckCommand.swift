import ArgumentParser
import BillingOffice

/// `billing-office template check`
struct TemplateCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Tells every fault of a template with its line and column, what fits there and the nearest name.",
    usage: "billing-office template check [<options>] <NAME|DIR>",
    discussion: """
      Words, values, fonts and pictures are checked, and whether everything fits on your office's paper and on each paper \
      that the template names, on one page and on many. Nothing is written.

      Examples:
        billing-office template check our-invoice
        billing-office template check Templates/our-invoice --paper A5
      """)

  @Argument(
    help: ArgumentHelp("The template, by name or folder.", valueName: "NAME|DIR"), completion: Completions.templates)
  var template: String

  @Option(
    help: ArgumentHelp("The only paper to look at, such as A5 (default: all of them).", valueName: "PAPER"),
    completion: Completions.papers)
  var paper: String?

  @OptionGroup var place: TemplatePlace

  func run() throws {
    try Terminal.reporting {
      let report = try place.open().check(template, paper: paper, issued: Surroundings.today)
      if report.hasErrors { throw Diagnostics(report.faults) }
      Terminal.tell(report.faults)
      Terminal.out("✓ \(report.file) is sound on \(report.papers.joined(separator: ", "))")
    }
  }
}

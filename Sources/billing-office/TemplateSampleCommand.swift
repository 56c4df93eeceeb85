import ArgumentParser
import BillingOffice

/// `billing-office template sample`
struct TemplateSampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: "Shows a template: prints the order in its sample.yaml as a draft, and names the file.",
    usage: "billing-office template sample [<options>] <NAME|DIR>",
    discussion: """
      The order is made up, its prices are the starter office's real ones. A template without a sample.yaml is shown with \
      the invoice's.

      Examples:
        billing-office template sample our-invoice
        billing-office template sample our-invoice --paper A5 --output look.pdf
      """)

  @Argument(help: ArgumentHelp("The template, by name or folder.", valueName: "NAME|DIR"))
  var template: String

  @Option(
    help: ArgumentHelp(
      "The file to write (default: sample-NAME.pdf in the office's output folder, made anew each time).",
      valueName: "FILE.pdf"))
  var output: String?

  @Option(help: ArgumentHelp("A4, A5 or Letter (default: what office.yaml says).", valueName: "PAPER"))
  var paper: String?

  @Flag(help: "Overwrite the file that --output names if it is there already.")
  var force = false

  @OptionGroup var place: DeskOptions

  func run() throws {
    try Terminal.reporting {
      let request = SampleRequest(
        template: template, output: output, paper: paper, force: force, issued: Surroundings.today)
      let papers = try place.open().printSample(request)
      for path in papers.paths { Terminal.out(Surroundings.shown(path)) }
      Terminal.tell(papers.warnings)
    }
  }
}

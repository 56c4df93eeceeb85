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

  @Argument(
    help: ArgumentHelp("The template, by name or folder.", valueName: "NAME|DIR"), completion: Completions.templates)
  var template: String

  @Option(
    help: ArgumentHelp(
      "The file to write (default: sample-NAME.pdf in the office's output folder, made anew each time).",
      valueName: "FILE"), completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("A4, A5 or Letter (default: what office.yaml says).", valueName: "PAPER"),
    completion: Completions.papers)
  var paper: String?

  @Option(
    help: ArgumentHelp(
      "The language of words, numbers and dates, such as es-MX (default: what office.yaml says).", valueName: "LOCALE"),
    completion: Completions.locales)
  var locale: String?

  @OptionGroup var picture: FormatOptions

  @Flag(help: "Outline what does not fit, instead of refusing it.")
  var outline = false

  @Flag(help: "Overwrite the file that --output names if it is there already.")
  var force = false

  @OptionGroup var place: TemplatePlace

  func validate() throws { try picture.check(output: output) }

  func run() throws {
    try Terminal.reporting { Terminal.tell(try place.open().printSample(try request())) }
  }

  /// What is asked for.
  func request() throws -> SampleRequest {
    let wish = OutputWish(
      output, format: try picture.format(of: output), pdf: picture.version, force: force, showsOverflow: outline)
    return SampleRequest(template: template, paper: paper, locale: locale, output: wish, issued: Surroundings.today)
  }
}

import ArgumentParser
import BillingOffice

/// `billing-office template new`
struct TemplateNewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begins a template of your own: a copy in your office's Templates/NAME.",
    discussion: """
      Beside it, template.schema.json is written, by which editors such as VS Code (with its YAML extension) complete and \
      check what you type. A name that is taken is refused; nothing is overwritten.

      Examples:
        billing-office template new our-invoice --from invoice
        billing-office template new winter --from our-invoice
      """)

  @Argument(help: ArgumentHelp("What it is to be called, such as our-invoice.", valueName: "NAME"))
  var name: String

  @Option(
    help: ArgumentHelp("The template to copy, by name or folder.", valueName: "NAME|DIR"),
    completion: Completions.templates)
  var from: String = "invoice"

  @OptionGroup var place: TemplatePlace

  func run() throws {
    try Terminal.reporting {
      for path in try place.open().copy(from, as: name) { Terminal.out(path) }
      let word = Surroundings.quoted(name)
      Terminal.note("Next: change its template.yaml and watch it with: billing-office preview \(word) --watch")
    }
  }
}

import ArgumentParser
import BillingOffice

/// `billing-office template`
struct TemplateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Tools for designers: list, copy, check and show templates. No Swift needed.",
    discussion: """
      A template is a folder with template.yaml, sample.yaml and art/. Templates/README.md explains every word of it.

      Examples:
        billing-office template new our-invoice --from invoice
        billing-office template sample our-invoice
        billing-office template check our-invoice
        billing-office invoice order.csv --template our-invoice
      """,
    subcommands: [
      TemplateListCommand.self, TemplateNewCommand.self, TemplateCheckCommand.self, TemplateFieldsCommand.self,
      TemplateSampleCommand.self, TemplateDocumentsCommand.self,
    ])
}

/// Which office; none is needed to look at a template.
struct TemplatePlace: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The office's folder (default: where you stand, or its nearest parent with an office.yaml).", valueName: "DIR"),
    completion: .directory)
  var office: String?

  func open() throws -> OfficeTemplates {
    try OfficeTemplates(office: office, from: Surroundings.folder, installation: try Surroundings.installation())
  }
}

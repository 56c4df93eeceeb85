import ArgumentParser
import BillingOffice

/// `billing-office template fields`
struct TemplateFieldsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fields",
    abstract: "Lists everything that a template of a kind may name, and what it is.",
    discussion: """
      Texts are written {{name}}. A flag is for if: and unless:, a list for each:, and what is marked running for a table's \
      running:. Names that stand indented below a list are known inside of it.

      Example:
        billing-office template fields invoice
      """)

  @Argument(help: ArgumentHelp("The kind of paper.", valueName: "KIND"), completion: Completions.kinds)
  var kind: String = "invoice"

  @OptionGroup var place: TemplatePlace

  func run() throws {
    try Terminal.reporting { for line in try lines(of: try place.open()) { Terminal.out(line) } }
  }

  /// A line for each field that a template of the kind may name.
  func lines(of templates: OfficeTemplates) throws -> [String] {
    let fields = try templates.fields(of: kind)
    let lines = Columns.lines(
      (fields.data + fields.page).map { field in
        [String(repeating: "  ", count: field.within.count) + field.path, field.mark, field.summary]
      })
    return lines.prefix(fields.data.count) + ["", "In header: and footer: there are also"]
      + lines.dropFirst(fields.data.count)
  }
}

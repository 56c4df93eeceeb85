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
    try Terminal.reporting {
      let fields = try place.open().fields(of: kind)
      let rows = (fields.data + fields.page).map { field in
        [String(repeating: "  ", count: field.within.count) + field.path, field.mark, field.summary]
      }
      let lines = Columns.lines(rows)
      for line in lines.prefix(fields.data.count) { Terminal.out(line) }
      Terminal.out("")
      Terminal.out("In header: and footer: there are also")
      for line in lines.dropFirst(fields.data.count) { Terminal.out(line) }
    }
  }
}

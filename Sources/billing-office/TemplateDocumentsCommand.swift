import ArgumentParser
import BillingOffice

/// `billing-office template documents`: what scripts/document-templates calls.
struct TemplateDocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: "Writes the templates' README, its pictures and the editors' schema anew, from the program's own tables.",
    discussion: """
      Example:
        billing-office template documents
      """,
    shouldDisplay: false)

  func run() throws {
    try Terminal.reporting {
      for path in try TemplateBook(try Surroundings.installation()).write() { Terminal.out(path) }
    }
  }
}

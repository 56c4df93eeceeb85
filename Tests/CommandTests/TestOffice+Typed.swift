import ArgumentParser
import BillingOffice
import OfficeFixtures
import Papers
import Testing

@testable import billing_office

/// What is typed is asked of an opened office, so that no process is needed to see what the command line would say.
extension TestOffice {
  /// Types what cannot be, with `./` for the office's folder: words and exit code are as they should be, and the folder is as it was
  /// before.
  func refuses(
    _ arguments: [String], _ code: Int32, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    try refuses(code, words, sourceLocation: sourceLocation) { _ = try type(arguments) }
  }

  /// The same for what is asked for without being typed.
  func refuses(
    _ code: Int32, _ words: String, sourceLocation: SourceLocation = #_sourceLocation, _ body: () throws -> Void
  ) throws {
    let before = scratch.listing
    let refusal = try refusal(body)
    #expect(refusal.words == words, sourceLocation: sourceLocation)
    #expect(refusal.code == code, sourceLocation: sourceLocation)
    #expect(scratch.listing == before, sourceLocation: sourceLocation)
  }

  /// What is said when something cannot be done, and the code with which the program would end; nil where it can be done.
  func refusal(_ body: () throws -> Void) throws -> (words: String, code: Int32?) {
    do { try body() } catch let diagnostics as Diagnostics {
      return (own(Terminal.lines(of: diagnostics)).joined(separator: "\n"), Terminal.code(of: diagnostics))
    }
    return ("", nil)
  }

  /// Asks for what is typed, with `./` for the office's folder: the files, and what is worth a look in the command line's words.
  func type(_ arguments: [String]) throws -> (paths: [String], words: [String]) {
    let typed = arguments.map { $0.hasPrefix("./") ? path(String($0.dropFirst(2))) : $0 }
    switch try BillingOfficeCommand.command(typed: typed) {
    case let command as InvoiceCommand:
      return told(try office(command.gift.place).make(command.request(try #require(command.order))))
    case let command as ReceiptCommand:
      return told(try office(command.gift.place).make(command.request(try #require(command.order))))
    case let command as GiveCommand: return told(try office(command.gift.place).make(command.request()))
    case let command as SignsCommand: return told(try office(command.place).make(command.request()))
    case let command as SheetCommand<BoardKind>: return told(try office.make(command.request()))
    case let command as CheckCommand:
      let orders = command.files.isEmpty ? nil : command.files
      return try told(office(command.place).check(command.request(orders)).faults)
    case let command as TemplateCheckCommand:
      return try told(templates.check(command.template, paper: command.paper, issued: Surroundings.today).faults)
    case let command as TemplateSampleCommand: return told(try templates.printSample(command.request()))
    case let command as PreviewCommand: return try told(templates.preview(command.request).render().faults)
    case let command: throw Untypable(command: "\(command)")
    }
  }

  struct Untypable: Error { var command: String }

  /// The office's templates, as a designer stands in its folder.
  private var templates: OfficeTemplates {
    get throws { try OfficeTemplates(office: path(""), from: "/", installation: Self.installation) }
  }

  /// The office as its options have it read.
  private func office(_ options: OfficeOptions) -> Office {
    var opened = office
    opened.asked = options.tables.asked
    return opened
  }

  private func told(_ papers: PrintedPapers) -> (paths: [String], words: [String]) {
    (own(papers.paths), own(papers.warnings.map(CommandWords.text)))
  }

  /// Faults without an error among them.
  private func told(_ faults: [Diagnostic]) throws -> (paths: [String], words: [String]) {
    if faults.contains(where: { $0.severity == .error }) { throw Diagnostics(faults) }
    return ([], own(faults.map(CommandWords.text)))
  }
}

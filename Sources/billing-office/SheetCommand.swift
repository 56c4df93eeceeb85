import ArgumentParser
import BillingOffice

/// The command of a kind of paper of which an office has one at a time: `billing-office board`, `billing-office licence`. The kind
/// says what it is called and what it does.
struct SheetCommand<Kind: SheetKind>: ParsableCommand {
  static var configuration: CommandConfiguration {
    let kind = Kind()
    return CommandConfiguration(
      commandName: kind.name, abstract: kind.abstract,
      discussion: """
        \(kind.about)

        Examples:
          billing-office \(kind.name)
          billing-office \(kind.name) --paper A4 --locale es-MX
          billing-office \(kind.name) --output tonight.png
        """)
  }

  @OptionGroup var place: OfficeOption
  @OptionGroup var look: LookOptions

  @Option(
    help: ArgumentHelp(
      "The file to write (default: \(Kind().name).pdf in the office's output folder, made anew each time).",
      valueName: "FILE"), completion: .file())
  var output: String?

  @OptionGroup var picture: FormatOptions

  @Option(
    help: ArgumentHelp("The day that stands on it, YYYY-MM-DD (default: today).", valueName: "DATE"),
    completion: Completions.days)
  var issued: String?

  @Flag(help: "Overwrite the file that --output names if it is there already.")
  var force = false

  func validate() throws {
    try picture.check(output: output)
    try Day.check(issued)
  }

  func run() throws {
    try Terminal.reporting { Terminal.tell(try place.open().make(try request())) }
  }

  /// What is asked for.
  func request() throws -> SheetRequest<Kind> {
    SheetRequest(
      look: look.look,
      output: OutputWish(output, format: try picture.format(of: output), pdf: picture.version, force: force),
      issued: Day.meant(issued))
  }
}

/// The commands of all kinds of paper that need nothing of their own.
enum SheetCommands {
  static let all: [any ParsableCommand.Type] = PaperKinds.all.compactMap { $0 as? any SheetKind }.map {
    command(of: $0)
  }

  private static func command<Kind: SheetKind>(of kind: Kind) -> any ParsableCommand.Type { SheetCommand<Kind>.self }
}

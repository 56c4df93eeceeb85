import ArgumentParser
import BillingOffice
import Foundation

/// `billing-office preview`
struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Draws a template with its sample as one PNG picture, and again whenever you save.",
    usage: "billing-office preview [<options>] <NAME|DIR>",
    discussion: """
      Open the picture in a viewer that reloads it, and the template in your editor. With --watch, every save makes the \
      picture anew and says in one line what changed or what is wrong; then the last good picture stays. Ctrl-C ends it.

      Examples:
        billing-office preview our-invoice --watch
        billing-office preview our-invoice --watch --outline --paper A5 --locale ar-EG
      """)

  @Argument(
    help: ArgumentHelp("The template, by name or folder.", valueName: "NAME|DIR"), completion: Completions.templates)
  var template: String

  @Flag(help: "Draw again whenever one of the template's files is saved.")
  var watch = false

  @Flag(help: "Outline what does not fit, instead of refusing it.")
  var outline = false

  @Option(
    help: ArgumentHelp(
      "The picture (default: preview-NAME.png in the office's output folder, made anew each time).",
      valueName: "FILE.png"), completion: .file(extensions: ["png"]))
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

  @Option(
    help: ArgumentHelp("Pixels an inch of paper, 36 to 600.", valueName: "N"), completion: Completions.resolutions)
  var dpi = 96

  @OptionGroup var place: TemplatePlace

  func validate() throws {
    if !(36...600).contains(dpi) { throw ValidationError("--dpi must be from 36 to 600, not \(dpi).") }
  }

  func run() throws {
    try Terminal.reporting {
      let preview = try place.open().preview(request)
      guard watch else {
        let look = preview.render()
        if look.faults.contains(where: { $0.severity == .error }) { throw Diagnostics(look.faults) }
        Terminal.out(Surroundings.shown(preview.picture))
        return Terminal.tell(look.faults)
      }
      Terminal.out(Surroundings.shown(preview.picture))
      var watcher = FileWatch(preview.watched)
      repeat { tell(preview) } while watcher.waitForChange { Interruption.isWanted }
    }
  }

  /// What is asked for.
  var request: PreviewRequest {
    PreviewRequest(
      template: template, output: output, paper: paper, locale: locale, dpi: Double(dpi), showsOverflow: outline,
      issued: Surroundings.today)
  }

  /// Draws, and says in one line how it went.
  private func tell(_ preview: TemplatePreview) {
    let start = ContinuousClock.now
    let look = preview.render()
    let duration = (ContinuousClock.now - start) / Duration.milliseconds(1)
    let errors = look.faults.filter { $0.severity == .error }
    let shown = errors.first ?? look.faults.first
    var parts = [look.change ?? "ready"]
    if errors.isEmpty {
      parts += [Counted.text(look.pages, "page"), "\(Int(duration.rounded())) ms"]
    }
    if let shown { parts.append(Self.line(of: shown)) }
    if look.faults.count > 1 { parts.append("and \(look.faults.count - 1) more") }
    Terminal.note("\(errors.isEmpty ? (look.faults.isEmpty ? "✓" : "⚠") : "✗") \(parts.joined(separator: " · "))")
  }

  private static func line(of fault: Diagnostic) -> String {
    CommandWords.text(of: fault).split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
  }
}

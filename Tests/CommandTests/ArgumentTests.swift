import ArgumentParser
import BillingOffice
import Foundation
import TestTools
import Testing

@testable import billing_office

/// What is typed is understood or refused before anything is done, so no process is needed to see it.
@Suite struct ArgumentTests {
  private static func order(_ options: String...) -> [String] { ["invoice", "order.csv"] + options }
  private static func give(_ options: String...) -> [String] { ["give", "tutoring"] + options }

  /// The message and the exit code for what is typed; nil where it is understood.
  private func told(_ arguments: [String]) -> (text: String, code: Int32)? {
    do {
      var command = try BillingOfficeCommand.command(typed: arguments)
      // A wish for help is a command of its own, and does nothing else.
      if arguments.last == "--help" { try command.run() }
      return nil
    } catch {
      let message = BillingOfficeCommand.message(for: error, typed: arguments)
      return (message, BillingOfficeCommand.exitCode(for: error).rawValue)
    }
  }

  @Test(arguments: [
    ([], ["new my-market", "cd my-market", "invoice order.csv", "check"]), (["new"], ["new my-market"]),
    (
      ["invoice"],
      [
        "invoice order.csv", "invoice order.csv --draft --paper A5",
        "invoice orders.csv --output tonight.pdf",
      ]
    ), (["check"], ["check", "check tonight.csv --paper A5"]),
    (["template"], ["template new our-invoice --from invoice"]),
    (["template", "list"], ["template list"]), (["template", "new"], ["template new our-invoice --from invoice"]),
    (["template", "check"], ["template check our-invoice"]), (["template", "fields"], ["template fields invoice"]),
    (["template", "sample"], ["template sample our-invoice"]), (["template", "documents"], ["template documents"]),
  ])
  func hasAnExample(command: [String], examples: [String]) throws {
    let help = try #require(told(command + ["--help"]))
    #expect(help.code == 0)
    for example in examples {
      let line = example.hasPrefix("cd") ? "  \(example)\n" : "  billing-office \(example)\n"
      #expect((help.text + "\n").contains(line), "\(line) is not in \(help.text)")
    }
    #expect(help.text.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(help.text)")
  }

  /// What is typed wrongly is helped on by what is spelled like it, or by the commands that have it.
  @Test(arguments: [
    (
      ["signs", "--again"], "'--again'",
      "--again goes with: billing-office invoice, billing-office receipt, billing-office give"
    ),
    (["invoice", "order.csv", "--forse"], "'--forse'", "did you mean --force?"),
    (["give", "bread", "--too", "x"], "'--too'", "did you mean --to?"),
    (
      ["signs", "--agian"], "'--agian'",
      "did you mean --again? It goes with: billing-office invoice, billing-office receipt, billing-office give"
    ),
    (["invoce", "order.csv"], "'invoce', 'order.csv'", "did you mean: billing-office invoice?"),
    (["verify"], "'verify'", "did you mean: billing-office ledger verify?"),
    (["ledger", "lst"], "'lst'", "did you mean: billing-office ledger list?"),
    (["zzz"], "'zzz'", "see what there is with: billing-office --help"),
    (["invoice", "my", "order.csv"], "'order.csv'", "what belongs together stands in quotes: \"my order.csv\""),
  ])
  func slipsAreHelpedOn(arguments: [String], named: String, hint: String) throws {
    let answer = try #require(told(arguments))
    let lines = answer.text.split(separator: "\n")
    #expect(answer.code == 64)
    #expect(lines.first?.hasSuffix(named) == true, "\(answer.text)")
    #expect(lines.dropFirst().first == "  → \(hint)", "\(answer.text)")
  }

  @Test(
    arguments: [
      (["invoice", "order.csv", "--colour"], "Error: Unknown option '--colour'"),
      (["invoice"], "Error: Name an order such as order.csv, or a gift that is recorded with --of NUMBER or --last."),
      (["print"], "Error: Unexpected argument 'print'"),
      (["invoice", "order.csv", "--paper"], "Error: Missing value for '--paper <PAPER>'"),
      (["invoice", "order.csv", "--jobs", "0"], "Error: --jobs must be at least 1."),
      (["invoice", "order.csv", "--jobs", "x"], "Error: The value 'x' is invalid for '--jobs <N>'"),
      (
        ["invoice", "order.csv", "--issued", "2026-02-30"],
        "Error: --issued must be a day such as 2026-11-20, not '2026-02-30'."
      ),
      (["check", "--issued", "today"], "Error: --issued must be a day such as 2026-11-20, not 'today'."),
      (order("--format", "png", "--output", "x.pdf"), "Error: --output names a .pdf file, and --format says png."),
      (order("--share", "--output", "x.svg"), "Error: --output names a .svg file, and --share makes png."),
      (order("--share", "--dpi", "100"), "Error: --share makes pictures of a fixed size; leave out --dpi."),
      (order("--share", "--format", "svg"), "Error: --share makes PNG pictures; leave out --format."),
      (order("--dpi", "100"), "Error: --dpi goes with --format png."),
      (order("--pdf", "1.4", "--format", "png"), "Error: --pdf goes with files that are PDFs."),
      (order("--dpi", "9", "--format", "png"), "Error: --dpi must be from 36 to 600, not 9."),
      (
        give("--to", "/dev/null", "--print", "laser"),
        "Error: --to and --print name a printer each; leave one of them out."
      ),
      (give("--to", "/dev/null", "--output", "x.pdf"), "Error: --to prints and leaves no file; leave out --output."),
      (give("--print", "laser", "--share"), "Error: --print prints; leave out --share."),
      (
        give("--to", "/dev/null", "--format", "pdf"),
        "Error: --to sends what the printer understands; leave out --format."
      ),
      (
        ["check", "--encoding", "koi"],
        "Error: --encoding must be one of \(CodePage.allCases.map(\.rawValue).joined(separator: ", ")), not 'koi'."
      ),
      (
        ["signs", "--readable-from", "far"],
        "Error: --readable-from must be a distance such as 3m or 10ft, not 'far'."
      ), (["check", "--decimal", "dash"], "Error: --decimal must be comma or point, not 'dash'."),
      (["check", "--dates", "ymd"], "Error: --dates must be dmy or mdy, not 'ymd'."),
      (["check", "--checked", "soon"], "Error: --checked must be such as 2026, 2026-11 or 2026-11-20, not 'soon'."),
      (give("--dots", "500", "--to", "/dev/null"), "Error: --dots must be a multiple of 8 from 64 to 2048, not 500."),
    ])
  func usageErrorsExitWith64(arguments: [String], firstLine: String) throws {
    let answer = try #require(told(arguments))
    #expect(answer.code == 64)
    #expect(answer.text.hasPrefix(firstLine + "\n"), "\(answer.text)")
    #expect(answer.text.contains("--help' for more information."))
  }

  @Test func whatIsTypedBecomesARequest() throws {
    let signs = try SignsCommand.parse([
      "signs.csv", "--stall", "REPAIR", "--size", "A6", "--sheet", "A4", "--run-on", "--order", "stack", "--start-at",
      "2",
      "--marks", "none", "--readable-from", "1m", "--output", "r.pdf", "--pages", "5-7", "--bleed", "3mm", "--no-codes",
      "--language", "en+ar", "--jobs", "3", "--issued", "2026-11-20",
    ]).request()
    #expect(signs.list == "signs.csv" && signs.stall == "REPAIR" && signs.size == "A6" && signs.sheet == "A4")
    #expect(signs.runsOn && signs.isStacked && signs.start == 2 && !signs.hasMarks && signs.readableFrom == 1)
    #expect(signs.pages == 5...7 && (8.5...8.51).contains(signs.bleed) && !signs.hasCodes && signs.language == "en+ar")
    #expect(signs.output == OutputWish("r.pdf", workers: 3) && signs.issued == CalendarDay("2026-11-20"))

    let receipt = try ReceiptCommand.parse([
      "orders.csv", "--sheet", "A4", "--paper", "A6", "--template", "receipt-large", "--locale", "de-DE", "--prices",
      "p.csv", "--split", "--again",
    ])
    let gift = try receipt.request(try #require(receipt.order))
    #expect(gift.sheet == "A4" && gift.look == PaperLook(template: "receipt-large", paper: "A6", locale: "de-DE"))
    #expect(gift.prices == "p.csv" && gift.output.isSplit && gift.mayRepeat && gift.recordedAt != nil)
    let draft = try GiveCommand.parse(["tutoring", "2", "--draft", "--output", "try.png", "--dpi", "72"]).request()
    #expect(draft.recordedAt == nil && !draft.mayRepeat && draft.output.path == "try.png")
    #expect(draft.output.format == .png(dpi: 72))
    if case .words(let words) = draft.given { #expect(words == ["tutoring", "2"]) } else { Issue.record("no words") }
  }

  @Test func formatsAreTypedOrFollowFromTheName() throws {
    func format(_ options: String..., output: String? = nil) throws -> String {
      let parsed = try FormatOptions.parse(options)
      try parsed.check(output: output)
      return "\(try parsed.format(of: output))"
    }
    #expect(try format() == "pdf")
    #expect(try format("--format", "svg") == "svg")
    #expect(try format("--dpi", "72", output: "small.PNG") == "png(dpi: 72.0)")
    #expect(try format("--format", "png") == "png(dpi: 150.0)")
    #expect(try format("--share", output: "post.png") == "share")
    #expect(try format(output: "all.txt") == "text")
    #expect(try format("--format", "escpos") == "escpos(dots: nil)")
    #expect(try format(output: "a.dir/order") == "pdf")
  }

  @Test(arguments: [CompletionShell.bash, .zsh, .fish]) func everyShellGetsAScript(shell: CompletionShell) {
    let script = BillingOfficeCommand.completionScript(for: shell)
    #expect(script.contains("billing-office") && !script.contains("\u{1B}"))
  }
}

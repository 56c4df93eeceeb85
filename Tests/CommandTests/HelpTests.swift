import Foundation
import TestTools
import Testing

/// `--help`, `--version`, and what is typed wrongly.
@Suite struct HelpTests {
  private static func order(_ options: String...) -> [String] { ["invoice", "order.csv"] + options }
  private static func give(_ options: String...) -> [String] { ["give", "tutoring"] + options }

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
    let run = try Shell().type(command + ["--help"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    for example in examples {
      let line = example.hasPrefix("cd") ? "  \(example)\n" : "  billing-office \(example)\n"
      #expect(run.output.contains(line), "\(line) is not in \(run.output)")
    }
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(run.output)")
  }

  @Test func withoutAnythingTellsWhatThereIsAndTheVersionIsALine() throws {
    let run = try Shell().type([])
    #expect(run.output.contains("SUBCOMMANDS:"))
    #expect(run.status == 0)
    let version = try Shell().type(["--version"])
    #expect(version.output.firstMatch(of: #/^billing-office \d+\.\d+\.\d+\n$/#) != nil)
    #expect(version.status == 0)
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
    let run = try Shell().type(arguments)
    let lines = run.errors.split(separator: "\n")
    #expect(run.status == 64)
    #expect(lines.first?.hasSuffix(named) == true, "\(run.errors)")
    #expect(lines.dropFirst().first == "  → \(hint)", "\(run.errors)")
  }

  @Test(
    .slow,
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
      (give("--dots", "500", "--to", "/dev/null"), "Error: --dots must be a multiple of 8 from 64 to 2048, not 500."),
    ])
  func usageErrorsExitWith64(arguments: [String], firstLine: String) throws {
    let shell = try Shell()
    let before = shell.listing
    let run = try shell.type(arguments)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix(firstLine + "\n"), "\(run.errors)")
    #expect(run.errors.contains("--help' for more information."))
    #expect(run.output.isEmpty)
    #expect(shell.listing == before)
  }
}

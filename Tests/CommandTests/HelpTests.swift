import Foundation
import TestTools
import Testing

/// `--help`, `--version`, and what is typed wrongly.
@Suite struct HelpTests {
  @Test(arguments: [
    ([], ["new my-market", "cd my-market", "invoice order.csv", "check"]), (["new"], ["new my-market"]),
    (
      ["invoice"],
      [
        "invoice order.csv", "invoice order.csv --draft --paper A5",
        "invoice orders.csv --output tonight.pdf",
      ]
    ), (["check"], ["check", "check tonight.csv --paper A5"]),
  ])
  func hasAnExample(command: [String], examples: [String]) throws {
    let run = try Shell().type(command + ["--help"])
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    for example in examples {
      let line = example.hasPrefix("cd") ? "  \(example)\n" : "  billing-office \(example)\n"
      #expect(run.output.contains(line), "\(line) is not in \(run.output)")
    }
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func withoutAnythingTellsWhatThereIs() throws {
    let run = try Shell().type([])
    #expect(run.output.contains("SUBCOMMANDS:"))
    #expect(run.status == 0)
  }

  @Test func versionIsALine() throws {
    let run = try Shell().type(["--version"])
    #expect(run.output.firstMatch(of: #/^billing-office \d+\.\d+\.\d+\n$/#) != nil)
    #expect(run.status == 0)
  }

  @Test(arguments: [
    (["invoice", "order.csv", "--colour"], "Error: Unknown option '--colour'"),
    (["invoice"], "Error: Missing expected argument '<order>'"), (["print"], "Error: Unexpected argument 'print'"),
    (["invoice", "order.csv", "--paper"], "Error: Missing value for '--paper <PAPER>'"),
    (["invoice", "order.csv", "--jobs", "0"], "Error: --jobs must be at least 1."),
    (["invoice", "order.csv", "--jobs", "x"], "Error: The value 'x' is invalid for '--jobs <N>'"),
    (
      ["invoice", "order.csv", "--issued", "2026-02-30"],
      "Error: --issued must be a day such as 2026-11-20, not '2026-02-30'."
    ),
    (["check", "--issued", "today"], "Error: --issued must be a day such as 2026-11-20, not 'today'."),
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

  @Test func usageErrorsThatOnlyTheOfficeCanSeeExitWith64Too() throws {
    let shell = try Shell()
    try shell.refuses(
      ["invoice", "orders.csv", "--split", "--output", "x.pdf"] + Shell.day, 64,
      """
      error: --split makes a file for each invoice, and --output names one file
        → name a folder with --output DIR
      """)
    for command in [["invoice", "order.csv"] + Shell.day, ["check"]] {
      try shell.refuses(
        command + ["--paper", "A9"], 64,
        """
        error: there is no paper "A9"
          → did you mean "A3", "A4" or "A5"?
        """)
    }
  }
}

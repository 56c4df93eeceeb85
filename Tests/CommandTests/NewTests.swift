import Foundation
import TestTools
import Testing

/// `billing-office new`
@Suite struct NewTests {
  @Test(.slow) func whatItSaysNextWorksAtOnce() throws {
    let shell = try Shell()
    let run = try shell.type(["new", "my-market"], in: "")
    #expect(run.status == 0)
    let made = shell.listing.filter { $0.hasPrefix("my-market/") }
    #expect(run.output == made.map { "\($0)\n" }.joined() && made.contains("my-market/office.yaml"))
    #expect(
      run.errors == "Next: cd my-market, put your name into office.yaml, then: billing-office invoice order.csv\n")
    #expect(try shell.draft("order.csv", in: "my-market").output == "output/order-draft.pdf\n")
    #expect(try shell.type(["check"], in: "my-market").status == 0)
    try shell.refuses(
      ["new", "my-market"], 73,
      """
      my-market: error: there is something here already
        → choose a name that is not taken; nothing was changed
      """, in: "")
    let deep = try shell.type(["new", "two words/deep/"], in: "")
    #expect(deep.output == made.map { $0.replacing("my-market/", with: "two words/deep/") + "\n" }.joined())
    #expect(deep.errors.hasPrefix("Next: cd 'two words/deep/', put "))
    // The folder in which somebody stands may be named by its dot.
    try FileManager.default.createDirectory(atPath: shell.scratch.path("empty"), withIntermediateDirectories: true)
    #expect(
      try shell.type(["new", "."], in: "empty").output
        == made.map { $0.replacing("my-market/", with: "") + "\n" }.joined())
  }

  @Test(.slow) func whatIsSaidStandsInTheOffice() throws {
    let shell = try Shell()
    let run = try shell.type(
      [
        "new", "rive", "--name", "Communs de la Rive", "--place", "Lyon", "--currency", "eur", "--language", "fr",
        "--ledger", "HTTPS://Rive.example:8443/", "--code", "RIVE",
      ], in: "")
    #expect(run.errors == "Next: cd rive, then: billing-office invoice order.csv\n")
    let settings = try String(contentsOfFile: shell.scratch.path("rive/office.yaml"), encoding: .utf8)
    for line in [
      "name: Communs de la Rive\n", "place: Lyon\n", "currency: EUR\n", "locale: fr-FR ", "paper: A4 ",
      "  url: https://rive.example:8443 ", "code: RIVE ",
    ] { #expect(settings.contains(line), "\(line)") }
    let check = try shell.type(["check"] + Shell.day, in: "rive")
    #expect(
      check.status == 0 && check.errors.isEmpty && check.output.contains("✓ office.yaml: Communs de la Rive, Lyon\n"))
    #expect(try shell.invoice("orders.csv", in: "rive").status == 0)
    let francs = try shell.type(["new", "chur", "--name", "Chur", "--currency", "CHF", "--language", "de"], in: "")
    #expect(
      francs.errors == """
        Next: cd chur, write prices in CHF into prices.csv, since none come with the program, then: billing-office check

        """)
    // All that cannot be is told at once, and nothing is made.
    try shell.refuses(
      ["new", "wrong", "--currency", "USX", "--ledger", "https://a.example:0"], 65,
      """
      error: there is no currency "USX" in ISO 4217
        → did you mean "UGX", "USD" or "BSD"?
      error: "0" can be no port of the ledger's address
        → a port is a number from 1 to 65535; without one, leave out the colon behind the host
      2 faults; nothing was written.
      """, in: "")
  }

  /// Types at a terminal, and answers.
  private func answer(_ lines: String, _ shell: Shell, _ words: String) throws -> Run {
    try Run(
      "/bin/sh",
      ["-c", "printf '%b' \"$0\" | script -qec \"$1\" /dev/null", lines, "'\(Shell.program)' \(words)"],
      in: shell.scratch.folder, environment: Shell.environment)
  }

  @Test(.slow) func onATerminalItAsks() throws {
    let shell = try Shell()
    let run = try answer("Our Wharf\\nGBX\\nGBP\\n\\n\\n\\n", shell, "new ours --place 'Old Wharf'")
    #expect(run.status == 0, "\(run.output)")
    for question in [
      "What is your office called? [Riverside Commons] ", "In which currency are prices? [USD] ",
      "such as es-MX)? [en] ",
      "public ledger? [none] ", "papers begin with? [OUR] ", "there is no currency \"GBX\"",
    ] { #expect(run.output.contains(question), "\(question): \(run.output)") }
    #expect(!run.output.contains("Where is the market"))
    let settings = try String(contentsOfFile: shell.scratch.path("ours/office.yaml"), encoding: .utf8)
    for line in [
      "name: Our Wharf\n", "place: Old Wharf\n", "currency: GBP\n", "locale: en-GB ", "ledger: none ", "code: OUR ",
    ] { #expect(settings.contains(line), "\(line)") }
    // Whoever goes away has begun nothing.
    let gone = try answer("Ours\\n\\004", shell, "new gone")
    #expect(gone.status == 1 && gone.output.contains("Nothing was done."), "\(gone.output)")
    #expect(!FileManager.default.fileExists(atPath: shell.scratch.path("gone")))
  }
}

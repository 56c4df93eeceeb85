import BillingOffice
import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import billing_office

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

  /// Begins an office as it is typed.
  ///
  /// - Returns: the office, and what is said to do next.
  private func begin(_ scratch: Scratch, _ folder: String, _ options: String...) throws -> (
    office: Office, next: String
  ) {
    let command = try NewCommand.parse([folder] + options)
    let answers = try command.answers()
    _ = try StarterOffice.copy(to: scratch.path(folder), from: TestOffice.installation, as: answers)
    let prices = try StarterOffice.currencyWithoutPrices(answers, TestOffice.installation)
    let office = try Office.open(named: scratch.path(folder), from: "/", installation: TestOffice.installation)
    return (office, command.next(answers, without: prices))
  }

  @Test func whatIsSaidStandsInTheOffice() throws {
    let scratch = try Scratch()
    let (office, next) = try begin(
      scratch, "rive", "--name", "Communs de la Rive", "--place", "Lyon", "--currency", "eur", "--language", "fr",
      "--ledger", "HTTPS://Rive.example:8443/", "--code", "RIVE")
    #expect(next == "Next: cd rive, then: billing-office invoice order.csv")
    let settings = try String(contentsOfFile: scratch.path("rive/office.yaml"), encoding: .utf8)
    for line in [
      "name: Communs de la Rive\n", "place: Lyon\n", "currency: EUR\n", "locale: fr-FR ", "paper: A4 ",
      "  url: https://rive.example:8443 ", "code: RIVE ",
    ] { #expect(settings.contains(line), "\(line)") }
    let day = try #require(TestOffice.issued)
    let check = office.check(CheckRequest(issued: day))
    #expect(
      check.faults.isEmpty && check.sound.first?.sentence.hasSuffix("office.yaml: Communs de la Rive, Lyon") == true)
    let orders = GiftRequest(
      InvoiceKind(), .order(scratch.path("rive/orders.csv")), recordedAt: TestOffice.moment, issued: day)
    #expect(try office.make(orders).numbers.count == 3)
    let francs = try begin(scratch, "chur", "--name", "Chur", "--currency", "CHF", "--language", "de").next
    #expect(
      francs
        == "Next: cd chur, write prices in CHF into prices.csv, since none come with the program, then: billing-office check"
    )
  }

  /// All that cannot be is told at once.
  @Test func whatCannotBeSaidIsTold() throws {
    let command = try NewCommand.parse(["wrong", "--currency", "USX", "--ledger", "https://a.example:0"])
    try TestOffice().refuses(
      65,
      """
      error: there is no currency "USX" in ISO 4217
        → did you mean "UGX", "USD" or "BSD"?
      error: "0" can be no port of the ledger's address
        → a port is a number from 1 to 65535; without one, leave out the colon behind the host
      2 faults; nothing was written.
      """
    ) { _ = try command.answers() }
  }

  /// Types at a terminal, and answers.
  private func answer(_ lines: String, _ shell: Shell, _ words: String) throws -> Run {
    try Run(
      "/bin/sh",
      ["-c", "printf '%b' \"$0\" | script -qec \"$1\" /dev/null", lines, "'\(Program.path)' \(words)"],
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

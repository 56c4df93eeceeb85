import Foundation
import TestTools
import Testing

/// `billing-office new`
@Suite struct NewTests {
  private static let starter = [
    "README.md", "licence.yaml", "names.csv", "office.yaml", "order.csv", "orders.csv", "prices-eu.csv",
    "prices-gb.csv",
    "prices-mx.csv", "prices.csv", "signs.csv",
  ]

  @Test func copiesTheStarterOffice() throws {
    let shell = try Shell()
    let run = try shell.type(["new", "my-market"], in: "")
    #expect(run.status == 0)
    #expect(run.output == Self.starter.map { "my-market/\($0)\n" }.joined())
    #expect(
      run.errors == "Next: cd my-market, put your name into office.yaml, then: billing-office invoice order.csv\n")
    for name in Self.starter {
      let copy = try Data(contentsOf: URL(fileURLWithPath: shell.scratch.path("my-market/\(name)")))
      // A kind of paper brings its own file.
      let shelf = name == "licence.yaml" ? "licence" : "office"
      #expect(try copy == Data(contentsOf: URL(fileURLWithPath: Repository.path("Templates/\(shelf)/\(name)"))))
    }
    // What the message says next works at once.
    #expect(try shell.draft("order.csv", in: "my-market").output == "output/order-draft.pdf\n")
    #expect(try shell.type(["check"], in: "my-market").status == 0)
  }

  @Test func takesAnEmptyFolderAndFoldersThatAreNotThereYet() throws {
    let shell = try Shell()
    try FileManager.default.createDirectory(atPath: shell.scratch.path("empty"), withIntermediateDirectories: true)
    #expect(try shell.type(["new", "."], in: "empty").output == Self.starter.map { "\($0)\n" }.joined())
    let deep = try shell.type(["new", "two words/deep/"], in: "")
    #expect(deep.output == Self.starter.map { "two words/deep/\($0)\n" }.joined())
    #expect(deep.errors.hasPrefix("Next: cd 'two words/deep/', put "))
    #expect(!shell.listing.contains { $0.contains(".part") })
  }

  @Test func refusesAFolderThatIsInUse() throws {
    let shell = try Shell(["notes.txt": "mine"])
    try shell.refuses(
      ["new", "office"], 73,
      """
      office: error: there is something here already
        → choose a name that is not taken; nothing was changed
      """, in: "")
    try shell.refuses(
      ["new", "notes.txt"], 73,
      """
      notes.txt: error: there is something here already
        → choose a name that is not taken; nothing was changed
      """)
    #expect(try String(contentsOfFile: shell.path("notes.txt"), encoding: .utf8) == "mine")
  }

  @Test func refusesAPlaceThatCannotBeWritten() throws {
    let shell = try Shell()
    try shell.refuses(
      ["new", "order.csv/market"], 73,
      """
      order.csv: error: this is a file, so no folder can be made in it
        → choose another place
      """)
    try shell.refuses(
      ["new", "/proc/nope/market"], 73,
      """
      /proc/nope/market: error: the folder cannot be made
        → check that you may write in /proc/nope
      """)
  }
}

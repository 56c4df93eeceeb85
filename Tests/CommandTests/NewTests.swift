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
}

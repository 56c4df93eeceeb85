import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct StarterOfficeTests {
  private func fault(_ copy: () throws -> [String]) -> Diagnostic? {
    let thrown = #expect(throws: Diagnostics.self) { try copy() }
    return thrown?.all.first
  }

  @Test func isCopiedWhole() throws {
    let scratch = try Scratch()
    let paths = try StarterOffice.copy(to: scratch.path("a/b"), from: TestOffice.installation)
    #expect(
      paths.map { $0.replacingOccurrences(of: scratch.path("a/b") + "/", with: "") } == [
        "README.md", "licence.yaml", "milestones.csv", "names.csv", "office.yaml", "order.csv", "orders.csv",
        "prices-eu.csv",
        "prices-gb.csv", "prices-mx.csv", "prices.csv", "signs.csv",
      ])
    // Nothing else is left, not even what was written aside.
    #expect(scratch.files == paths.map { $0.replacingOccurrences(of: scratch.folder.path + "/", with: "") })
    for path in paths {
      let name = URL(fileURLWithPath: path).lastPathComponent
      // A kind of paper brings its own file.
      let shelf = name == "licence.yaml" ? "licence" : "office"
      let original = Repository.path("Templates/\(shelf)/\(name)")
      #expect(FileManager.default.contentsEqual(atPath: path, andPath: original), "\(name)")
    }
    // It is in order as it is.
    let office = try Office.open(named: scratch.path("a/b"), from: "/", installation: TestOffice.installation)
    let issued = try #require(TestOffice.issued)
    #expect(!office.check(CheckRequest(issued: issued)).hasErrors)
  }

  @Test func takesAnEmptyFolderAndNoOther() throws {
    let scratch = try Scratch()
    _ = try Files.make(folder: scratch.path("empty"), for: .papers)
    #expect(try !StarterOffice.copy(to: scratch.path("empty"), from: TestOffice.installation).isEmpty)
    let office = try TestOffice(["used/.hidden": "mine", "notes.txt": "mine"])
    for taken in ["used", "notes.txt"] {
      try office.refuses(
        .cannotWrite,
        """
        \(taken): error: there is something here already
          → choose a name that is not taken; nothing was changed
        """
      ) { _ = try StarterOffice.copy(to: office.path(taken), from: TestOffice.installation) }
    }
    #expect(try office.bytes("notes.txt") == Data("mine".utf8))
  }

  @Test func refusesAPlaceThatCannotBeWritten() throws {
    let office = try TestOffice()
    try office.refuses(
      .cannotWrite,
      """
      order.csv: error: this is a file, so no folder can be made in it
        → choose another place
      """
    ) { _ = try StarterOffice.copy(to: office.path("order.csv/market"), from: TestOffice.installation) }
    try office.refuses(
      .cannotWrite,
      """
      /proc/nope/market: error: the folder cannot be made
        → check that you may write in /proc/nope
      """
    ) { _ = try StarterOffice.copy(to: "/proc/nope/market", from: TestOffice.installation) }
  }

  @Test func leavesNothingWhenItIsNotThere() throws {
    let scratch = try Scratch()
    let nowhere = Installation(
      root: scratch.path("nowhere"), cache: scratch.path("cache"), state: scratch.path("state"))
    let fault = fault { try StarterOffice.copy(to: scratch.path("a/b/c"), from: nowhere) }
    #expect(fault?.message == "the starter office is not here")
    #expect(fault?.kind == .noInput)
    #expect(!Files.exists(scratch.path("a")))
  }
}

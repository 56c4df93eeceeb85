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
    #expect(paths.map { $0.replacingOccurrences(of: scratch.path("a/b") + "/", with: "") }.contains("office.yaml"))
    #expect(scratch.files == paths.map { $0.replacingOccurrences(of: scratch.folder.path + "/", with: "") })
    // It is in order as it is.
    let office = try Office.open(named: scratch.path("a/b"), from: "/", installation: TestOffice.installation)
    let issued = try #require(TestOffice.issued)
    #expect(office.check(CheckRequest(issued: issued)).faults.isEmpty)
  }

  @Test func takesAnEmptyFolderAndNoOther() throws {
    let scratch = try Scratch()
    _ = try Files.make(folder: scratch.path("empty"), for: .papers)
    #expect(try !StarterOffice.copy(to: scratch.path("empty"), from: TestOffice.installation).isEmpty)
    try scratch.write("mine", to: "used/.hidden")
    let fault = fault { try StarterOffice.copy(to: scratch.path("used"), from: TestOffice.installation) }
    #expect(fault?.message == "there is something here already")
    #expect(fault?.kind == .cannotWrite)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path("used")) == [".hidden"])
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

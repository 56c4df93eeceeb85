import Foundation
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct AtomicFilesTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Begins files and writes as many of them.
  private func begin(_ names: [String], in folder: String = "", written: Int? = nil) throws -> AtomicFiles {
    let files = try AtomicFiles(folder: scratch.path(folder))
    for (index, name) in names.enumerated() {
      let aside = files.begin("\(scratch.path(folder))/\(name)")
      if index < written ?? names.count { try Data("new \(index)".utf8).write(to: URL(fileURLWithPath: aside)) }
    }
    return files
  }

  private func content(_ name: String) -> String? { try? String(contentsOfFile: scratch.path(name), encoding: .utf8) }

  @Test func allTakeTheirNamesAtTheEnd() throws {
    let files = try begin(["1.pdf", "2.pdf"], in: "a/b")
    #expect(scratch.files.allSatisfy { $0.hasSuffix(".part") && $0.contains("/.") })
    try files.publish(.nothing)
    #expect(scratch.files == ["a/b/1.pdf", "a/b/2.pdf"])
    #expect(content("a/b/1.pdf") == "new 0")
  }

  @Test func discardingLeavesNothing() throws {
    try scratch.write("mine", to: "kept/x")
    let files = try begin(["1.pdf", "2.pdf"], in: "kept")
    let others = try begin(["3.pdf"], in: "made/deep")
    files.discard()
    others.discard()
    #expect(scratch.files == ["kept/x"])
    #expect(!Files.exists(scratch.path("made")))
  }

  @Test func aFileThatHasAppearedMeanwhileIsNotOverwritten() throws {
    let files = try begin(["0.pdf", "1.pdf", "2.pdf"], in: "papers")
    try scratch.write("somebody else's", to: "papers/1.pdf")
    let fault = #expect(throws: Diagnostics.self) { try files.publish(.nothing) }
    #expect(fault?.all.first?.kind == .cannotWrite)
    #expect(fault?.all.first?.message == "this file has appeared meanwhile")
    // What had its name by then is taken back.
    #expect(scratch.files == ["papers/1.pdf"])
    #expect(content("papers/1.pdf") == "somebody else's")
  }

  @Test func aLinkThatLeadsNowhereIsNotOverwrittenEither() throws {
    let files = try begin(["1.pdf"])
    try FileManager.default.createSymbolicLink(atPath: scratch.path("1.pdf"), withDestinationPath: "nowhere")
    #expect(throws: Diagnostics.self) { try files.publish(.nothing) }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("1.pdf")) == "nowhere")
  }

  @Test func forceReplaces() throws {
    try scratch.write("old", to: "1.pdf")
    let files = try begin(["1.pdf"])
    try files.publish(.everything)
    #expect(content("1.pdf") == "new 0")
    #expect(scratch.files == ["1.pdf"])
  }

  @Test func aFileThatWasNeverWrittenIsAFault() throws {
    let files = try begin(["1.pdf", "2.pdf"], in: "made", written: 1)
    let fault = #expect(throws: Diagnostics.self) { try files.publish(.nothing) }
    #expect(fault?.all.first?.message == "the file could not be brought to the disk")
    #expect(scratch.files.isEmpty)
    #expect(!Files.exists(scratch.path("made")))
  }

  @Test func aFolderThatCannotBeMadeIsAFault() throws {
    try scratch.write("", to: "file")
    let fault = #expect(throws: Diagnostics.self) { try AtomicFiles(folder: scratch.path("file/deep")) }
    #expect(fault?.all.first?.kind == .cannotWrite)
    #expect(scratch.files == ["file"])
  }
}

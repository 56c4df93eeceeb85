import Foundation
import TestTools
import Testing

@testable import BillingOffice

@Suite struct AsideFilesTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func write(_ files: AsideFiles, _ count: Int) throws {
    for index in 0..<count { try Data("new \(index)".utf8).write(to: URL(fileURLWithPath: files.aside(index))) }
  }

  private func content(_ name: String) -> String? { try? String(contentsOfFile: scratch.path(name), encoding: .utf8) }

  @Test func allTakeTheirNamesAtTheEnd() throws {
    let files = try AsideFiles([scratch.path("a/b/1.pdf"), scratch.path("a/2.pdf")])
    try write(files, 2)
    #expect(scratch.files.allSatisfy { $0.hasSuffix(".part") && $0.contains("/.") })
    try files.publish(force: false)
    #expect(scratch.files == ["a/2.pdf", "a/b/1.pdf"])
    #expect(content("a/b/1.pdf") == "new 0")
  }

  @Test func discardingLeavesNothing() throws {
    try scratch.write("mine", to: "kept/x")
    let files = try AsideFiles([scratch.path("kept/1.pdf"), scratch.path("made/deep/2.pdf")])
    try write(files, 2)
    files.discard()
    #expect(scratch.files == ["kept/x"])
    #expect(!Files.exists(scratch.path("made")))
  }

  @Test func aFileThatHasAppearedMeanwhileIsNotOverwritten() throws {
    let files = try AsideFiles((0..<3).map { scratch.path("papers/\($0).pdf") })
    try write(files, 3)
    try scratch.write("somebody else's", to: "papers/1.pdf")
    let fault = #expect(throws: Diagnostic.self) { try files.publish(force: false) }
    #expect(fault?.kind == .cannotWrite)
    #expect(fault?.message == "this file has appeared meanwhile")
    // What had its name by then is taken back.
    #expect(scratch.files == ["papers/1.pdf"])
    #expect(content("papers/1.pdf") == "somebody else's")
  }

  @Test func aLinkThatLeadsNowhereIsNotOverwrittenEither() throws {
    let files = try AsideFiles([scratch.path("1.pdf")])
    try write(files, 1)
    try FileManager.default.createSymbolicLink(atPath: scratch.path("1.pdf"), withDestinationPath: "nowhere")
    #expect(throws: Diagnostic.self) { try files.publish(force: false) }
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("1.pdf")) == "nowhere")
  }

  @Test func forceReplaces() throws {
    try scratch.write("old", to: "1.pdf")
    let files = try AsideFiles([scratch.path("1.pdf")])
    try write(files, 1)
    try files.publish(force: true)
    #expect(content("1.pdf") == "new 0")
    #expect(scratch.files == ["1.pdf"])
  }

  @Test func aFileThatWasNeverWrittenIsAFault() throws {
    let files = try AsideFiles([scratch.path("made/1.pdf"), scratch.path("made/2.pdf")])
    try write(files, 1)
    let fault = #expect(throws: Diagnostic.self) { try files.publish(force: false) }
    #expect(fault?.message == "the file could not be brought to the disk")
    #expect(scratch.files.isEmpty)
    #expect(!Files.exists(scratch.path("made")))
  }

  @Test func aFolderThatCannotBeMadeTakesTheOthersBack() throws {
    try scratch.write("", to: "file")
    let fault = #expect(throws: Diagnostic.self) {
      try AsideFiles([scratch.path("a/deep/1.pdf"), scratch.path("file/2.pdf")])
    }
    #expect(fault?.kind == .cannotWrite)
    #expect(!Files.exists(scratch.path("a")))
  }
}

import Foundation
import TestTools
import Testing

@testable import BillingOffice

@Suite struct FilesTests {
  @Test func readsTextAndDropsAByteOrderMark() throws {
    let scratch = try Scratch()
    #expect(try Files.text(scratch.write("\u{FEFF}name: x", to: "a"), shown: "a") == "name: x")
  }

  @Test func tellsWhyAFileCannotBeRead() throws {
    let scratch = try Scratch()
    let fault = #expect(throws: Diagnostics.self) { try Files.read(scratch.path("a"), shown: "a", hint: "write it") }
    #expect(fault?.all.first?.description == "a: error: there is no such file\n  → write it")
    #expect(fault?.all.first?.kind == .noInput)
    let folder = #expect(throws: Diagnostics.self) { try Files.read(scratch.folder.path, shown: "b") }
    #expect(folder?.all.first?.description == "b: error: this is a folder, not a file\n  → name the file inside it")
    try Data([0x61, 0xFF]).write(to: scratch.folder.appendingPathComponent("c"))
    let binary = #expect(throws: Diagnostics.self) { try Files.text(scratch.path("c"), shown: "c") }
    #expect(binary?.all.first?.description == "c: error: the file is not UTF-8 text\n  → save it again as UTF-8")
  }

  @Test func foldersThatWereMadeCanBeTakenBack() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "a/kept")
    let made = try Files.make(folder: scratch.path("a/b/c"), hint: "")
    #expect(made == [scratch.path("a/b/c"), scratch.path("a/b")])
    Files.remove(folders: made.reversed())
    #expect(!Files.exists(scratch.path("a/b")))
    #expect(Files.isFolder(scratch.path("a")))
    #expect(try Files.make(folder: scratch.path("a"), hint: "") == [])
    let fault = #expect(throws: Diagnostics.self) { try Files.make(folder: scratch.path("a/kept/c"), hint: "") }
    #expect(fault?.all.first?.message == "this is a file, so no folder can be made in it")
    #expect(fault?.all.first?.kind == .cannotWrite)
  }

  @Test func pathsAreShownAsPeopleWriteThem() {
    let here = FileManager.default.currentDirectoryPath
    #expect(Files.shown("\(here)/a/b") == "a/b")
    #expect(Files.shown("/elsewhere/a") == "/elsewhere/a")
    #expect(Files.absolute("a/../b") == "\(here)/b")
  }
}

import Foundation
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct FilesTests {
  @Test func readsTextAndDropsAByteOrderMark() throws {
    let scratch = try Scratch()
    #expect(try Files.text(scratch.write("\u{FEFF}name: x", to: "a")) == "name: x")
  }

  @Test func tellsWhyAFileCannotBeRead() throws {
    let scratch = try Scratch()
    let fault = #expect(throws: Diagnostics.self) { try Files.read(scratch.path("a"), .order) }
    #expect(
      fault?.all.first?.description
        == "\(scratch.path("a")): error: there is no such file\n  → an order is a CSV file with the columns item and quantity"
    )
    #expect(fault?.all.first?.kind == .noInput)
    let folder = #expect(throws: Diagnostics.self) { try Files.read(scratch.folder.path) }
    #expect(
      folder?.all.first?.description
        == "\(scratch.folder.path): error: this is a folder, not a file\n  → name the file inside it")
    try Data([0x61, 0xFF]).write(to: scratch.folder.appendingPathComponent("c"))
    let binary = #expect(throws: Diagnostics.self) { try Files.text(scratch.path("c")) }
    #expect(
      binary?.all.first?.description
        == "\(scratch.path("c")): error: the file is not UTF-8 text\n  → save it again as UTF-8")
  }

  /// Whoever opens a pipe waits for its other end, and for ever where there is none.
  @Test func nobodyWaitsAtAPipe() throws {
    let scratch = try Scratch()
    let pipe = scratch.path("prices.csv")
    #expect(mkfifo(pipe, 0o600) == 0)
    for read in [{ _ = try Files.read(pipe) }, { _ = try FileSource.bytes(pipe, .priceBook) }] {
      let fault = #expect(throws: Diagnostics.self) { try read() }
      #expect(fault?.all.first?.description == "\(pipe): error: this is a pipe, and no file\n  → put a file there")
    }
  }

  /// A folder of what this machine remembers may have been made by others' programs, or a careless hand.
  @Test func whatThisMachineRemembersIsItsPersonsAlone() throws {
    let (scratch, files) = (try Scratch(), FileManager.default)
    func mode(_ name: String) throws -> Int? {
      try files.attributesOfItem(atPath: scratch.path(name))[.posixPermissions] as? Int
    }
    for (name, use, expected) in [("state", FolderUse.state, 0o700), ("papers", .papers, 0o777)] {
      let path = scratch.path(name)
      try files.createDirectory(atPath: path, withIntermediateDirectories: false)
      try files.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path)
      #expect(try Files.make(folder: path, for: use).isEmpty)
      #expect(try mode(name) == expected)
    }
    _ = try Files.make(folder: scratch.path("new"), for: .state)
    #expect(try mode("new") == 0o700)
  }

  @Test func foldersThatWereMadeCanBeTakenBack() throws {
    let scratch = try Scratch()
    try scratch.write("", to: "a/kept")
    let made = try Files.make(folder: scratch.path("a/b/c"), for: .papers)
    #expect(made == [scratch.path("a/b/c"), scratch.path("a/b")])
    Files.remove(folders: made.reversed())
    #expect(!Files.exists(scratch.path("a/b")))
    #expect(Files.isFolder(scratch.path("a")))
    #expect(try Files.make(folder: scratch.path("a"), for: .papers) == [])
    let fault = #expect(throws: Diagnostics.self) { try Files.make(folder: scratch.path("a/kept/c"), for: .papers) }
    #expect(fault?.all.first?.message == "this is a file, so no folder can be made in it")
    #expect(fault?.all.first?.kind == .cannotWrite)
  }

  @Test func pathsAreShownAsPeopleWriteThem() {
    let here = FileManager.default.currentDirectoryPath
    #expect(ShownPath.of("\(here)/a/b") == "a/b")
    #expect(ShownPath.of("/elsewhere/a") == "/elsewhere/a")
    #expect(Files.absolute("a/../b") == "\(here)/b")
  }
}

import Foundation
import TestTools
import Testing

@testable import BillingOffice

/// What a killed process has left goes, and nothing else does.
@Suite struct AsidesTests {
  private func deadName() throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/cat")
    let input = Pipe()
    process.standardInput = input
    try process.run()
    let name = RunningProcess(of: process.processIdentifier).fileName
    // It ends with what it reads: a signal might not reach it, since it is started with those blocked that a worker's thread blocks.
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    return name
  }

  @Test func whatTheDeadLeftGoes() throws {
    let scratch = try Scratch()
    let dead = try deadName()
    let current = RunningProcess.current.fileName
    let (gone, kept) = (
      [".\(dead)-ABCD-0.part"],
      [
        ".\(current)-ABCD-0.part", ".ABCD-0.part", "\(dead)-ABCD-0.part", ".\(dead)-ABCD-0.pdf", ".x.part",
        ".00000000-00000000-0-1-1-x.part",
      ]
    )
    for name in gone + kept { try scratch.write("x", to: name) }
    try FileManager.default.createDirectory(
      atPath: scratch.path(".\(dead)-folder.part/inner"), withIntermediateDirectories: true)
    Asides.sweep(scratch.folder.path)
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).sorted() == kept.sorted())
  }

  @Test func aNameTellsItsProcess() throws {
    let name = RunningProcess.current.fileName
    let read = try #require(RunningProcess(fileName: name + "-x"))
    #expect(read.fileName == name)
    #expect(!read.isDead)
    #expect(RunningProcess(fileName: "a-b-c-d-e-f") == nil)
  }
}

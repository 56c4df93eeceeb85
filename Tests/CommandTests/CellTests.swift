import Foundation
import TestTools
import Testing

/// The program starts itself to read what strangers have made: nobody types that, and whoever stops it is heard.
@Suite struct CellTests {
  @Test func nobodyIsToldOfTheWord() throws {
    let shell = try Shell()
    for arguments in [["--help"], ["--generate-completion-script", "bash"], ["help"]] {
      #expect(!(try shell.type(arguments)).output.contains("---cell"))
    }
    #expect(try shell.type(["---cell"]).status == 64)
  }

  /// Whether the program has started itself to read a picture.
  private func hasCell(_ program: Int32) -> Bool {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(program)/task")) ?? []
    return threads.contains { thread in
      let children = try? String(contentsOfFile: "/proc/\(program)/task/\(thread)/children", encoding: .utf8)
      return (children ?? "").split(separator: " ").contains { child in
        (try? String(contentsOfFile: "/proc/\(child)/cmdline", encoding: .utf8))?.contains("---cell") == true
      }
    }
  }

  @Test(.slow, arguments: [SIGINT, SIGTERM, SIGHUP]) func aSignalIsHeardInTheMiddleOfAPicture(signal: Int32) throws {
    let shell = try Shell([
      "Templates/t/template.yaml": OfficeFiles.template(showing: "x.svg"),
      "Templates/t/art/x.svg": ##"""
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><filter id="f"><feTurbulence baseFrequency="9" \##
      numOctaves="99999999"/></filter><rect width="90" height="50" filter="url(#f)"/></svg>
      """##,
    ])
    let before = shell.listing
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["invoice", "order.csv", "--draft", "--template", "t"] + Shell.day
    process.currentDirectoryURL = URL(fileURLWithPath: shell.path(""))
    process.environment = ProcessInfo.processInfo.environment.merging(Shell.environment) { $1 }
    (process.standardError, process.standardOutput) = (FileHandle.nullDevice, FileHandle.nullDevice)
    try process.run()
    let deadline = Date(timeIntervalSinceNow: 20)
    while process.isRunning, Date() < deadline, !hasCell(process.processIdentifier) { usleep(2000) }
    try #require(hasCell(process.processIdentifier))
    usleep(200_000)
    let begin = Date()
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    // 200 ms, and what a busy machine adds.
    #expect(Date().timeIntervalSince(begin) < 1)
    #expect(process.terminationStatus == 130)
    #expect(shell.listing == before)
  }
}

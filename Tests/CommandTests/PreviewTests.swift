import Foundation
import Synchronization
import TestTools
import Testing

/// `billing-office preview`, while a designer saves.
@Suite struct PreviewTests {
  // Without a time limit, which would count from before the test has a thread: each line is waited for 20 seconds.
  @Test func everySaveIsToldInALine() throws {
    let text = try OfficeFiles.template()
    let shell = try Shell(["Templates/ours/template.yaml": text])
    let path = shell.path("Templates/ours/template.yaml")
    let watcher = try Watcher(shell, ["preview", "ours", "--watch"])
    defer { watcher.stop() }
    func after(_ text: String) throws -> String {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return watcher.nextLine()
    }
    #expect(watcher.nextLine().contains(/^✓ ready · 1 page · \d+ ms$/))
    let first = try shell.bytes("output/preview-ours.png")
    let larger = text.replacing("40pt", with: "44pt")
    let line = try OfficeFiles.place(of: "40pt", in: text).split(separator: ":")[0]
    let told = try after(larger)
    #expect(told.hasPrefix("✓ template.yaml:\(line): font-size: 40pt → font-size: 44pt · 1 page · "), "\(told)")
    let second = try shell.bytes("output/preview-ours.png")
    #expect(first != second)
    let misspelt = larger.replacing("font-size: 30pt", with: "font-sise: 30pt")
    let place = try OfficeFiles.place(of: "font-sise", in: misspelt)
    let wrong = try after(misspelt)
    let start = "✗ template.yaml:5: font-size: 30pt → font-sise: 30pt · Templates/ours/template.yaml:\(place): error: "
    #expect(wrong.hasPrefix(start), "\(wrong)")
    // The last good picture stays.
    #expect(try shell.bytes("output/preview-ours.png") == second)
    #expect(try after(larger).hasPrefix("✓ template.yaml:5: font-sise: 30pt → font-size: 30pt"))
    #expect(try after(text).hasPrefix("✓ "))
    #expect(try shell.bytes("output/preview-ours.png") == first)
    #expect(shell.listing.allSatisfy { !$0.hasSuffix(".part") })
  }
}

/// The program while it runs, and what it says.
private final class Watcher: Sendable {
  private let process: Process
  private let lines: Mutex<[String]>
  private let more = DispatchSemaphore(value: 0)

  init(_ shell: Shell, _ arguments: [String]) throws {
    process = Process()
    lines = Mutex([])
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: shell.path(""))
    process.environment = ProcessInfo.processInfo.environment.merging(Shell.environment) { $1 }
    process.standardOutput = FileHandle.nullDevice
    let pipe = Pipe()
    process.standardError = pipe
    try process.run()
    let thread = Thread { [self] in
      var rest = ""
      while case let data = pipe.fileHandleForReading.availableData, !data.isEmpty {
        rest += String(decoding: data, as: UTF8.self)
        while let end = rest.firstIndex(of: "\n") {
          let line = String(rest[..<end])
          rest = String(rest[rest.index(after: end)...])
          lines.withLock { $0.append(line) }
          more.signal()
        }
      }
    }
    thread.start()
  }

  func nextLine() -> String {
    guard more.wait(timeout: .now() + 20) == .success else { return "nothing was said" }
    return lines.withLock { $0.removeFirst() }
  }

  func stop() {
    process.interrupt()
    process.waitUntilExit()
  }
}

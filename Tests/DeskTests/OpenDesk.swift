import BillingOffice
import Foundation
import OfficeFixtures
import TestTools

/// A desk that is open in a process of its own, as people open one: what else is tested meanwhile takes none of its threads.
///
/// What it holds is only read.
final class OpenDesk: @unchecked Sendable {
  let office: TestOffice
  let port: Int
  private let process = Process()

  var browser: Browser { Browser(port: port) }

  struct NotOpen: Error {}

  /// Opens one.
  ///
  /// - Parameter changes: the office's files that differ from the starter's.
  /// - Throws: when it does not open.
  init(_ changes: [String: String] = [:]) throws {
    office = try TestOffice(changes)
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["desk", "--no-browser", "--port", "0", "--office", office.scratch.path("office")]
    process.environment = ProcessInfo.processInfo.environment.merging([
      "BILLING_OFFICE_HOME": Repository.root.path, "XDG_STATE_HOME": office.scratch.path("state"),
    ]) { $1 }
    let told = Pipe()
    process.standardOutput = told
    process.standardError = FileHandle.nullDevice
    try process.run()
    // The address comes first, such as http://localhost:40123/.
    let line = String(decoding: told.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = line.firstMatch(of: /localhost:([0-9]+)/).flatMap({ Int($0.1) }) else {
      process.terminate()
      throw NotOpen()
    }
    self.port = port
  }

  deinit { process.terminate() }

  /// Gives something, as a device does.
  @discardableResult
  func give(
    _ item: String = "Rice", _ quantity: String = "2", id: String = newID(), printer: String? = nil,
    isMeant: Bool = false
  ) throws
    -> Browser.Answer
  {
    var gift: [String: Any] = ["id": id, "lines": [["item": item, "quantity": quantity]], "isMeant": isMeant]
    if let printer { gift["printer"] = printer }
    return try browser.post("/give", gift)
  }

  static func newID() -> String { UUID().uuidString.replacing("-", with: "").lowercased() }

  /// How many gifts the ledger holds.
  var count: Int { (try? office.office.ledger.newest(1000).count) ?? 0 }

  /// Kills it, as a machine does that loses its power.
  func kill() {
    Glibc.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }

  /// Asks it to stop, and waits until it has.
  ///
  /// - Returns: what it ended with.
  func stop() -> Int32 {
    process.terminate()
    process.waitUntilExit()
    return process.terminationStatus
  }

  /// Waits until something holds, for 60 seconds at the most.
  func until(_ holds: () throws -> Bool) async throws -> Bool {
    for _ in 0..<1200 {
      if try holds() { return true }
      try await Task.sleep(for: .milliseconds(50))
    }
    return false
  }
}

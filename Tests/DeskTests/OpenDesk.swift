import BillingOffice
import Desk
import Foundation
import OfficeFixtures
import Testing

/// A desk that is open in this process, at a port of its own.
///
/// What it holds is only read.
final class OpenDesk: @unchecked Sendable {
  let office: TestOffice
  let port: Int
  private let task: Task<Void, any Error>

  var browser: Browser { Browser(port: port) }

  /// Opens one.
  ///
  /// - Parameters:
  ///   - changes: the office's files that differ from the starter's.
  ///   - addresses: the machine's addresses in its network; none for this machine alone.
  /// - Throws: when it does not open.
  init(_ changes: [String: String] = [:], addresses: [String] = []) async throws {
    let office = try TestOffice(changes)
    let issued = try #require(TestOffice.issued)
    self.office = office
    let server = try DeskServer(
      office.office,
      DeskSetup(
        port: 0, addresses: addresses, moment: { TestOffice.moment }, day: { issued }, time: { "14:02" }))
    let (ports, told) = AsyncStream<Int>.makeStream()
    task = Task.detached { try await server.run { told.yield($0) } }
    var found = 0
    for await port in ports {
      found = port
      break
    }
    port = found
  }

  deinit { task.cancel() }

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

  /// Waits until something holds, for 20 seconds at the most.
  func until(_ holds: () throws -> Bool) async throws -> Bool {
    for _ in 0..<400 {
      if try holds() { return true }
      try await Task.sleep(for: .milliseconds(50))
    }
    return false
  }
}

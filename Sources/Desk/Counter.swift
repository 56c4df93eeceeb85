import BillingOffice
import Foundation
import Synchronization

/// The office behind the desk: it gives, prints and tells what has changed. What takes an office's time is done one after the other,
/// beside the threads that answer browsers.
final class Counter: Sendable {
  let office: Office
  let setup: DeskSetup
  let hub = EventHub()
  let queues: PrintQueues
  private let isChanged: Atomic<Bool>
  private let work = DispatchQueue(label: "counter")

  /// How often it is looked whether another process has recorded something.
  private static let interval = Duration.milliseconds(100)
  /// How often whoever listens hears everything anew, so that it is known that the desk is still there, in intervals.
  private static let beat = 100

  private let pages: DeskPages

  init(_ office: Office, _ setup: DeskSetup, _ pages: DeskPages) throws(Diagnostics) {
    (self.office, self.setup, self.pages) = (office, setup, pages)
    // What is wrong with the office is told before anybody stands in a queue.
    _ = try office.catalogue()
    let changes = Changes()
    isChanged = Atomic(false)
    queues = PrintQueues(office, clock: { [setup] in (setup.moment(), setup.time()) }, changed: { changes.note() })
    changes.told = { [weak self] in self?.isChanged.store(true, ordering: .relaxed) }
  }

  /// Does something with the office, after what others have asked for.
  func with<Value: Sendable>(_ body: @escaping @Sendable (Office) throws(Diagnostics) -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
      work.async { [self] in
        do throws(Diagnostics) { continuation.resume(returning: try body(office)) } catch {
          continuation.resume(throwing: error)
        }
      }
    }
  }

  /// The printer that somebody chose; nil for none.
  ///
  /// - Throws: ``Diagnostics`` when there is none of that name.
  func printer(_ name: String?) throws(Diagnostics) -> Printer? {
    guard let name, !name.isEmpty else { return nil }
    return try office.printer(named: name)
  }

  /// Notes that something has changed.
  func note() { isChanged.store(true, ordering: .relaxed) }

  /// Looks what has changed, and tells whoever listens, until the task is cancelled.
  func watch() async throws {
    var (newest, turns) = (office.newestNumber(), 0)
    while !Task.isCancelled {
      try await Task.sleep(for: Self.interval)
      turns += 1
      guard hub.isHeard else { continue }
      let now = office.newestNumber()
      let isNew = isChanged.exchange(false, ordering: .relaxed) || now != newest
      guard isNew || turns % Self.beat == 0 else { continue }
      newest = now
      if let state = try? await state() { hub.send(state) }
    }
  }

  /// All that pages show that changes by itself, as an event.
  func state() async throws -> String {
    let board = try await with { (office) throws(Diagnostics) in try office.liveBoard() }
    let state = DeskState(version: pages.version, board: BoardState(board), queues: try await queueState())
    return "data: \(JSONText.of(state))\n\n"
  }

  /// What waits for printers.
  func queueState() async throws -> QueuesState {
    let moment = setup.moment()
    let left = try await with { (office) throws(Diagnostics) in try office.unprinted(at: moment) }
    let waiting = Set(queues.all.flatMap(\.jobs).map(\.number))
    return QueuesState(queues.all, leftovers: left.count { !waiting.contains($0.number) }, pages.word)
  }

  /// Stops.
  func close() {
    queues.close()
    hub.close()
  }
}

/// Passes on that something has changed to what is not there yet.
private final class Changes: @unchecked Sendable {
  var told: @Sendable () -> Void = {}
  func note() { told() }
}

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
  let sums = BoardSums()
  private let isChanged: Atomic<Bool>
  private let work = DispatchQueue(label: "counter")
  private let beside = DispatchQueue(label: "beside the counter", attributes: .concurrent)
  /// The printers that are being tried out.
  private let tested = Mutex<Set<String>>([])

  /// How often it is looked whether something has changed here.
  private static let interval = Duration.milliseconds(20)
  /// How long whoever listens has peace between two events at the least.
  private static let pause = Duration.milliseconds(100)
  /// How often it is looked whether another process has recorded something, in intervals.
  private static let glance = 5
  /// How often whoever listens hears everything anew, so that it is known that the desk is still there, in intervals.
  private static let beat = 500
  /// How often what was recorded is brought into the ledger's own file, in intervals.
  private static let rest = 50

  private let pages: DeskPages

  init(_ office: Office, _ setup: DeskSetup, _ pages: DeskPages) throws(Diagnostics) {
    (self.office, self.setup, self.pages) = (office, setup, pages)
    office.standAtCounter()
    // What is wrong with the office is told before anybody stands in a queue.
    _ = try office.catalogue()
    let (changes, digits) = (Changes(), try office.digitWriter())
    isChanged = Atomic(false)
    queues = PrintQueues(
      office, clock: { [setup] in (setup.moment(), digits(setup.time())) }, changed: { changes.note() })
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

  /// The printer that somebody chose; nil for none. Only those of printers.yaml can be chosen: no request sends anything anywhere else.
  ///
  /// - Throws: ``Diagnostics`` when there is none of that name.
  func printer(_ name: String?) throws(Diagnostics) -> Printer? {
    guard let name, !name.isEmpty else { return nil }
    let all = try office.printers().printers
    if let printer = all.first(where: { $0.name == name }) { return printer }
    throw Diagnostics(PrinterFact.unknown(name, known: all.compactMap(\.name)))
  }

  /// Does something that may wait for a printer, on a thread of its own: neither the office nor other requests wait with it.
  func aside(_ body: @escaping @Sendable (Office) throws(Diagnostics) -> Void) async throws {
    try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
      beside.async { [office] in
        do throws(Diagnostics) {
          try body(office)
          continuation.resume()
        } catch { continuation.resume(throwing: error) }
      }
    }
  }

  /// Notes that a printer is tried out, unless it is being tried out already.
  ///
  /// - Returns: whether it was not.
  func beginTest(_ printer: String) -> Bool { tested.withLock { $0.insert(printer).inserted } }

  /// Notes that it no longer is.
  func endTest(_ printer: String) { tested.withLock { _ = $0.remove(printer) } }

  /// Notes that something has changed.
  func note() { isChanged.store(true, ordering: .relaxed) }

  /// Looks what has changed, and tells whoever listens, until the task is cancelled.
  func watch() async throws {
    var (revision, turns, isUnkept, isUntold) = (office.ledgerRevision(), 0, true, false)
    var told = ContinuousClock.now
    while !Task.isCancelled {
      try await Task.sleep(for: Self.interval)
      turns += 1
      var isNew = isChanged.exchange(false, ordering: .relaxed)
      if turns % Self.glance == 0 {
        let now = office.ledgerRevision()
        if now != revision { (revision, isNew) = (now, true) }
      }
      if isNew { (isUnkept, isUntold) = (true, true) }
      if turns % Self.rest == 0, isUnkept {
        // Whoever copies the ledger's file has all of it, and what came out of printers is struck off for good.
        isUnkept = (try? await with { (office) throws(Diagnostics) in try office.fillLedgerFile() }) != true
      }
      if turns % Self.beat == 0 { isUntold = true }
      guard hub.isHeard, isUntold, ContinuousClock.now - told >= Self.pause else { continue }
      isUntold = false
      if let state = try? await state() { hub.send(state) }
      told = .now
    }
  }

  /// All that pages show that changes by itself, as an event.
  func state() async throws -> String {
    let board = try await with { [sums] (office) throws(Diagnostics) in try office.liveBoard(sums) }
    let state = DeskState(version: pages.version, board: BoardState(board), queues: try await queueState())
    return "data: \(JSONText.of(state))\n\n"
  }

  /// What waits for printers.
  func queueState() async throws -> QueuesState {
    let moment = setup.moment()
    let left = try await with { (office) throws(Diagnostics) in try office.unprintedNumbers(at: moment) }
    let waiting = Set(queues.all.flatMap(\.jobs).map(\.number))
    return QueuesState(queues.all, leftovers: left.count { !waiting.contains($0) }, pages)
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

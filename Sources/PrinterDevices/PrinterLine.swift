import Foundation
import Synchronization

/// The line to a receipt printer. What is written goes down it at once, so that the printer begins while the rest is
/// made.
///
/// It never throws: once the printer is at fault, what is still written is dropped, and ``close()`` tells.
package final class PrinterLine: Sendable {
  private let target: PrinterTarget
  private let patience: Double
  private let opening: [UInt8]
  private let waiting: LineWaiting
  private let state = Mutex(State())

  private struct State {
    /// What keeps other desks away while the line is open.
    var claim: LineClaim?
    /// Nil before the first byte, and after a fault.
    var connection: PrinterConnection?
    var written = 0
    /// How many bytes there were at the end of each document.
    var ends: [Int] = []
    var fault: PrinterFault?
  }

  /// Names the line; nothing is opened before there is something to send.
  ///
  /// - Parameters:
  ///   - target: where to.
  ///   - patience: how long to wait for an answer, and for a printer that takes nothing, in seconds.
  ///   - opening: what is sent before anything else when the line is opened.
  ///   - waiting: how long to wait for a printer that another desk has.
  package init(
    to target: PrinterTarget, patience: Double = 5, opening: [UInt8] = [], waiting: LineWaiting = .none
  ) {
    (self.target, self.patience, self.opening, self.waiting) = (target, patience, opening, waiting)
  }

  /// The printer's address.
  package var name: String { target.description }

  /// Why no printer can be at its end; nil where that is found out only by calling it.
  package var obstacle: PrinterFault? { target.obstacle }

  /// Whether the printer takes no more, so that nothing more need be made for it.
  package var isBroken: Bool { state.withLock { $0.fault != nil } }

  /// How many documents, from the first, the printer has taken while others are on their way. Of the newest only ``close()``
  /// knows.
  package var taken: Int {
    state.withLock { state in
      let bytes = state.fault?.taken ?? state.connection?.takenNow ?? 0
      return state.ends.dropLast().count { $0 <= bytes }
    }
  }

  /// Sends bytes in the printer's language, and opens the line where it is not open.
  package func write(_ bytes: [UInt8]) {
    state.withLock { state in
      if state.fault != nil { return }
      do throws(PrinterFault) {
        let isNew = state.connection == nil
        let connection = if let open = state.connection { open } else { try connect(&state.claim) }
        state.connection = connection
        let all = isNew ? opening + bytes : bytes
        try connection.send(all)
        state.written += all.count
      } catch {
        (state.fault, state.connection, state.claim) = (error, nil, nil)
      }
    }
  }

  /// Opens the line, once no other desk has it.
  private func connect(_ claim: inout LineClaim?) throws(PrinterFault) -> PrinterConnection {
    var told: LineWaiting.Reason?
    var waited = 0.0
    while true {
      let reason: LineWaiting.Reason
      var refusal: PrinterFault?
      claim = claim ?? LineClaim(target)
      if claim == nil {
        reason = .otherDesk
      } else {
        do throws(PrinterFault) {
          return try PrinterConnection(target, patience: patience, opening: opening.count, waiting: waiting)
        } catch {
          guard let busy = target.business(error) else { throw error }
          reason = busy
          // Whether it was busy nobody knows.
          if reason == .refusing { refusal = error }
        }
      }
      let patience = waiting.patience(reason)
      if told != reason, patience > 0 { waiting.begins(reason, patience) }
      told = reason
      guard waited < patience else { throw refusal ?? .busy(reason, seconds: patience) }
      if waiting.isOver() { throw .interrupted }
      Thread.sleep(forTimeInterval: Self.pause)
      waited += Self.pause
    }
  }

  /// How long to wait before a printer is tried again, in seconds.
  private static let pause = 0.1

  /// Marks the end of a document; the line stays open for the next, since many printers take one call at a time and let
  /// go of it slowly.
  package func finish() {
    state.withLock { state in
      // What comes after a fault was never sent.
      if state.fault == nil { state.ends.append(state.written) }
    }
  }

  /// Waits until the printer has taken everything, and hangs up; what is written after that opens the line anew.
  ///
  /// - Returns: how many documents it has taken for sure, and why not the others.
  package func close() -> DeliveryReport {
    state.withLock { state in
      defer { state = State() }
      do throws(PrinterFault) { try state.connection?.finish() } catch { state.fault = error }
      let taken = state.fault.map { fault in state.ends.count { $0 <= fault.taken } }
      return DeliveryReport(taken: taken ?? state.ends.count, fault: state.fault)
    }
  }

  /// Hangs up where making the documents came to no end: what the printer has not taken is thrown away.
  package func hangUp() {
    state.withLock { state in
      state.connection?.abandon()
      state = State()
    }
  }
}

import Synchronization

/// The line to a receipt printer. What is written goes down it at once, so that the printer begins while the rest is
/// made.
///
/// It never throws: once the printer is at fault, what is still written is dropped, and ``close()`` tells.
package final class PrinterLine: Sendable {
  private let target: PrinterTarget
  private let patience: Double
  private let state = Mutex(State())

  private struct State {
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
  package init(to target: PrinterTarget, patience: Double = 5) {
    (self.target, self.patience) = (target, patience)
  }

  /// The printer's address.
  package var name: String { target.description }

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
        let connection =
          if let open = state.connection { open } else { try PrinterConnection(target, patience: patience) }
        state.connection = connection
        try connection.send(bytes)
        state.written += bytes.count
      } catch {
        (state.fault, state.connection) = (error, nil)
      }
    }
  }

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

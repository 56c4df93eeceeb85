import Ledger
import Papers
import Synchronization

/// The office's ledger, held open between two gifts; opened again where another file has taken its place.
final class KeptLedger: Sendable {
  private struct Held {
    var ledger: Ledger
    var access: Ledger.Access
    var file: KeptFiles.Identity
  }

  private let held = Mutex<Held?>(nil)
  private let patience = Mutex(Ledger.patience)
  /// Whether the one that was open is no longer in its place.
  private let isMissing = Atomic(false)

  /// Whether one has been opened.
  var isOpen: Bool { held.withLock { $0 != nil } || isMissing.load(ordering: .relaxed) }

  /// Has other processes waited for no longer, from the next time that a ledger is opened.
  ///
  /// - Parameter seconds: how long, in seconds.
  func wait(forOthers seconds: Double) { patience.withLock { $0 = seconds } }

  /// The ledger at a path.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - access: what is to be done with it; one that may be written may be read as well.
  /// - Returns: the ledger, open; the same one as long as its file is the same.
  /// - Throws: `LedgerError` when it cannot be opened, or what was open is no longer there: then no other is begun.
  func open(_ path: String, _ access: Ledger.Access) throws(LedgerError) -> Ledger {
    let known = held.withLock { held -> Ledger? in
      guard let kept = held, kept.file == KeptFiles.Identity(path) else { return nil }
      if kept.access == access || kept.access == .readWrite { return kept.ledger }
      // What was opened to be looked at is seldom opened a second time to be written.
      guard let writable = kept.ledger.writable else { return nil }
      held = Held(ledger: writable, access: .readWrite, file: kept.file)
      return writable
    }
    if let known { return known }
    held.withLock { held in
      guard let kept = held, kept.file != KeptFiles.Identity(path) else { return }
      // What is still in its log goes with it, and the log is let go of: whoever begins another file of that name has one of that name, too.
      _ = try? kept.ledger.checkpoint()
      held = nil
      isMissing.store(true, ordering: .relaxed)
    }
    if isMissing.load(ordering: .relaxed) {
      guard Files.exists(path) else { throw .movedAway(path: path) }
      isMissing.store(false, ordering: .relaxed)
    }
    let ledger = try Ledger(path: path, access: access, patience: patience.withLock { $0 })
    let new = Held(ledger: ledger, access: access, file: KeptFiles.Identity(path))
    held.withLock { $0 = new }
    return ledger
  }
}

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

  /// The ledger at a path.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - access: what is to be done with it; one that may be written may be read as well.
  /// - Returns: the ledger, open; the same one as long as its file is the same.
  /// - Throws: `LedgerError` when it cannot be opened.
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
    // The log of a file that is gone goes with it, before there is another file of its name.
    held.withLock { if $0?.file != KeptFiles.Identity(path) { $0 = nil } }
    let ledger = try Ledger(path: path, access: access)
    let new = Held(ledger: ledger, access: access, file: KeptFiles.Identity(path))
    held.withLock { $0 = new }
    return ledger
  }
}

import Ledger
import Synchronization

/// What was given so far, in all, by category and by stall. It is kept up to date gift by gift while a board is shown, since a ledger of
/// years takes a while to be gone through.
package final class BoardSums: Sendable {
  /// What was given and not taken back.
  struct Totals {
    /// In all, by category, and by the stalls where things are given; what is given nowhere or at several stalls is in none.
    let all, categories, stalls: [LedgerTotal]
  }

  private struct State {
    var (all, categories, stalls) = (LedgerSums(.none), LedgerSums(.category), LedgerSums(.none))
    /// How far the ledger has been gone through.
    var revision = 0
    var (seen, takenBack): (Set<EntryHash>, Set<EntryHash>) = ([], [])
    var names = DeskNames()
    var sensitive: SensitiveCategories = []
    /// The ledger that this is of; another may have taken its place.
    weak var ledger: Ledger?
  }

  private let state = Mutex(State())
  /// How many entries are read at a time.
  private static let portion = 1000

  /// Begins with nothing.
  package init() {}

  /// The sums of a ledger.
  ///
  /// - Parameters:
  ///   - ledger: the ledger.
  ///   - names: which item is given where.
  ///   - sensitive: the categories of which no sums of single stalls are told.
  /// - Returns: in all, by category and by stall.
  /// - Throws: `LedgerError` when it cannot be read.
  func totals(of ledger: Ledger, _ names: DeskNames, _ sensitive: SensitiveCategories) throws(LedgerError) -> Totals {
    try state.withLock { state throws(LedgerError) in
      if state.names != names || state.sensitive != sensitive || state.ledger !== ledger { state = State() }
      (state.names, state.sensitive, state.ledger) = (names, sensitive, ledger)
      if try !Self.goOn(&state, ledger) {
        // What was taken back, or out of an entry, is seen by going through all once more.
        (state.all, state.categories, state.stalls) = (LedgerSums(.none), LedgerSums(.category), LedgerSums(.none))
        (state.revision, state.seen, state.takenBack) = (0, [], Set(try ledger.reversals().keys))
        _ = try Self.goOn(&state, ledger)
      }
      return Totals(
        all: try state.all.totals, categories: try state.categories.totals,
        stalls: try state.stalls.totals.filter { $0.group != .hidden })
    }
  }

  /// Adds what is new.
  ///
  /// - Returns: whether that was all; not where something that was added is otherwise now.
  private static func goOn(_ state: inout State, _ ledger: Ledger) throws(LedgerError) -> Bool {
    let (names, sensitive) = (state.names, state.sensitive)
    while true {
      let changes = try ledger.changes(since: state.revision, limit: portion)
      if changes.entries.isEmpty { return true }
      for entry in changes.entries {
        guard state.seen.insert(entry.hash).inserted else { return false }
        if case .reversal(_, let hash, _) = entry.kind, !state.takenBack.contains(hash) { return false }
        guard entry.kind == .gift, !state.takenBack.contains(entry.hash) else { continue }
        state.all.add(entry)
        state.categories.add(entry)
        state.stalls.add(entry) { line in
          guard let texts = line.texts.content, !sensitive.contains(texts.category),
            let stall = names.stall(of: texts.item)
          else { return .hidden }
          return .named(stall)
        }
      }
      state.revision = changes.revision
    }
  }
}

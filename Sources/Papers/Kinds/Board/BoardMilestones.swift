import Bookkeeping
import Ledger

extension Milestones {
  /// What a ledger has passed last and comes to next, in the currency in which most was given.
  func around(of totals: [LedgerTotal]) -> (passed: Row?, next: Row?) {
    guard let most = totals.max(by: { $0.gifts < $1.gifts }) else { return (nil, nil) }
    return around(most.value)
  }
}

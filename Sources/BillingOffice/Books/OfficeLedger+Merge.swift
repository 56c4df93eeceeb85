import Foundation
package import Ledger
import Papers
import Vetting

/// A ledger that is to be joined to the office's own.
package struct MergeRequest: Sendable {
  /// The file: a `.sqlite` ledger, or an export ending in `.jsonl`.
  package var file: String
  /// What somebody has agreed to.
  package var consent: MergeGate.Consent
  /// The moment, as ISO 8601 in UTC: the copy of the ledger as it was is called by it.
  package var moment: String

  /// Makes a request.
  package init(_ file: String, consent: MergeGate.Consent = .to([]), moment: String) {
    (self.file, self.consent, self.moment) = (file, consent, moment)
  }
}

extension OfficeLedger {
  /// How many copies of the ledger as it was are kept; each is as large as the ledger.
  private static let mostCopies = 3

  /// Joins another ledger to the office's own, which is made where it is not there. Before anything changes, a copy of the ledger is
  /// kept beside it.
  ///
  /// - Parameter request: which file, and what somebody has agreed to.
  /// - Returns: how many entries were new, how many changed, and what was kept out.
  /// - Throws: ``Diagnostics`` when it is not sound, or would change what is here and nobody has agreed to that.
  package func merge(_ request: MergeRequest) throws(Diagnostics) -> LedgerMerge {
    let own = ChainKeeper.own(
      state: office.installation.state, ledger: office.ledgerPath, code: try office.settings().code)
    let gate = MergeGate(
      own: own.chains, heads: own.heads, keys: own.keys, consent: request.consent, copy: freeName(at: request.moment),
      refuses: { Vetting.paymentData(in: $0) != nil })
    do {
      let merge = try office.ledgers.open(office.ledgerPath, .readWrite).merge(request.file, gate)
      if merge.copy != nil { removeOldCopies() }
      return merge
    } catch { throw Diagnostics.of(all: error) }
  }

  /// The copies of the ledger as it was before something was joined to it, the oldest first.
  var copies: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: office.folder)) ?? []
    return names.filter { $0.wholeMatch(of: /ledger\.before-merge-\d{8}-\d{6}(-\d+)?\.sqlite/) != nil }.sorted().map(
      office.path)
  }

  /// A name for a copy that nothing has yet.
  private func freeName(at moment: String) -> String {
    let figures = moment.filter(\.isNumber)
    let stem = "ledger.before-merge-\(figures.prefix(8))-\(figures.dropFirst(8).prefix(6))"
    var (name, count) = ("\(stem).sqlite", 1)
    while Files.exists(office.path(name)) {
      count += 1
      name = "\(stem)-\(count).sqlite"
    }
    return office.path(name)
  }

  private func removeOldCopies() {
    for copy in copies.dropLast(Self.mostCopies) { unlink(copy) }
  }
}

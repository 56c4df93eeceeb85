internal import Ledger

/// The gifts that have come since a site was published, where nothing else has.
struct SiteAdditions {
  let entries: [LedgerEntry]
  let revision: Int

  /// The most gifts that are added one by one; more are faster all together.
  private static let most = 2000

  /// Looks at what is new: nil where something else than gifts at the end of chains is, and all pages must be gone through.
  ///
  /// - Parameters:
  ///   - book: what the site says.
  ///   - ledger: the ledger.
  /// - Throws: ``LedgerError`` when the ledger cannot be read.
  init?(_ book: SiteBook, _ ledger: Ledger) throws(LedgerError) {
    guard !book.isTangled else { return nil }
    let changes = try ledger.changes(since: book.revision, limit: Self.most + 1)
    guard changes.entries.count <= Self.most, try ledger.count() == book.count + changes.entries.count else {
      return nil
    }
    var ends: [String: (sequence: Int, hash: String?)] = [:]
    for chain in book.chains { ends["\(chain.office)-\(chain.name)"] = (chain.sequence, chain.hash) }
    var day = book.lastDay
    for entry in changes.entries {
      let chain = "\(entry.number.office)-\(entry.number.chain)"
      let end = ends[chain] ?? (0, nil)
      guard entry.kind == .gift, entry.day.description >= day, entry.number.sequence == end.sequence + 1,
        entry.previous?.description == end.hash
      else { return nil }
      ends[chain] = (entry.number.sequence, entry.hash.description)
      day = entry.day.description
    }
    (entries, revision) = (changes.entries, changes.revision)
  }
}

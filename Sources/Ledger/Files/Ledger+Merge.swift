internal import GRDB

/// What joining a ledger brought.
public struct LedgerMerge: Hashable, Sendable {
  /// How many entries are new here.
  public var added = 0
  /// How many entries are better known now, or have had words taken away.
  public var changed = 0
}

extension Ledger {
  /// Joins the entries of another ledger to this one: in any order, any number of times, with the same result.
  ///
  /// What was withheld in either is withheld; what one copy does not show is filled in from the other; a chain that has forked
  /// keeps both branches. The other ledger is checked first, and refused as a whole where it is not sound.
  ///
  /// - Parameter other: another ledger's file, or an export ending in `.jsonl`.
  /// - Returns: what was new.
  /// - Throws: ``LedgerError``; then nothing was joined.
  public func merge(_ other: String) throws(LedgerError) -> LedgerMerge {
    let isText = other.lowercased().hasSuffix(".jsonl")
    let ledger = isText ? nil : try Ledger(path: other, access: .readOnly)
    let report = if let ledger { try ledger.verify() } else { try LedgerFile.verify(other) }
    // A gap may be filled by the entries that are here.
    let faults = report.findings.filter { finding in
      switch finding {
      case .missingBefore, .wrongReversal: false
      default: finding.isFault
      }
    }
    guard faults.isEmpty else { throw .unsound(path: other, faults) }
    return try write { db in
      var merge = LedgerMerge()
      let statement = try db.makeStatement(sql: LedgerSchema.insert)
      func join(_ entry: LedgerEntry) throws {
        let known = try String.fetchOne(
          db, sql: "SELECT body FROM entry WHERE hash = ?", arguments: [entry.hash.description])
        guard let known else {
          try Self.insert(entry, statement)
          merge.added += 1
          return
        }
        let here = try EntryText.entry(known)
        let joined = here.merged(with: entry)
        guard joined != here else { return }
        try Self.replace(joined, db)
        merge.changed += 1
      }
      if let ledger {
        try ledger.forEach(join)
      } else {
        var failure: (any Error)?
        try LedgerFile.forEach(other) { entry in
          do { if failure == nil { try join(entry) } } catch { failure = error }
        }
        if let failure { throw failure }
      }
      return merge
    }
  }
}

extension LedgerEntry {
  /// What two copies of the same entry know together.
  func merged(with other: LedgerEntry) -> LedgerEntry {
    var entry = self
    entry.office = office.merged(with: other.office)
    entry.time = time.merged(with: other.time)
    for index in lines.indices where other.lines.indices.contains(index) {
      entry.lines[index].texts = lines[index].texts.merged(with: other.lines[index].texts)
      entry.lines[index].figures = lines[index].figures.merged(with: other.lines[index].figures)
    }
    return entry
  }
}

internal import Bookkeeping
internal import GRDB

extension Ledger {
  /// Joins the entries of another ledger to this one: in any order, any number of times, with the same result.
  ///
  /// What one copy does not show is filled in from the other, and new entries come in as far as they hang together with what is
  /// here. The other ledger is checked first, and refused as a whole where an entry in it is not what its hash says.
  ///
  /// - Parameters:
  ///   - other: another ledger's file, or an export ending in `.jsonl`.
  ///   - gate: what it may do to this one.
  /// - Returns: what was new, and what was kept out.
  /// - Throws: ``LedgerError``; then nothing was joined. ``LedgerError/notAgreed(path:_:)`` where something of what is here would be
  ///   changed that nobody has agreed to.
  public func merge(_ other: String, _ gate: MergeGate = MergeGate()) throws(LedgerError) -> LedgerMerge {
    let source = try MergeSource(other)
    try source.check()
    let texts = TextGate(gate)
    return try write { db in
      var plan = MergePlan(gate, db)
      try source.forEach { line in
        switch line {
        case .tooLong(let number): if let number { plan.keepOut(number, .tooLong) }
        case .signature(let signature): plan.look(at: signature)
        case .entry(let entry): plan.look(at: IncomingEntry(entry, texts), here: try Self.entry(entry.hash, db))
        }
      }
      try plan.decide()
      try Self.check(plan.sums, db)
      var merge = LedgerMerge()
      merge.keptOut = plan.keptOutInOrder
      merge.changes = plan.changesInOrder
      let open = merge.changes.filter { !gate.allows($0) }
      guard open.isEmpty else { throw LedgerError.notAgreed(path: other, merge.changes) }
      if plan.isEmpty { return merge }
      if let copy = gate.copy, try Int.fetchOne(db, sql: "SELECT count(*) FROM entry") != 0 {
        // Through a connection of its own, which sees what was here before.
        try Self.copy(path, to: copy)
        merge.copy = copy
      }
      let statement = try db.makeStatement(sql: LedgerSchema.insert)
      try source.forEach { line in
        guard case .entry(let whole) = line else { return }
        let entry = IncomingEntry(whole, texts).entry
        guard let here = try Self.entry(entry.hash, db) else {
          guard plan.accepted.contains(entry.hash) else { return }
          try Self.insert(MergePlan.new(entry, gate), statement)
          merge.added += 1
          return
        }
        let joined = MergePlan.joined(here, with: entry, gate)
        guard joined != here else { return }
        try Self.replace(joined, db)
        merge.changed += 1
      }
      for signature in plan.signatures {
        if let entry = try Self.entry(signature.head.hash, db), entry.number == signature.head.number {
          try Self.insert(signature, db)
        }
      }
      return merge
    }
  }

  /// Makes sure that sums can still be told once the entries are in. Where what is new is nothing out of the ordinary, that is so.
  ///
  /// - Throws: ``LedgerError/overflow``.
  private static func check(_ new: [Currency: Int128], _ db: Database) throws {
    let limit = Int128(Int64.max) / 4
    var sums = new
    guard sums.values.contains(where: { $0 > limit / 64 }) else { return }
    try forEachText(db) { text in
      let total = try EntryText.entry(text).total
      sums[total.currency, default: 0] += Int128(total.minorUnits.magnitude)
    }
    guard sums.values.allSatisfy({ $0 <= limit }) else { throw LedgerError.overflow }
  }

  /// Copies a ledger's file as it is now into a new one, which only its owner may read.
  ///
  /// - Parameters:
  ///   - path: the ledger.
  ///   - copy: where to; nothing may be there yet.
  /// - Throws: what the database or the system throws.
  private static func copy(_ path: String, to copy: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    let ledger = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? ledger.close() }
    guard PrivateFile.make(copy) else { throw LedgerError.cannotCopy(path: copy) }
    do {
      let target = try DatabaseQueue(path: copy)
      try ledger.backup(to: target)
      try target.close()
    } catch {
      PrivateFile.remove(copy)
      throw LedgerError.cannotCopy(path: copy)
    }
  }
}

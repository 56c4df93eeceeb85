/// A ledger of others that is to be joined: a database, or a file of lines.
struct MergeSource {
  private let path: String
  private let ledger: Ledger?

  /// A piece of it.
  enum Line {
    case entry(LedgerEntry)
    /// One that is longer than an entry may be; with its number, where it can be told.
    case tooLong(EntryNumber?)
  }

  /// Opens it.
  ///
  /// - Throws: ``LedgerError`` when it cannot be read.
  init(_ path: String) throws(LedgerError) {
    self.path = path
    ledger = path.lowercased().hasSuffix(".jsonl") ? nil : try Ledger(path: path, access: .readOnly)
  }

  /// Checks that every entry is what its hash says. How they hang together is looked at with what is here.
  ///
  /// - Throws: ``LedgerError/unsound(path:_:)``.
  func check() throws(LedgerError) {
    let report = if let ledger { try ledger.verify() } else { try LedgerFile.verify(path) }
    let faults = report.findings.filter { finding in
      switch finding {
      case .missingBefore, .wrongReversal, .tooLong: false
      default: finding.isFault
      }
    }
    guard faults.isEmpty else { throw .unsound(path: path, faults) }
  }

  /// Goes through the entries.
  func forEach(_ body: (Line) throws -> Void) throws {
    if let ledger {
      try ledger.forEach { try body(.entry($0)) }
      return
    }
    var failure: (any Error)?
    try LedgerFile.forEach(path) { line in
      do { if failure == nil { try body(line) } } catch { failure = error }
    }
    if let failure { throw failure }
  }
}

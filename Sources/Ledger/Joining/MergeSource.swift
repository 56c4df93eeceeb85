/// A ledger of others that is to be joined: a database, or a file of lines.
struct MergeSource {
  private let path: String
  private let ledger: Ledger?

  /// A piece of it.
  enum Line {
    case entry(LedgerEntry)
    case signature(HeadSignature)
    /// One that is longer than an entry may be; with its number, where it can be told.
    case tooLong(EntryNumber?)
  }

  /// Opens it.
  ///
  /// - Throws: ``LedgerError`` when it cannot be read.
  init(_ path: String) throws(LedgerError) {
    self.path = path
    ledger = path.lowercased().hasSuffix(".jsonl") ? nil : try Ledger(ofOthers: path)
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
    // The file may be another one by now than when it was checked.
    func isWhole(_ entry: LedgerEntry) -> Bool { entry.computedHash() == entry.hash }
    if let ledger {
      try ledger.forEachLine { line in
        let bytes = Array(line.utf8)
        guard bytes.count <= EntryBounds.bytes else { return try body(.tooLong(LedgerFile.number(bytes.prefix(200)))) }
        let entry = try EntryText.checked(bytes)
        if isWhole(entry) { try body(.entry(entry)) }
      }
      try ledger.forEachSignature { try body(.signature($0)) }
      return
    }
    var failure: (any Error)?
    try LedgerFile.forEach(path) { line in
      if case .entry(let entry) = line, !isWhole(entry) { return }
      do { if failure == nil { try body(line) } } catch { failure = error }
    }
    if let failure { throw failure }
  }
}

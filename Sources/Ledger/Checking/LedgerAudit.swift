internal import Dispatch

/// Checks a ledger's lines: what concerns one alone on all processors, a piece at a time, and then how they hang together.
struct LedgerAudit {
  private var checker: LedgerChecker
  private var waiting: [(line: [UInt8], filed: FiledEntry?)] = []
  private var count = 0
  private var unreadable: [LedgerFinding] = []

  private var signatures = SignatureChecker()

  private static let pieceSize = 2048

  /// Begins, with heads that were kept earlier.
  init(heads: [LedgerHead]) { checker = LedgerChecker(heads: heads) }

  /// The gifts that were taken back, once all lines have been seen.
  var reversed: Set<EntryHash> { checker.reversed }

  /// Takes the next line.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - filed: what it is filed under in a database; nil for a line of a file.
  mutating func check(_ line: [UInt8], _ filed: FiledEntry? = nil) {
    if line.count > EntryBounds.bytes {
      count += 1
      unreadable.append(.tooLong(line: count, LedgerFile.number(line.prefix(200))))
      return
    }
    waiting.append((line, filed))
    if waiting.count == Self.pieceSize { checkPiece() }
  }

  /// Takes a signature.
  mutating func check(_ signature: HeadSignature) { signatures.add(signature) }

  /// Takes a line of a file that should be a signature.
  mutating func check(signature line: [UInt8]) {
    count += 1
    if let signature = HeadSignature(line) { check(signature) } else { unreadable.append(.unreadable(line: count)) }
  }

  /// Checks what is left.
  mutating func checkRest() { checkPiece() }

  /// What was found.
  ///
  /// - Parameters:
  ///   - gifts: those that were taken back, as far as they are there.
  ///   - others: what was found besides.
  /// - Returns: the report.
  mutating func report(gifts: [LedgerEntry], _ others: [LedgerFinding] = []) -> LedgerReport {
    checker.finish(gifts)
    let (signed, keys) = signatures.finish(checker.heads)
    return LedgerReport(
      count: checker.count, findings: unreadable + others + checker.findings + signed, heads: checker.heads, keys: keys)
  }

  private mutating func checkPiece() {
    let lines = waiting
    waiting.removeAll(keepingCapacity: true)
    // Each processor fills places of its own.
    let results = [EntryFacts?](unsafeUninitializedCapacity: lines.count) { buffer, count in
      buffer.initialize(repeating: nil)
      nonisolated(unsafe) let places = buffer
      let step = 128
      DispatchQueue.concurrentPerform(iterations: (lines.count + step - 1) / step) { part in
        for index in part * step..<min((part + 1) * step, lines.count) {
          places[index] = (try? EntryText.checked(lines[index].line)).map { EntryFacts($0, lines[index]) }
        }
      }
      count = lines.count
    }
    for facts in results {
      count += 1
      if let facts { checker.check(facts) } else { unreadable.append(.unreadable(line: count)) }
    }
  }
}

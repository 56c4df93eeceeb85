internal import Foundation

/// A ledger as a text file, an entry a line (`.jsonl`), as it is published and passed on.
public enum LedgerFile {
  /// Checks a file as ``Ledger/verify(heads:)`` checks a ledger; any changed byte is found.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - heads: heads that somebody kept earlier.
  /// - Returns: what was found.
  /// - Throws: ``LedgerError`` when the file cannot be read.
  public static func verify(_ path: String, heads: [LedgerHead] = []) throws(LedgerError) -> LedgerReport {
    var checker = LedgerChecker(heads: heads)
    var findings: [LedgerFinding] = []
    findings += try forEach(path) { checker.check($0) }
    checker.finish()
    return LedgerReport(count: checker.count, findings: findings + checker.findings)
  }

  /// Goes through the entries of a file.
  ///
  /// - Returns: which lines are none.
  static func forEach(_ path: String, _ body: (LedgerEntry) -> Void) throws(LedgerError) -> [LedgerFinding] {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .notThere(path: path) }
    defer { try? handle.close() }
    var findings: [LedgerFinding] = []
    var (rest, number) = (Data(), 0)
    do {
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        rest.append(piece)
        var start = rest.startIndex
        while let end = rest[start...].firstIndex(of: 10) {
          number += 1
          let text = String(validating: rest[start..<end], as: UTF8.self)
          if let entry = try? text.map(EntryText.entry) {
            body(entry)
          } else {
            findings.append(.unreadable(line: number))
          }
          start = rest.index(after: end)
        }
        rest = Data(rest[start...])
      }
    } catch {
      throw .cannotOpen(path: path, reason: "\(error)")
    }
    if !rest.isEmpty { findings.append(.cutOff) }
    return findings
  }
}

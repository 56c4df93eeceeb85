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
    var audit = LedgerAudit(heads: heads)
    let others = try forEachLine(path) { audit.check($0) }
    audit.checkRest()
    let reversed = audit.reversed
    var gifts: [LedgerEntry] = []
    if !reversed.isEmpty {
      // A line ends with its hash, so that the few that are wanted are found without reading the others.
      _ = try forEachLine(path) { line in
        guard let hash = EntryHash(hex: line.dropLast(2).suffix(64)), reversed.contains(hash),
          let entry = try? EntryText.checked(line)
        else { return }
        gifts.append(entry)
      }
    }
    return audit.report(gifts: gifts, others)
  }

  /// Goes through the entries of a file; lines that are none are left out.
  static func forEach(_ path: String, _ body: (LedgerEntry) -> Void) throws(LedgerError) {
    _ = try forEachLine(path) { line in
      if let entry = try? EntryText.checked(line) { body(entry) }
    }
  }

  /// Goes through the lines of a file.
  ///
  /// - Returns: whether the last one is cut off.
  private static func forEachLine(_ path: String, _ body: ([UInt8]) -> Void) throws(LedgerError) -> [LedgerFinding] {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .notThere(path: path) }
    defer { try? handle.close() }
    var rest: [UInt8] = []
    do {
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        rest += piece
        var start = 0
        while let end = rest[start...].firstIndex(of: 10) {
          body(Array(rest[start..<end]))
          start = end + 1
        }
        rest.removeFirst(start)
      }
    } catch {
      throw .cannotOpen(path: path, reason: "\(error)")
    }
    return rest.isEmpty ? [] : [.cutOff]
  }
}

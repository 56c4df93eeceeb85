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
    var tooLong: [LedgerFinding] = []
    var count = 0
    let others = try forEachLine(path) { line in
      count += 1
      switch line {
      case .whole(let bytes) where bytes.starts(with: HeadSignature.beginning): audit.check(signature: bytes)
      case .whole(let bytes): audit.check(bytes)
      case .tooLong(let beginning): tooLong.append(.tooLong(line: count, number(beginning)))
      }
    }
    audit.checkRest()
    let reversed = audit.reversed
    var gifts: [LedgerEntry] = []
    if !reversed.isEmpty {
      // A line ends with its hash, so that the few that are wanted are found without reading the others.
      _ = try forEachLine(path) { line in
        guard case .whole(let line) = line, let hash = EntryHash(hex: line.dropLast(2).suffix(64)),
          reversed.contains(hash),
          let entry = try? EntryText.checked(line)
        else { return }
        gifts.append(entry)
      }
    }
    return audit.report(gifts: gifts, tooLong + others)
  }

  /// Goes through the entries of a file; lines that are none are left out.
  static func forEach(_ path: String, _ body: (MergeSource.Line) -> Void) throws(LedgerError) {
    _ = try forEachLine(path) { line in
      switch line {
      case .whole(let line) where line.starts(with: HeadSignature.beginning):
        if let signature = HeadSignature(line) { body(.signature(signature)) }
      case .whole(let line): if let entry = try? EntryText.checked(line) { body(.entry(entry)) }
      case .tooLong(let beginning): body(.tooLong(number(beginning)))
      }
    }
  }

  private enum Line {
    case whole([UInt8])
    /// One that is longer than an entry may be, of which nothing is kept but how it begins.
    case tooLong(beginning: [UInt8])
  }

  /// The number that a line begins with; nil where it does not.
  static func number(_ beginning: some Sequence<UInt8>) -> EntryNumber? {
    var scan = JSONScanner(Array(beginning))
    return (try? scan.field("number", isFirst: true)).flatMap { EntryNumber($0) }
  }

  /// Goes through the lines of a file.
  ///
  /// - Returns: whether the last one is cut off.
  private static func forEachLine(_ path: String, _ body: (Line) -> Void) throws(LedgerError) -> [LedgerFinding] {
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .notThere(path: path) }
    defer { try? handle.close() }
    // It is gone through several times, and by an end that comes.
    var about = stat()
    guard fstat(handle.fileDescriptor, &about) == 0, about.st_mode & S_IFMT == S_IFREG else {
      throw .cannotOpen(path: path, reason: "this is no file")
    }
    guard Int64(about.st_size) <= StrangersLimits.usual.bytes else { throw .tooLarge(path: path) }
    var rest: [UInt8] = []
    // What has been looked through already is not looked through again while a long line comes in.
    var searched = 0
    var isTooLong = false
    do {
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        rest += piece
        var start = 0
        while let end = rest[max(start, searched)...].firstIndex(of: 10) {
          let line = Array(rest[start..<end])
          isTooLong = isTooLong || line.count > EntryBounds.bytes
          body(isTooLong ? .tooLong(beginning: Array(line.prefix(200))) : .whole(line))
          isTooLong = false
          start = end + 1
        }
        rest.removeFirst(start)
        if rest.count > EntryBounds.bytes {
          isTooLong = true
          rest.removeLast(rest.count - 200)
        }
        searched = rest.count
      }
    } catch {
      throw .cannotOpen(path: path, reason: "\(error)")
    }
    return rest.isEmpty ? [] : [.cutOff]
  }
}

/// Finds what parts the cells of a file.
enum CSVSeparator {
  private static let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]

  /// The separator that a first line `sep=;` names, as Excel writes and reads it, and where that line ends.
  static func named(in bytes: [UInt8]) -> (separator: UInt8, end: Int)? {
    let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    guard line.count <= 8 else { return nil }
    let content = line.filter { $0 != UInt8(ascii: "\"") }
    guard content.count == 5, let separator = content.last, candidates.contains(separator),
      String(decoding: content.dropLast(), as: UTF8.self).lowercased() == "sep="
    else { return nil }
    return (separator, line.count)
  }

  /// Those that stand, outside of quotes, in the first rows; the likeliest first: what stands in most of them, of those what stands
  /// in an earlier one, of those what stands there more often. A comma where none does.
  static func likely(in bytes: some Collection<UInt8>, rows most: Int = 20) -> [UInt8] {
    var seen = candidates.map { (separator: $0, rows: 0, first: Int.max, count: 0) }
    var counts = [Int](repeating: 0, count: candidates.count)
    var (row, isQuoted, hasText) = (0, false, false)
    func end() {
      for index in counts.indices where hasText && counts[index] > 0 {
        seen[index].rows += 1
        if seen[index].first == .max { (seen[index].first, seen[index].count) = (row, counts[index]) }
      }
      if hasText { row += 1 }
      for index in counts.indices { counts[index] = 0 }
      hasText = false
    }
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        end()
        if row == most { break }
      } else if let index = candidates.firstIndex(of: byte) {
        counts[index] += 1
      } else if byte != UInt8(ascii: " ") {
        hasText = true
      }
    }
    end()
    let found = seen.filter { $0.rows > 0 }.sorted {
      ($1.rows, $0.first, $1.count) < ($0.rows, $1.first, $0.count)
    }
    return found.isEmpty ? [candidates[0]] : found.map(\.separator)
  }

  /// The likeliest one.
  static func detected(in bytes: some Collection<UInt8>) -> UInt8 { likely(in: bytes).first ?? candidates[0] }
}

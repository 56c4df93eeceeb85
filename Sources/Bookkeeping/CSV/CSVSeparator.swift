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

  /// The candidate that stands most often, outside of quotes, in the first line that is not blank; a comma where none does.
  static func detected(in bytes: [UInt8]) -> UInt8 {
    var counts = [Int](repeating: 0, count: candidates.count)
    var isQuoted = false
    var hasText = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        if hasText { break }
        counts = [Int](repeating: 0, count: candidates.count)
      } else if let index = candidates.firstIndex(of: byte) {
        counts[index] += 1
      } else if byte != UInt8(ascii: " ") {
        hasText = true
      }
    }
    guard let most = counts.max(), most > 0, let index = counts.firstIndex(of: most) else { return candidates[0] }
    return candidates[index]
  }
}

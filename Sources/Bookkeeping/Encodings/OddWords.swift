/// The words of a file in which something is no ASCII, each once, in the order of the file. They are parted at bytes that are no
/// letter in any code page, not even the second half of one.
struct OddWords {
  /// The words' bytes.
  private(set) var words: [[UInt8]] = []
  /// The line on which each of them stands first.
  private(set) var lines: [Int] = []
  /// Whether each of them stands beside a number where it stands first, as the sign of a currency does.
  private(set) var areBesideNumbers: [Bool] = []
  /// The line on which the first of them stands.
  var firstLine: Int { lines.first ?? 1 }

  /// So many tell enough of a file.
  private static let most = 2000

  /// Looks through a file for them.
  init(_ bytes: [UInt8]) {
    var known: Set<[UInt8]> = []
    var (start, isOdd, line) = (0, false, 1)
    for position in 0...bytes.count {
      let byte = position < bytes.count ? bytes[position] : 0
      if byte >= 0x80 { isOdd = true }
      guard byte < 0x40 else { continue }
      if isOdd {
        let word = Array(bytes[start..<position])
        if known.insert(word).inserted {
          words.append(word)
          lines.append(line)
          areBesideNumbers.append(Self.isBesideNumber(start..<position, in: bytes))
          if words.count == Self.most { return }
        }
      }
      (start, isOdd) = (position + 1, false)
      if byte == UInt8(ascii: "\n"), position > 0, bytes[position - 1] == UInt8(ascii: "\r") { continue }
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { line += 1 }
    }
  }

  private static func isBesideNumber(_ word: Range<Int>, in bytes: [UInt8]) -> Bool {
    func isFigure(_ place: Int) -> Bool { bytes.indices.contains(place) && (48...57).contains(bytes[place]) }
    func isSpace(_ place: Int) -> Bool { bytes.indices.contains(place) && bytes[place] == 0x20 }
    let (before, behind) = (word.lowerBound - 1, word.upperBound)
    return isFigure(before) || isFigure(behind) || (isSpace(before) && isFigure(before - 1))
      || (isSpace(behind) && isFigure(behind + 1))
  }

  /// The words as a code page has them; nil where it does not have them all.
  func read(by page: CodePage) -> [String]? {
    let newline = UInt8(ascii: "\n")
    guard let text = CodePageConverter.utf8(Array(words.joined(separator: [newline])), from: page) else { return nil }
    let read = text.split(separator: newline, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    return read.count == words.count ? read : nil
  }
}

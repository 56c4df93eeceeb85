/// A web address as people paste it into a sentence.
struct WebAddress {
  /// The address itself.
  var text: String
  /// Where it stands.
  var range: Range<String.Index>
  /// Its host, in lower case.
  var host: String

  /// Brackets that may stand around an address, and within one.
  static let brackets: [(open: Character, close: Character)] = [
    ("(", ")"), ("[", "]"), ("{", "}"), ("（", "）"), ("【", "】"),
  ]

  private static let delimiters: Set<Character> = ["<", ">", "\"", "“", "”", "„", "«", "»", "|", "\\", "^", "`"]
  private static let punctuation: Set<Character> = [
    ".", ",", ";", ":", "!", "?", "'", "’", "‘", "*", "、", "，", "。", "；", "：", "…", "،", "؛",
  ]

  /// The last address in a text; nil where there is none.
  static func last(in text: String) -> WebAddress? {
    // Most sources have none, and every address has a colon.
    guard text.utf8.contains(UInt8(ascii: ":")) else { return nil }
    var found: WebAddress?
    var index = text.startIndex
    while let start = nextScheme(in: text, from: index) {
      let end = endOfAddress(in: text, from: start)
      if let address = WebAddress(in: text, start..<end) { found = address }
      index = end > start ? end : text.index(after: start)
    }
    return found
  }

  private init?(in text: String, _ range: Range<String.Index>) {
    let address = String(text[range])
    guard let scheme = Self.scheme(at: address.startIndex, in: address) else { return nil }
    let authority = address.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    let afterUser = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
    let host = afterUser.prefix { $0 != ":" }.lowercased()
    guard host.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    self.text = address
    self.range = range
    self.host = host
  }

  private static func scheme(at index: String.Index, in text: String) -> String? {
    let head = text[index...].prefix(8).lowercased()
    return ["https://", "http://"].first { head.hasPrefix($0) }
  }

  private static func nextScheme(in text: String, from start: String.Index) -> String.Index? {
    text[start...].indices.first { (text[$0] == "h" || text[$0] == "H") && scheme(at: $0, in: text) != nil }
  }

  /// An address runs up to white space or a quote; an address within it (an archive's) belongs to it, unless a comma or a
  /// semicolon stands between.
  private static func endOfAddress(in text: String, from start: String.Index) -> String.Index {
    var end = start
    var before: Character?
    while end < text.endIndex, !isDelimiter(text[end]) {
      if before == "," || before == ";", scheme(at: end, in: text) != nil { break }
      before = text[end]
      end = text.index(after: end)
    }
    while end > start {
      let last = text.index(before: end)
      guard punctuation.contains(text[last]) || isUnpairedClosing(text[start..<end]) else { break }
      end = last
    }
    return end
  }

  private static func isDelimiter(_ character: Character) -> Bool {
    // Most of an address is letters and digits, of which nothing need be looked up.
    if let ascii = character.asciiValue, (0x30...0x39).contains(ascii) || (0x41...0x5A).contains(ascii & 0xDF) {
      return false
    }
    return character.isWhitespace || delimiters.contains(character)
  }

  private static func isUnpairedClosing(_ text: Substring) -> Bool {
    guard let pair = brackets.first(where: { $0.close == text.last }) else { return false }
    return text.count { $0 == pair.close } > text.count { $0 == pair.open }
  }
}

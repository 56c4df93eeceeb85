/// A web address as people paste it into a sentence.
struct WebAddress {
  /// The address itself.
  var text: String
  /// Where it stands.
  var range: Range<String.Index>
  /// Its host, in lower case.
  var host: String

  /// Brackets that may stand around an address, and within one.
  static let brackets: [(open: Unicode.Scalar, close: Unicode.Scalar)] = [
    ("(", ")"), ("[", "]"), ("{", "}"), ("（", "）"), ("【", "】"),
  ]

  private static let delimiters: Set<Unicode.Scalar> = [
    "<", ">", "\"", "“", "”", "„", "«", "»", "|", "\\", "^", "`",
  ]
  private static let punctuation: Set<Unicode.Scalar> = [
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
      index = end > start ? end : text.unicodeScalars.index(after: start)
    }
    return found
  }

  private init?(in text: String, _ range: Range<String.Index>) {
    let address = String(text[range])
    guard let length = Self.schemeLength(at: address.startIndex, in: address) else { return nil }
    let authority = address.utf8.dropFirst(length).prefix { !"/?#".utf8.contains($0) }
    let afterUser = authority.lastIndex(of: UInt8(ascii: "@")).map { authority[$0...].dropFirst() } ?? authority
    let host = String(Substring(afterUser.prefix { $0 != UInt8(ascii: ":") })).lowercased()
    guard host.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    self.text = address
    self.range = range
    self.host = host
  }

  /// How many letters the scheme that begins here has, with its colon and slashes; nil where none does.
  private static func schemeLength(at index: String.Index, in text: String) -> Int? {
    let rest = text.utf8[index...]
    func begins(with scheme: String) -> Bool {
      var place = rest.startIndex
      for byte in scheme.utf8 {
        guard place < rest.endIndex, rest[place] == byte || (byte >= 0x61 && rest[place] == byte & 0xDF) else {
          return false
        }
        place = rest.index(after: place)
      }
      return true
    }
    return ["https://", "http://"].first(where: begins)?.utf8.count
  }

  private static func nextScheme(in text: String, from start: String.Index) -> String.Index? {
    text.utf8[start...].indices.first {
      text.utf8[$0] & 0xDF == UInt8(ascii: "H") && schemeLength(at: $0, in: text) != nil
    }
  }

  /// An address runs up to white space or a quote; an address within it (an archive's) belongs to it, unless a comma or a
  /// semicolon stands between.
  private static func endOfAddress(in text: String, from start: String.Index) -> String.Index {
    let scalars = text.unicodeScalars
    var end = start
    var before: Unicode.Scalar?
    while end < scalars.endIndex, !isDelimiter(scalars[end]) {
      if before == "," || before == ";", schemeLength(at: end, in: text) != nil { break }
      before = scalars[end]
      end = scalars.index(after: end)
    }
    while end > start {
      let last = scalars.index(before: end)
      guard punctuation.contains(scalars[last]) || isUnpairedClosing(scalars[start..<end]) else { break }
      end = last
    }
    return end
  }

  private static func isDelimiter(_ scalar: Unicode.Scalar) -> Bool {
    // Most of an address is letters and digits, of which nothing need be looked up.
    if (0x30...0x39).contains(scalar.value) || (0x41...0x5A).contains(scalar.value & ~0x20) { return false }
    return scalar.properties.isWhitespace || delimiters.contains(scalar)
  }

  private static func isUnpairedClosing(_ text: Substring.UnicodeScalarView) -> Bool {
    guard let pair = brackets.first(where: { $0.close == text.last }) else { return false }
    return text.count { $0 == pair.close } > text.count { $0 == pair.open }
  }
}

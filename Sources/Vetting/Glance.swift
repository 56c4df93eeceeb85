/// What one pass over a text's bytes gives reason to look at.
///
/// It may be wrong on the side of caution only: what it leaves out, no closer look would find.
struct Glance: OptionSet, Sendable {
  let rawValue: UInt16

  /// Digits enough for the number of an account or a card.
  static let digits = Glance(rawValue: 1)
  /// A word long enough for the address of a wallet.
  static let longWord = Glance(rawValue: 2)
  /// Several words of four in a row, as addresses are printed.
  static let fours = Glance(rawValue: 4)
  /// A full stop inside a word, as in a host's name.
  static let host = Glance(rawValue: 8)
  /// A colon inside a word, as after a link's scheme.
  static let scheme = Glance(rawValue: 16)
  /// An at sign.
  static let at = Glance(rawValue: 32)
  /// The beginning of a word that claims or labels, or letters set apart.
  static let wording = Glance(rawValue: 64)
  /// A percent escape.
  static let percent = Glance(rawValue: 128)
  /// Characters that must be folded before the text can be judged.
  static let disguised = Glance(rawValue: 256)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Looks at a text; a folded one has nothing left to fold.
  init(_ text: UnsafeBufferPointer<UInt8>, isFolded: Bool = false) {
    var scan = Scan(text: text, isFolded: isFolded)
    scan.run()
    self = scan.seen
  }
}

/// The pass itself.
private struct Scan {
  let text: UnsafeBufferPointer<UInt8>
  let isFolded: Bool
  var seen: Glance = []
  let beginnings = Beginnings.wording
  /// The word under way and its first three letters.
  var length = 0
  var beginning = 0
  /// The first three letters of the whole text, and how many there are in all.
  var letters = 0
  var first = 0
  var digits = 0
  var singles = 0
  var fours = 0

  init(text: UnsafeBufferPointer<UInt8>, isFolded: Bool) {
    self.text = text
    self.isFolded = isFolded
  }

  mutating func run() {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte.isLetter {
        add(Skeleton.letter(byte))
      } else if byte.isDigit {
        digits += 1
        add(Skeleton.letter(byte))
      } else if byte < 0x80 {
        mark(byte, at: index)
      } else {
        index += multibyte(at: index)
        continue
      }
      index += 1
    }
    endWord()
    // Some may be letters that are read as digits.
    if digits >= 8 { seen.insert(.digits) }
    if letters <= 24, letters >= 3, beginnings.contains(first) { seen.insert(.wording) }
  }

  @inline(__always)
  private mutating func add(_ letter: UInt8) {
    let value = Int(letter &- 0x61)
    if length < 3 { beginning = beginning * 32 + value }
    if letters < 3 { first = first * 32 + value }
    length += 1
    letters += 1
  }

  @inline(__always)
  private mutating func endWord() {
    guard length > 0 else { return }
    singles = length == 1 ? singles + 1 : 0
    fours = length == 4 ? fours + 1 : 0
    if length >= 3, beginnings.contains(beginning) { seen.insert(.wording) }
    if length >= 25 { seen.insert(.longWord) }
    if singles == 4 { seen.insert(.wording) }
    if fours == 5 { seen.insert(.fours) }
    length = 0
    beginning = 0
  }

  /// Anything of ASCII that is neither letter nor digit.
  private mutating func mark(_ byte: UInt8, at index: Int) {
    let next = index + 1 < text.count ? text[index + 1] : 0x20
    switch byte {
    case UInt8(ascii: " "): break
    case UInt8(ascii: "."):
      if length > 0, next.isLetter || next >= 0x80 || next == UInt8(ascii: "%") { seen.insert(.host) }
    case UInt8(ascii: ":"):
      if length > 0, next.isAlphanumeric || next == UInt8(ascii: "/") { seen.insert(.scheme) }
    case UInt8(ascii: "@"): seen.insert(.at)
    case UInt8(ascii: "%"):
      if next.isHexDigit, index + 2 < text.count, text[index + 2].isHexDigit { seen.insert(.percent) }
    case 0..<0x09, 0x0E..<0x20, 0x7F: seen.insert(.disguised)
    default: break
    }
    if length > 0, next.isLetter, let letter = Skeleton.symbol(byte) {
      add(letter)
    } else {
      endWord()
    }
  }

  /// A character of more than one byte; answers how many.
  private mutating func multibyte(at index: Int) -> Int {
    if isFolded {
      seen.insert(.wording)
      length += 1
      return 1
    }
    let lead = text[index]
    if lead < 0xE0, index + 1 < text.count {
      let scalar = UInt32(lead & 0x1F) << 6 | UInt32(text[index + 1] & 0x3F)
      if let letter = Skeleton.latin(scalar) {
        add(letter)
      } else {
        mark(separator: scalar)
      }
      return 2
    }
    if lead < 0xF0, index + 2 < text.count {
      let middle = UInt32(text[index + 1] & 0x3F) << 6
      mark(separator: UInt32(lead & 0x0F) << 12 | middle | UInt32(text[index + 2] & 0x3F))
      return 3
    }
    seen.insert(.disguised)
    return 1
  }

  /// Ordinary punctuation and currency signs end a word; anything else must be folded first.
  private mutating func mark(separator scalar: UInt32) {
    endWord()
    switch scalar {
    case 0xA0...0xA9, 0xAB...0xAC, 0xAE...0xB1, 0xB4, 0xB6...0xB8, 0xBB, 0xBF: break
    case 0xD7, 0xF7, 0x2010...0x2023, 0x2026, 0x2030...0x203A, 0x20A0...0x20BF: break
    default: seen.insert(.disguised)
    }
  }
}

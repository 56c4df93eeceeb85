/// A name in which a part of it can be found: whole words, since tea is no teacher.
struct NameParts: Hashable, Sendable {
  private let bytes: [UInt8]
  /// Where among the bytes a part may begin, and where it may end.
  private let starts: [Int]
  private let ends: Set<Int>

  init(_ name: String) {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var ends: Set<Int> = []
    var isInWord = false
    for character in NameKey.text(of: name) {
      let isWord = Self.isWord(character)
      let isUnspaced = Self.isUnspaced(character)
      if (isWord && !isInWord) || isUnspaced { starts.append(bytes.count) }
      if !isWord || isUnspaced { ends.insert(bytes.count) }
      // An apostrophe does not end a word: the s of "men's" begins none.
      isInWord = isWord || (isInWord && character == "'")
      bytes.append(contentsOf: String(character).utf8)
      if isUnspaced { ends.insert(bytes.count) }
    }
    ends.insert(bytes.count)
    (self.bytes, self.starts, self.ends) = (bytes, starts, ends)
  }

  /// The bytes to look for when somebody types a part of a name; empty where it has neither letter nor digit.
  static func typed(_ name: String) -> [UInt8] {
    Array(String(NameKey.text(of: name).drop { !isWord($0) }).utf8)
  }

  /// Whether the name has a part, as `typed` returned it.
  func contain(_ part: [UInt8]) -> Bool {
    starts.contains { bytes[$0...].starts(with: part) && isEnd($0 + part.count) }
  }

  /// Whether a word ends here, or but for what makes several of a thing.
  private func isEnd(_ place: Int) -> Bool {
    if ends.contains(place) { return true }
    return Self.plurals.contains { bytes[place...].starts(with: $0) && ends.contains(place + $0.count) }
  }

  private static let plurals = ["s", "es"].map { Array($0.utf8) }

  /// Whether the name begins, at one of its words, with a part of a word: for whoever looks for what there is.
  func begin(_ part: [UInt8]) -> Bool { starts.contains { bytes[$0...].starts(with: part) } }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  /// Whether a script is written without spaces, so that a word may begin at every letter.
  private static func isUnspaced(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first, scalar.value >= 0x0E00 else { return false }
    switch scalar.value {
    case 0x0E00...0x0FFF, 0x1000...0x109F, 0x1780...0x17FF: return true  // Thai, Lao, Tibetan; Burmese; Khmer
    case 0x3005...0x3007, 0x3040...0x30FF, 0x31F0...0x31FF: return true  // Kana
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return true  // Han
    case 0xFF66...0xFF9D: return true  // Kana of half width
    default: return false
    }
  }
}

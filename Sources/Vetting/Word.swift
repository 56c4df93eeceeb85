/// A word of a text, ready to be compared.
struct Word {
  /// Where it stands.
  var place: Range<Int>
  /// The hash of its skeleton; equal for words that look alike.
  var hash: UInt64
  /// How many characters it has.
  var length: Int
  /// Whether it has digits only.
  var isNumber: Bool
  /// Whether it is written in capitals, two at least.
  var isShouted: Bool
  /// Whether one of its letters carried a mark.
  var hasAccent: Bool

  /// All words of a text.
  static func all(in text: VisibleText) -> [Word] {
    let bytes = text.bytes
    var words: [Word] = []
    var start: Int?
    for index in 0...bytes.count {
      if index < bytes.count, isInWord(index, in: bytes, hasBegun: start != nil) {
        start = start ?? index
      } else if let begun = start {
        words.append(Word(begun..<index, in: text))
        start = nil
      }
    }
    return words
  }

  private init(_ place: Range<Int>, in text: VisibleText) {
    let bytes = text.bytes[place]
    let isNumber = bytes.allSatisfy(\.isDigit)
    var skeleton = FNV()
    var length = 0
    var capitals = 0
    for byte in bytes {
      skeleton.add(isNumber ? byte : Self.read(byte))
      length += byte & 0xC0 == 0x80 ? 0 : 1
      capitals += byte.isCapital ? 1 : 0
    }
    self.place = place
    self.isNumber = isNumber
    self.length = length
    hash = skeleton.value
    isShouted = capitals >= 2
    hasAccent = !text.accents.isEmpty && place.contains { text.accents.contains($0) }
  }

  /// The hash of a skeleton.
  static func hash(_ skeleton: [UInt8]) -> UInt64 {
    var hash = FNV()
    for byte in skeleton { hash.add(byte) }
    return hash.value
  }

  /// The skeleton of this word.
  func skeleton(in bytes: [UInt8]) -> [UInt8] {
    isNumber ? Array(bytes[place]) : bytes[place].map(Self.read)
  }

  /// The letter a byte of a word stands for.
  static func read(_ byte: UInt8) -> UInt8 {
    byte.isAlphanumeric ? Skeleton.letter(byte) : Skeleton.symbol(byte) ?? byte
  }

  /// Letters, digits, and between them the symbols people write for letters.
  private static func isInWord(_ index: Int, in bytes: [UInt8], hasBegun: Bool) -> Bool {
    let byte = bytes[index]
    if byte.isAlphanumeric || byte >= 0x80 { return true }
    return hasBegun && Skeleton.symbol(byte) != nil && index + 1 < bytes.count && bytes[index + 1].isLetter
  }
}

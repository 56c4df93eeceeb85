/// Bytes as hexadecimal digits in small letters, eight bytes at a time.
enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  /// The 16 digits of a word.
  static func append(_ word: UInt64, to text: inout [UInt8]) {
    for shift in stride(from: 60, through: 0, by: -4) { text.append(digits[Int(word >> UInt64(shift) & 15)]) }
  }

  /// The two digits of a byte.
  static func append(_ byte: UInt8, to text: inout [UInt8]) {
    text.append(digits[Int(byte >> 4)])
    text.append(digits[Int(byte & 15)])
  }

  /// Takes the word that 16 digits are off the front; nil where they are none.
  static func word<Text: Collection<UInt8>>(_ text: inout Text) -> UInt64? where Text.SubSequence == Text {
    var word: UInt64 = 0
    for letter in text.prefix(16) {
      guard let value = value(letter) else { return nil }
      word = word << 4 | UInt64(value)
    }
    text = text.dropFirst(16)
    return word
  }

  /// The byte that two digits are; nil where they are none.
  static func byte(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard let high = value(high), let low = value(low) else { return nil }
    return high << 4 | low
  }

  /// The digits of bytes.
  static func text(of bytes: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    for byte in bytes { append(byte, to: &digits) }
    return String(decoding: digits, as: UTF8.self)
  }

  /// The digits of a byte.
  static func text(of byte: UInt8) -> String { text(of: CollectionOfOne(byte)) }

  /// The bytes that digits are; nil where they are none.
  static func bytes(_ text: String) -> [UInt8]? {
    let digits = Array(text.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = byte(digits[place], digits[place + 1]) else { return nil }
      bytes.append(byte)
    }
    return bytes
  }

  /// So many words, of eight bytes each; nil where there are more or fewer bytes.
  static func words(of bytes: some Sequence<UInt8>, _ count: Int) -> [UInt64]? {
    var words = [UInt64](repeating: 0, count: count)
    var place = 0
    for byte in bytes {
      guard place < count * 8 else { return nil }
      words[place / 8] = words[place / 8] << 8 | UInt64(byte)
      place += 1
    }
    return place == count * 8 ? words : nil
  }

  private static func value(_ letter: UInt8) -> UInt8? {
    switch letter {
    case 48...57: letter - 48
    case 97...102: letter - 87
    default: nil
    }
  }
}

/// Crockford's base 32 (https://www.crockford.com/base32.html): figures and capitals without I, L, O and U, which are misread.
enum Crockford {
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The first letters of a word, five bits each, from the highest bit on; twelve at the most.
  static func letters(of word: UInt64, count: Int) -> String {
    let letters = (1...count).map { alphabet[Int(word >> UInt64(64 - 5 * $0) & 31)] }
    return String(decoding: letters, as: UTF8.self)
  }
}

/// Crockford's base 32 (https://www.crockford.com/base32.html): figures and capitals without I, L, O and U, which are misread.
enum Crockford {
  static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The first letters of bytes, five bits each, from the highest bit on.
  static func letters(of bytes: some Sequence<UInt8>, count: Int) -> String {
    var letters: [UInt8] = []
    var (bits, width) = (0, 0)
    for byte in bytes {
      bits = bits << 8 | Int(byte)
      width += 8
      while width >= 5, letters.count < count {
        width -= 5
        letters.append(alphabet[bits >> width & 31])
      }
      bits &= (1 << width) - 1
      if letters.count == count { break }
    }
    return String(decoding: letters, as: UTF8.self)
  }
}

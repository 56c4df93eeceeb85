/// Reduces letters and what is written for them to one letter each, so that look-alikes compare equal.
///
/// Works like the skeleton of Unicode Technical Standard #39, section 4, on a smaller alphabet: i, l, 1, ! and |
/// all read as i.
enum Skeleton {
  /// The letter a letter or digit stands for, a to z.
  @inline(__always)
  static func letter(_ byte: UInt8) -> UInt8 {
    if byte.isDigit { return digits[byte.digit] }
    let small = byte | 0x20
    return small == UInt8(ascii: "l") ? UInt8(ascii: "i") : small
  }

  /// The letter a symbol inside a word stands for.
  static func symbol(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "!"), UInt8(ascii: "|"): UInt8(ascii: "i")
    case UInt8(ascii: "@"): UInt8(ascii: "a")
    case UInt8(ascii: "$"): UInt8(ascii: "s")
    default: nil
    }
  }

  /// The letter of a Latin letter with its marks taken off, for U+00C0 to U+017F.
  ///
  /// `{`, the byte after z, where it is none of a to z; nil outside that range and for × and ÷.
  static func latin(_ scalar: UInt32) -> UInt8? {
    guard (0xC0...0x17F).contains(scalar), scalar != 0xD7, scalar != 0xF7 else { return nil }
    return latinLetters[Int(scalar - 0xC0)]
  }

  /// The letters people write 0 to 9 for.
  private static let digits = Array("oizeasgtbg".utf8)

  private static let latinLetters: [UInt8] = (UInt32(0xC0)...0x17F).map { value in
    let read = Unicode.Scalar(value).map { VisibleText(String(Character($0))).bytes } ?? []
    guard let byte = read.first, byte.isLetter else { return UInt8(ascii: "{") }
    return letter(byte)
  }
}

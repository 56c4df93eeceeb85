extension UInt8 {
  /// Whether this is a digit, 0 to 9.
  var isDigit: Bool { self &- 0x30 < 10 }

  /// Whether this is a letter, A to Z or a to z.
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }

  /// Whether this is a capital letter, A to Z.
  var isCapital: Bool { self &- 0x41 < 26 }

  /// Whether this is a letter or a digit.
  var isAlphanumeric: Bool { isLetter || isDigit }

  /// Whether this is a digit to base 16.
  var isHexDigit: Bool { isDigit || (self | 0x20) &- 0x61 < 6 }

  /// Whether this is a space, a tab or the end of a line.
  var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }

  /// The small letter for a capital; everything else as it is.
  var lowercase: UInt8 { isCapital ? self | 0x20 : self }

  /// The digit that a letter is read as among digits: O, l, I, S, B; nil for any other.
  var digitLike: Int? {
    switch self {
    case UInt8(ascii: "O"), UInt8(ascii: "o"): 0
    case UInt8(ascii: "l"), UInt8(ascii: "I"), UInt8(ascii: "i"): 1
    case UInt8(ascii: "S"), UInt8(ascii: "s"): 5
    case UInt8(ascii: "B"): 8
    default: isDigit ? digit : nil
    }
  }

  /// The value of a digit.
  var digit: Int { Int(self &- 0x30) }

  /// Whether people put this between the groups of a number.
  var isGroupSeparator: Bool {
    switch self {
    case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: "_"): true
    // People do not write these there, but everybody reads past them.
    case UInt8(ascii: ","), UInt8(ascii: "*"), UInt8(ascii: "|"), UInt8(ascii: "+"): true
    default: isSpace
    }
  }
}

extension [UInt8] {
  /// The letters and digits that stand together, as places.
  var tokens: [Range<Int>] {
    var tokens: [Range<Int>] = []
    var start: Int?
    for index in indices {
      if self[index].isAlphanumeric {
        start = start ?? index
      } else if let begun = start {
        tokens.append(begun..<index)
        start = nil
      }
    }
    if let start { tokens.append(start..<count) }
    return tokens
  }

  /// Whether only what people put between the groups of a number stands here, and little of it.
  func isGroupGap(_ gap: Range<Int>) -> Bool {
    (1...3).contains(gap.count) && self[gap].allSatisfy(\.isGroupSeparator)
  }
}

/// FNV-1a, 64 bits: a small fast hash for looking up words.
struct FNV {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

import Characters

extension StringProtocol {
  /// The text without white space at its ends, nor marks there that nobody sees and that only direct it, as programs put them
  /// round what is copied.
  var trimmed: String {
    guard let start = firstIndex(where: { !$0.isLoose }), let end = lastIndex(where: { !$0.isLoose }) else { return "" }
    return String(self[start...end])
  }

  /// The text with every run of white space, line breaks too, made one space, and none at its ends.
  var collapsed: String {
    // Nearly every cell is free of such runs, and then nothing is built.
    var before = UInt8(ascii: " ")
    for byte in utf8 {
      if byte >= 0x80 || (byte < 0x20) || (byte == UInt8(ascii: " ") && before == byte) {
        return split(whereSeparator: \.isBlank).joined(separator: " ")
      }
      before = byte
    }
    return before == UInt8(ascii: " ") ? trimmed : String(self)
  }
}

extension Character {
  /// Whether it is nothing but white space. A space with an accent over it is a letter to whoever typed it.
  fileprivate var isBlank: Bool {
    isWhitespace && (isASCII || unicodeScalars.allSatisfy(\.properties.isWhitespace))
  }

  /// Whether it is white space, or unseen and no part of a word.
  fileprivate var isLoose: Bool {
    if isASCII { return isWhitespace }
    return unicodeScalars.allSatisfy { $0.properties.isWhitespace || ($0.isMark && !$0.overridesDirection) }
  }
}

extension String {
  /// Whether there is something in it that can be seen.
  var isSeen: Bool {
    if utf8.contains(where: { $0 > 0x20 && $0 < 0x7F }) { return true }
    // The blank of braille is no white space to Unicode, and as blank as any.
    return unicodeScalars.contains { !$0.properties.isWhitespace && !$0.isUnseen && !$0.isControl && $0 != "\u{2800}" }
  }
}

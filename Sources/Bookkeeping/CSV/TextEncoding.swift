/// Turns the bytes of a file, in whichever encoding a spreadsheet saved it, into UTF-8.
enum TextEncoding {
  /// The text as UTF-8 without a byte order mark.
  ///
  /// UTF-16 is known by its byte order mark. What is not valid UTF-8 is taken for Windows-1252, as Excel saves "CSV".
  ///
  /// - Parameter bytes: the whole file.
  /// - Returns: valid UTF-8.
  /// - Throws: `workbook` or `brokenEncoding`.
  static func utf8(_ bytes: [UInt8]) throws(Fault) -> [UInt8] {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      throw .workbook
    }
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes.dropFirst(2), lowByteFirst: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes.dropFirst(2), lowByteFirst: false) }
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if String(validating: text, as: UTF8.self) != nil { return text }
    return windows1252(text)
  }

  enum Fault: Error {
    case workbook
    case brokenEncoding
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, lowByteFirst: Bool) throws(Fault) -> [UInt8] {
    guard bytes.count.isMultiple(of: 2) else { throw .brokenEncoding }
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index in
      let (one, two) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return lowByteFirst ? two << 8 | one : one << 8 | two
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .brokenEncoding }
    return Array(text.utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        text.append(byte)
      } else {
        let scalar = byte < 0xA0 ? upperControls[Int(byte) - 0x80] : Unicode.Scalar(byte)
        text.append(contentsOf: String(Character(scalar)).utf8)
      }
    }
    return text
  }

  /// What Windows-1252 has from 80 to 9F, where Latin-1 has control characters; its five gaps stay what they are there
  /// (WHATWG Encoding, index-windows-1252).
  private static let upperControls: [Unicode.Scalar] = [
    "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
    "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "\u{02DC}", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
  ]
}

/// What in a file is UTF-8 and what is not.
struct StrayBytes {
  /// How many characters of several bytes are whole.
  private(set) var characters = 0
  /// How many places are no UTF-8: a byte that continues nothing or that nothing continues, a character that is written longer
  /// than it need be, half of a pair.
  private(set) var count = 0
  /// How many of these places are whole characters but for their form: longer than need be, or half of a pair.
  private(set) var misformed = 0
  /// Where the first of them is.
  private(set) var first: Int?

  /// Goes through a file.
  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        let byte = bytes[position]
        if byte < 0x80 {
          position += 1
          continue
        }
        let length = Self.length(at: position, in: bytes)
        if length > 0 {
          characters += 1
          position += length
        } else {
          if first == nil { first = position }
          count += 1
          let length = Self.misformedLength(at: position, in: bytes)
          if length > 0 { misformed += 1 }
          position += max(1, length)
        }
      }
    }
  }

  /// How long the character is that begins here; 0 where none does (Unicode, table 3-7).
  private static func length(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[position] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard position + length <= bytes.count, second.contains(bytes[position + 1]) else { return 0 }
    for next in (position + 2)..<max(position + 2, position + length) where bytes[next] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// How long what begins here is, if it is written as UTF-8 writes characters and is none; else 0.
  private static func misformedLength(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let length: Int
    switch bytes[position] {
    case 0xC0, 0xC1: length = 2
    case 0xE0, 0xED: length = 3
    case 0xF0, 0xF4: length = 4
    default: return 0
    }
    guard position + length <= bytes.count else { return 0 }
    return bytes[(position + 1)..<(position + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
  }

  /// Whether all that is no UTF-8 is so only by its form: letters of a code page hardly ever stand like that.
  var areMisformed: Bool { count > 0 && misformed == count }

  /// Whether the file is UTF-8 in which something else was pasted: in a code page hardly any letters look like UTF-8.
  var areFew: Bool { count > 0 && characters >= count }
}

extension InputFault {
  /// That a byte is no UTF-8, where it stands.
  static func strayByte(at offset: Int, in bytes: [UInt8]) -> InputFault {
    var (line, lineOffset) = (1, 0)
    for position in 0..<offset {
      let isEnd =
        bytes[position] == UInt8(ascii: "\n")
        || (bytes[position] == UInt8(ascii: "\r") && bytes[position + 1] != UInt8(ascii: "\n"))
      if isEnd { (line, lineOffset) = (line + 1, position + 1) }
    }
    let column = String(decoding: bytes[lineOffset..<offset], as: UTF8.self).count + 1
    return InputFault(line: line, column: column, .strayByte(bytes[offset]))
  }
}

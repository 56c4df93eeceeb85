/// A SHA-256 hash: of an entry, or a commitment to texts that may be withheld.
public struct EntryHash: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The 32 bytes.
  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits in small letters; nil for anything else.
  public init?(_ text: String) {
    guard let bytes = Hex.bytes(text), bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// 64 hexadecimal digits.
  public var description: String { Hex.text(bytes) }

  /// The first ten letters in Crockford's base 32: 50 bits, which is what stands on paper and page.
  public var seal: String { Crockford.letters(of: bytes, count: 10) }

  /// An order, for lists that must always come out the same.
  public static func < (one: EntryHash, other: EntryHash) -> Bool { one.bytes.lexicographicallyPrecedes(other.bytes) }
}

/// Bytes as hexadecimal digits in small letters.
enum Hex {
  private static let digits = Array("0123456789abcdef".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { buffer in
      for (index, byte) in bytes.enumerated() {
        buffer[2 * index] = digits[Int(byte >> 4)]
        buffer[2 * index + 1] = digits[Int(byte & 15)]
      }
      return bytes.count * 2
    }
  }

  static func bytes(_ text: String) -> [UInt8]? {
    let letters = Array(text.utf8)
    guard letters.count.isMultiple(of: 2) else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.count / 2)
    for index in stride(from: 0, to: letters.count, by: 2) {
      guard let high = value(letters[index]), let low = value(letters[index + 1]) else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  private static func value(_ letter: UInt8) -> UInt8? {
    switch letter {
    case 48...57: letter - 48
    case 97...102: letter - 87
    default: nil
    }
  }
}

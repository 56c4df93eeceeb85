/// A SHA-256 hash: of an entry, or a commitment to texts that may be withheld.
public struct EntryHash: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The 32 bytes, the first in the highest bits of the first word: a ledger holds millions, and none asks for memory of its own.
  let words: SIMD4<UInt64>

  init(words: SIMD4<UInt64>) {
    self.words = words
  }

  /// Takes 32 bytes; nil for any other number.
  init?(bytes: some Sequence<UInt8>) {
    guard let words = Hex.words(of: bytes, 4) else { return nil }
    self.words = SIMD4(words[0], words[1], words[2], words[3])
  }

  /// Reads 64 hexadecimal digits in small letters; nil for anything else.
  public init?(_ text: String) { self.init(hex: text.utf8) }

  init?(hex: some Collection<UInt8>) {
    var rest = hex[...]
    guard hex.count == 64, let a = Hex.word(&rest), let b = Hex.word(&rest), let c = Hex.word(&rest),
      let d = Hex.word(&rest)
    else { return nil }
    words = SIMD4(a, b, c, d)
  }

  /// 64 hexadecimal digits.
  public var description: String {
    var digits: [UInt8] = []
    appendHex(to: &digits)
    return String(decoding: digits, as: UTF8.self)
  }

  func appendHex(to digits: inout [UInt8]) {
    for index in 0..<4 { Hex.append(words[index], to: &digits) }
  }

  /// The first ten letters in Crockford's base 32: 50 bits, which is what stands on paper and page.
  public var seal: String { Crockford.letters(of: words[0], count: 10) }

  /// An order, for lists that must always come out the same.
  public static func < (one: EntryHash, other: EntryHash) -> Bool {
    for index in 0..<4 where one.words[index] != other.words[index] { return one.words[index] < other.words[index] }
    return false
  }
}

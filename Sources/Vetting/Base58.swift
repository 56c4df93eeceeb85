internal import Crypto

/// Base58Check, in which Bitcoin, Litecoin, Dogecoin, Dash, Zcash and Tron write addresses and keys.
///
/// "Base58Check encoding", Bitcoin Wiki: the last four bytes are the first four of the rest's double SHA-256.
enum Base58 {
  /// Whether a word is an address (25 bytes, Zcash 26), a private key (37, 38) or an extended key (82, BIP 32).
  static func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
    guard lengths.contains(word.count), let bytes = decoded(word) else { return false }
    guard [25, 26, 37, 38, 82].contains(bytes.count) else { return false }
    let digest = SHA256.hash(data: Array(SHA256.hash(data: bytes.dropLast(4))))
    return digest.prefix(4).elementsEqual(bytes.suffix(4))
  }

  /// Whether a word has nothing but Base58's letters and digits.
  static func isBase58(_ word: ArraySlice<UInt8>) -> Bool {
    word.allSatisfy { values[Int($0)] >= 0 }
  }

  /// The number a word writes, as bytes; each leading 1 is a leading zero byte.
  private static func decoded(_ word: ArraySlice<UInt8>) -> [UInt8]? {
    guard isBase58(word) else { return nil }
    var number: [UInt8] = []  // least significant byte first
    for byte in word {
      var carry = values[Int(byte)]
      for index in number.indices {
        carry += Int(number[index]) * 58
        number[index] = UInt8(truncatingIfNeeded: carry)
        carry >>= 8
      }
      if carry > 0 { number.append(UInt8(truncatingIfNeeded: carry)) }
    }
    let zeros = word.prefix { $0 == UInt8(ascii: "1") }.count
    return Array(repeating: 0, count: zeros) + number.reversed()
  }

  private static let lengths = Set(25...36).union([51, 52, 111, 112])

  /// The value of each byte; -1 for what the alphabet leaves out (0, O, I, l).
  private static let values: [Int] = {
    var values = Array(repeating: -1, count: 256)
    let alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
    for (index, byte) in alphabet.utf8.enumerated() { values[Int(byte)] = index }
    return values
  }()
}

/// Bech32 and Bech32m, in which SegWit addresses and Lightning invoices are written (BIP 173, BIP 350, BOLT 11).
enum Bech32 {
  /// Whether a word is a SegWit address, a Lightning invoice, link or offer, or a Cardano address.
  ///
  /// Case is not looked at: what a wallet would refuse for its mixed case, a hand can still copy.
  static func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
    let word = word.map(\.lowercase)
    guard let separator = word.lastIndex(of: UInt8(ascii: "1")), separator >= 2 else { return false }
    let prefix = String(decoding: word[..<separator], as: UTF8.self)
    let values = word[(separator + 1)...].map { self.values[Int($0)] }
    guard values.count >= 6, values.allSatisfy({ $0 >= 0 }) else { return false }
    if prefix == "lno" { return values.count >= 50 }  // BOLT 12: an offer has no checksum
    let checksum = polymod(expanded(word[..<separator]) + values.map(UInt32.init))
    if segWit.contains(prefix) { return isProgram(values.dropLast(6), checksum) }
    let isInvoice = ["lnbc", "lntb", "lnsb"].contains { prefix.hasPrefix($0) }
    return checksum == 1 && (isInvoice || others.contains(prefix))
  }

  /// Whether the values are a witness program: version 0 under Bech32's constant, later ones under Bech32m's.
  private static func isProgram(_ values: ArraySlice<Int>, _ checksum: UInt32) -> Bool {
    guard let version = values.first, version <= 16 else { return false }
    let bits = (values.count - 1) * 5
    let bytes = bits / 8
    guard bits % 8 < 5, (2...40).contains(bytes) else { return false }
    return version == 0 ? checksum == 1 && [20, 32].contains(bytes) : checksum == 0x2BC8_30A3
  }

  /// The checksum of BIP 173: a BCH code over GF(32).
  private static func polymod(_ values: [UInt32]) -> UInt32 {
    let generator: [UInt32] = [0x3B6A_57B2, 0x2650_8E6D, 0x1EA1_19FA, 0x3D42_33DD, 0x2A14_62B3]
    var checksum: UInt32 = 1
    for value in values {
      let top = checksum >> 25
      checksum = (checksum & 0x1FF_FFFF) << 5 ^ value
      for index in 0..<5 where top >> UInt32(index) & 1 == 1 { checksum ^= generator[index] }
    }
    return checksum
  }

  /// The prefix as values: the high bits of each letter, a zero, the low bits.
  private static func expanded(_ prefix: ArraySlice<UInt8>) -> [UInt32] {
    prefix.map { UInt32($0 >> 5) } + [0] + prefix.map { UInt32($0 & 31) }
  }

  private static let segWit: Set<String> = ["bc", "tb", "bcrt", "ltc", "tltc", "dgb", "vtc", "grs", "btg", "mona"]
  private static let others: Set<String> = ["lnurl", "addr", "stake", "cosmos", "zs", "kaspa"]

  private static let values: [Int] = {
    var values = Array(repeating: -1, count: 256)
    for (index, byte) in "qpzry9x8gf2tvdw0s3jn54khce6mua7l".utf8.enumerated() { values[Int(byte)] = index }
    return values
  }()
}

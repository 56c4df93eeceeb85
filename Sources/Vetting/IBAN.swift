/// International bank account numbers.
///
/// ISO 13616-1: country, two check digits, and a national number whose make-up the SWIFT IBAN registry gives.
enum IBAN {
  /// The first account number in a text, in whatever groups it is printed.
  static func finding(in bytes: [UInt8]) -> Finding? {
    let tokens = bytes.tokens
    for index in tokens.indices {
      var start = tokens[index].lowerBound
      if bytes[tokens[index]].count > 4, bytes[tokens[index]].prefix(4).map(\.lowercase) == label { start += 4 }
      guard let form = form(from: start, in: bytes) else { continue }
      var number = Array(bytes[start..<tokens[index].upperBound])
      var last = index
      while number.count < form.count + 4, last + 1 < tokens.count,
        bytes.isGroupGap(tokens[last].upperBound..<tokens[last + 1].lowerBound)
      {
        last += 1
        number += bytes[tokens[last]]
      }
      if isIBAN(number.map(\.uppercase), form) {
        return Finding(.bankAccount, in: bytes, start..<tokens[last].upperBound)
      }
    }
    return nil
  }

  /// The make-up of the national number whose country's letters stand here.
  private static func form(from start: Int, in bytes: [UInt8]) -> [UInt8]? {
    guard start + 4 < bytes.count, bytes[start].isLetter, bytes[start + 1].isLetter else { return nil }
    guard bytes[start + 2].isDigit || bytes[start + 2].isGroupSeparator else { return nil }
    let country = String(decoding: bytes[start..<(start + 2)].map(\.uppercase), as: UTF8.self)
    return IBANRegistry.forms[country]
  }

  /// Whether a number has its country's make-up and leaves 1 divided by 97 (ISO/IEC 7064, MOD 97-10).
  ///
  /// The first four characters move to the end, letters count from A = 10 to Z = 35.
  private static func isIBAN(_ number: [UInt8], _ form: [UInt8]) -> Bool {
    guard number.count == form.count + 4, number[2].isDigit, number[3].isDigit else { return false }
    let fits = zip(number.dropFirst(4), form).allSatisfy { byte, kind in
      switch kind {
      case UInt8(ascii: "n"): byte.isDigit
      case UInt8(ascii: "a"): byte.isLetter
      default: byte.isAlphanumeric
      }
    }
    guard fits else { return false }
    let remainder = (number.dropFirst(4) + number.prefix(4)).reduce(0) { remainder, byte in
      byte.isDigit ? (remainder * 10 + byte.digit) % 97 : (remainder * 100 + Int(byte) - 55) % 97
    }
    return remainder == 1
  }

  private static let label = Array("iban".utf8)
}

extension UInt8 {
  /// The capital for a small letter; everything else as it is.
  fileprivate var uppercase: UInt8 { isLetter ? self & 0xDF : self }
}

/// What payment QR codes contain.
enum PaymentCodes {
  /// The first payment code in a text.
  static func finding(in bytes: [UInt8]) -> Finding? {
    let lines = bytes.split(maxSplits: 4, whereSeparator: \.isSpace).map {
      String(decoding: $0, as: UTF8.self).uppercased()
    }
    let isTransfer = lines.count >= 4 && lines[0] == "BCD" && lines[3] == "SCT"  // EPC069-12
    let isSwiss = lines.count > 1 && lines[0] == "SPC" && lines[1].hasPrefix("02")  // Swiss QR-bill
    if isTransfer || isSwiss { return Finding(.paymentCode, in: bytes, bytes.indices) }
    return merchant(in: bytes)
  }

  /// A merchant's code (EMV QRCPS, Merchant-Presented Mode; Pix, UPI and others use it).
  ///
  /// Begins with field 00 of length 02, "01"; ends with field 63 of length 04, the CRC of all before it.
  private static func merchant(in bytes: [UInt8]) -> Finding? {
    let start = Array("000201".utf8)
    let crc = Array("6304".utf8)
    guard let first = bytes.firstRange(of: start)?.lowerBound else { return nil }
    var rest = first + start.count
    while rest < bytes.count, let field = bytes[rest...].firstRange(of: crc) {
      let end = field.upperBound + 4
      guard end <= bytes.count else { return nil }
      let told = UInt16(String(decoding: bytes[field.upperBound..<end], as: UTF8.self), radix: 16)
      if told == checksum(bytes[first..<field.upperBound]) { return Finding(.paymentCode, in: bytes, first..<end) }
      rest = field.lowerBound + 1
    }
    return nil
  }

  /// CRC-16 with polynomial 0x1021 and initial value 0xFFFF (ISO/IEC 13239, as EMV QRCPS uses it).
  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt16 {
    var crc: UInt16 = 0xFFFF
    for byte in bytes {
      crc ^= UInt16(byte) << 8
      for _ in 0..<8 { crc = crc & 0x8000 == 0 ? crc << 1 : crc << 1 ^ 0x1021 }
    }
    return crc
  }
}

extension Collection<UInt8> {
  /// Where a sequence of bytes first stands.
  fileprivate func firstRange(of sought: [UInt8]) -> Range<Index>? {
    var start = startIndex
    while start != endIndex {
      let rest = self[start...]
      if rest.starts(with: sought) { return start..<index(start, offsetBy: sought.count) }
      start = index(after: start)
    }
    return nil
  }
}

/// Links, schemes and handles by which money is sent.
enum PaymentLinks {
  /// The first of them in a text.
  static func finding(in bytes: [UInt8]) -> Finding? {
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "."):
        let host = host(around: index, in: bytes)
        if let place = paying(host, in: bytes) { return Finding(.paymentLink, in: bytes, place) }
        index = max(index, host.upperBound - 1)
      case UInt8(ascii: ":"):
        if let place = scheme(before: index, in: bytes) { return Finding(.paymentLink, in: bytes, place) }
      case UInt8(ascii: "@"):
        if let place = handle(around: index, in: bytes) { return Finding(.paymentLink, in: bytes, place) }
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The host's name a full stop stands in.
  private static func host(around stop: Int, in bytes: [UInt8]) -> Range<Int> {
    var start = stop
    while start > 0, isHost(bytes[start - 1]) { start -= 1 }
    var end = stop + 1
    while end < bytes.count, isHost(bytes[end]) { end += 1 }
    while end > stop + 1, !bytes[end - 1].isAlphanumeric { end -= 1 }
    return start..<end
  }

  /// Letters, digits, hyphens, full stops, and letters beyond ASCII (RFC 952, RFC 5890); browsers take underscores.
  private static func isHost(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte >= 0x80 || isNameMark(byte)
  }

  /// What stands between the parts of a name.
  private static func isNameMark(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// Where a paying host's link stands, if this is one or lies under one.
  ///
  /// Reads the name backwards and looks it up wherever a label begins: `notpaypal.me` is another host.
  private static func paying(_ host: Range<Int>, in bytes: [UInt8]) -> Range<Int>? {
    var hash = FNV()
    for index in host.reversed() {
      hash.add(bytes[index].lowercase)
      guard index == host.lowerBound || bytes[index - 1] == UInt8(ascii: ".") else { continue }
      guard let path = PaymentHosts.paths[hash.value] else { continue }
      let rest = bytes[host.upperBound...].prefix { !$0.isSpace }
      if path.isEmpty || rest.map(\.lowercase).starts(with: path) { return host.lowerBound..<rest.endIndex }
    }
    return nil
  }

  /// Where a link begins with a paying scheme: letters, a colon, and something right after it.
  private static func scheme(before colon: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard colon + 1 < bytes.count else { return nil }
    let next = bytes[colon + 1]
    guard next.isAlphanumeric || next == UInt8(ascii: "/") else { return nil }
    var start = colon
    while start > 0, bytes[start - 1].isLetter { start -= 1 }
    guard start < colon, colon - start <= 16 else { return nil }
    let name = String(decoding: bytes[start..<colon].map(\.lowercase), as: UTF8.self)
    let isLink = bytes[(colon + 1)...].starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")])
    guard PaymentHosts.schemes.contains(name) || isLink && PaymentHosts.appSchemes.contains(name) else { return nil }
    return start..<bytes[colon...].prefix { !$0.isSpace }.endIndex
  }

  /// Where a name at an Indian bank stands (UPI): `name@okaxis`, never `name@upi.example`.
  private static func handle(around at: Int, in bytes: [UInt8]) -> Range<Int>? {
    var start = at
    while start > 0, bytes[start - 1].isAlphanumeric || isNameMark(bytes[start - 1]) { start -= 1 }
    var end = at + 1
    while end < bytes.count, bytes[end].isAlphanumeric { end += 1 }
    guard at - start >= 2, end - at > 2 else { return nil }
    let isMail = end + 1 < bytes.count && isNameMark(bytes[end]) && bytes[end + 1].isAlphanumeric
    let name = String(decoding: bytes[(at + 1)..<end].map(\.lowercase), as: UTF8.self)
    return !isMail && PaymentHosts.bankHandles.contains(name) ? start..<end : nil
  }
}

/// Something a paper may not carry, found in one of its texts.
package struct Finding: Hashable, Sendable {
  /// What it would do on a paper.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The number of a bank account or of a bank.
    case bankAccount
    /// The number of a payment card.
    case card
    /// The address of a wallet.
    case wallet
    /// A link, a name or a handle by which money is sent.
    case paymentLink
    /// The content of a payment QR code.
    case paymentCode
    /// A word that says the paper was paid.
    case receipt
    /// A word that asks for payment.
    case demand
  }

  /// What was found.
  package var kind: Kind
  /// Where the text says it, as it reads once disguises are taken off.
  package var excerpt: String
}

/// Holds back payment details and claims of payment, whatever their disguise.
package enum Vetting {
  /// The first thing in a text that no paper may carry; nil for a harmless text.
  ///
  /// Most texts are harmless and leave at the first glance, before anything is copied.
  package static func finding(in text: String) -> Finding? {
    var contiguous = text
    let glance = contiguous.withUTF8 { Glance($0) }
    guard !glance.isEmpty else { return nil }
    let reading = Reading(contiguous)
    if let finding = finding(in: reading, glance) { return finding }
    if reading.hasOverride, let finding = disguised(String(contiguous.reversed())) { return finding }
    if glance.contains(.percent), let decoded = percentDecoded(contiguous) { return disguised(decoded) }
    return nil
  }

  /// Vets a text that stands behind another.
  private static func disguised(_ text: String) -> Finding? {
    finding(in: Reading(text), .disguised)
  }

  private static func finding(in reading: Reading, _ first: Glance) -> Finding? {
    var glance = first
    if glance.contains(.disguised) { glance = reading.bytes.withUnsafeBufferPointer { Glance($0, isFolded: true) } }
    let bytes = reading.bytes
    if !glance.isDisjoint(with: [.digits, .wording]), let finding = PaymentCodes.finding(in: bytes) { return finding }
    if !glance.isDisjoint(with: [.host, .scheme, .at]), let finding = PaymentLinks.finding(in: bytes) {
      return finding
    }
    if !glance.isDisjoint(with: [.longWord, .fours]), let finding = Wallets.finding(in: bytes) { return finding }
    if !glance.isDisjoint(with: [.digits, .longWord, .fours]) {
      if let finding = IBAN.finding(in: bytes) { return finding }
      for run in DigitRun.all(in: bytes) {
        if let finding = Cards.finding(in: run) ?? CLABE.finding(in: run) { return finding }
      }
    }
    guard glance.contains(.wording) else { return nil }
    let words = Word.all(in: reading)
    return LabelledNumbers.finding(in: bytes, words) ?? Claims.finding(in: bytes, words)
  }

  /// The text with its percent escapes read once (RFC 3986, section 2.1); nil where that changes nothing.
  private static func percentDecoded(_ text: String) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      let isEscape = byte == UInt8(ascii: "%") && digits.count == 2 && digits.allSatisfy(\.isHexDigit)
      if isEscape, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
        bytes.append(value)
        rest.removeFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    let decoded = String(decoding: bytes, as: UTF8.self)
    return decoded == text ? nil : decoded
  }
}

extension Finding {
  /// A finding at a place in a text, its excerpt kept short.
  init(_ kind: Kind, in bytes: [UInt8], _ range: Range<Int>) {
    self.init(kind: kind, excerpt: String(decoding: bytes[range].prefix(80), as: UTF8.self))
  }
}

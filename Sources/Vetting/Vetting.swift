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

    /// Whether it is a claim in words rather than a way to pay.
    package var isClaim: Bool { self == .receipt || self == .demand }
  }

  /// What was found.
  package var kind: Kind
  /// Where the text says it, as it reads once disguises are taken off.
  package var excerpt: String
}

/// Holds back payment details and claims of payment, whatever their disguise.
///
/// Payment details are known by check digits and registries, so they are refused wherever they stand. Claims are only words:
/// an office that lends books and gives advice on debts has them among its items, so whoever asks decides what they mean
/// where they were found.
///
/// Most texts are harmless and leave at the first glance, before anything is copied.
package enum Vetting {
  /// The first payment detail in a text, or else its first claim; nil for a harmless text.
  package static func finding(in text: String) -> Finding? {
    let readings = readings(of: text)
    return first(in: readings, payment) ?? first(in: readings) { claims($0).first }
  }

  /// The first way to pay in a text: the number of an account, a card or a wallet, a link, a code; nil where there is none.
  package static func paymentData(in text: String) -> Finding? { first(in: readings(of: text), payment) }

  /// The first words in a text by which a paper would pass for a bill or for a receipt; nil where there are none.
  package static func claim(in text: String) -> Finding? { claims(in: text).first }

  /// All such words; of phrases that overlap each.
  package static func claims(in text: String) -> [Finding] { readings(of: text).flatMap(claims) }

  /// The words at the end of a text that ask for money as soon as an amount stands behind or below them, such as "Amount due:"; nil
  /// where there are none.
  package static func demandWithoutAmount(atEndOf text: String) -> Finding? {
    let words = text.split { !$0.isLetter && !$0.isNumber }
    return (1...4).lazy.compactMap { count -> Finding? in
      guard count <= words.count else { return nil }
      let end = words.suffix(count).joined(separator: " ")
      // The whole end must be what asks: "Montant du marché" does not, though "montant dû" would.
      // A deadline would have its day at once.
      return claims(in: end + " x x 9").first { finding in
        finding.kind == .demand && finding.excerpt.split { !$0.isLetter && !$0.isNumber }.count == count
      }
    }.first
  }

  // MARK: - The ways to read a text

  private struct Reading {
    let text: VisibleText
    let glance: Glance
    /// Its words, where they may say something.
    let words: [Word]

    init(_ text: VisibleText, _ first: Glance) {
      var glance = first
      if glance.contains(.disguised) { glance = text.bytes.withUnsafeBufferPointer { Glance($0, isFolded: true) } }
      (self.text, self.glance) = (text, glance)
      words = glance.contains(.wording) ? Word.all(in: text) : []
    }
  }

  /// The text as it shows, backwards where it shows so, as its percent escapes say, and without marks of notes; none for a harmless text.
  private static func readings(of text: String) -> [Reading] {
    var text = text
    let glance = text.withUTF8 { Glance($0) }
    guard !glance.isEmpty else { return [] }
    var readings = [Reading(VisibleText(text), glance)]
    if readings[0].text.hasOverride { readings.append(Reading(VisibleText(String(text.reversed())), .disguised)) }
    if glance.contains(.percent), let decoded = percentDecoded(text) {
      readings.append(Reading(VisibleText(decoded), .disguised))
    }
    // A note's mark behind a number is no further digit of it.
    if glance.contains(.disguised), let unmarked = withoutRaised(text) {
      readings.append(Reading(VisibleText(unmarked), .disguised))
    }
    return readings
  }

  /// A text without its raised figures; nil where it has none.
  private static func withoutRaised(_ text: String) -> String? {
    func isRaised(_ scalar: Unicode.Scalar) -> Bool {
      [0xB2, 0xB3, 0xB9].contains(scalar.value) || 0x2070...0x2079 ~= scalar.value
    }
    guard text.unicodeScalars.contains(where: isRaised) else { return nil }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isRaised($0) }))
  }

  private static func first(in readings: [Reading], _ find: (Reading) -> Finding?) -> Finding? {
    for reading in readings { if let finding = find(reading) { return finding } }
    return nil
  }

  // MARK: - What they say

  private static func payment(_ reading: Reading) -> Finding? {
    let (bytes, glance) = (reading.text.bytes, reading.glance)
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
    return LabelledNumbers.finding(in: bytes, reading.words)
  }

  private static func claims(_ reading: Reading) -> [Finding] {
    Claims.findings(in: reading.text.bytes, reading.words)
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

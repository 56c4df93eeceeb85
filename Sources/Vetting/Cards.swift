/// The numbers of payment cards.
///
/// ISO/IEC 7812-1: an issuer's prefix, 13 to 19 digits, the last a check digit.
enum Cards {
  /// The first card number in a run of digits.
  static func finding(in run: DigitRun) -> Finding? {
    let number = run.numbers(in: sizes, length: 13...19).first { isCard($0.digits) }
    return number.map { Finding(.card, in: run.bytes, $0.place) }
  }

  /// Whether the digits are a card's: prefix, length and check digit.
  static func isCard(_ digits: [Int]) -> Bool {
    let prefix = digits.prefix(6).reduce(0) { $0 * 10 + $1 }
    let isIssued = issuers.contains { $0.prefixes.contains(prefix) && $0.lengths.contains(digits.count) }
    return isIssued && passesLuhn(digits)
  }

  /// The "double-add-double" formula of ISO/IEC 7812-1, annex B, by H. P. Luhn.
  ///
  /// From the right, every second digit is doubled and the digits of the products are added; the sum ends in 0.
  static func passesLuhn(_ digits: [Int]) -> Bool {
    var sum = 0
    for (index, digit) in digits.reversed().enumerated() {
      let product = index.isMultiple(of: 2) ? digit : digit * 2
      sum += product > 9 ? product - 9 : product
    }
    return sum.isMultiple(of: 10)
  }

  /// How cards are embossed and typed.
  private static let sizes = [
    [4, 4, 4, 4], [4, 4, 4, 4, 3], [4, 6, 5], [4, 6, 4], [4, 4, 4, 3], [4, 4, 5], [8, 8], [6, 10], [6, 13],
  ]

  /// First six digits and lengths by network.
  private static let issuers: [(prefixes: ClosedRange<Int>, lengths: Set<Int>)] = [
    (400_000...499_999, [13, 16, 18, 19]),  // Visa
    (510_000...559_999, [16]), (222_100...272_099, [16]),  // Mastercard
    (340_000...349_999, [15]), (370_000...379_999, [15]),  // American Express
    (300_000...305_999, [14, 16]), (309_500...309_599, [14, 16]), (360_000...369_999, [14, 16]),  // Diners Club
    (380_000...399_999, [14, 16]),  // Diners Club
    (352_800...358_999, [16, 17, 18, 19]),  // JCB
    (500_000...509_999, [16, 17, 18, 19]), (560_000...589_999, [16, 17, 18, 19]),  // Maestro, Elo, Verve, RuPay
    (600_000...699_999, [16, 17, 18, 19]),  // Discover, UnionPay, Maestro, RuPay, InstaPayment
    (220_000...220_499, [16, 17, 18, 19]),  // Mir
    (810_000...829_999, [16, 17, 18, 19]),  // UnionPay, RuPay
    (979_200...979_299, [16]),  // Troy
  ]
}

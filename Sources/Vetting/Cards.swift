/// The numbers of payment cards.
///
/// ISO/IEC 7812-1: an issuer's prefix, up to 19 digits, the last a check digit. None of 13 is looked for; `Data/cards.txt`
/// says why.
enum Cards {
  /// The first card number in a run of digits.
  static func finding(in run: DigitRun) -> Finding? {
    let number = run.numbers(in: sizes, length: 14...19).first { isCard($0.digits) }
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
    [4, 4, 4, 4], [4, 4, 4, 4, 3], [4, 6, 5], [4, 6, 4], [4, 4, 4, 3], [8, 8], [6, 10], [6, 13],
  ]

  /// First six digits and lengths by network.
  private static let issuers: [(prefixes: ClosedRange<Int>, lengths: Set<Int>)] =
    WordList(PackageResources.cards_txt).lines().compactMap { line in
      let words = line.split(separator: " ")
      let ends = words[0].split(separator: "-").compactMap { Int($0) }
      guard ends.count == 2, ends[0] <= ends[1] else { return nil }
      return (ends[0]...ends[1], Set(words.dropFirst().compactMap { Int($0) }))
    }
}

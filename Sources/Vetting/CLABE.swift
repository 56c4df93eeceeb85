/// Mexican account numbers: Clave Bancaria Estandarizada.
///
/// Asociación de Bancos de México: bank (3 digits), branch (3), account (11), check digit (1).
enum CLABE {
  /// The first account number in a run of digits.
  static func finding(in run: DigitRun) -> Finding? {
    let number = run.numbers(in: [[3, 3, 11, 1]], length: 18...18).first { isCLABE($0.digits) }
    return number.map { Finding(.bankAccount, in: run.bytes, $0.place) }
  }

  /// Whether the digits are an account at a known bank.
  ///
  /// Weights 3, 7, 1 over the first 17 digits, each product to base 10, the sum's complement to 10 is the last digit.
  static func isCLABE(_ digits: [Int]) -> Bool {
    guard digits.count == 18, banks.contains(digits.prefix(3).reduce(0) { $0 * 10 + $1 }) else { return false }
    let sum = zip(digits.dropLast(), 0...).reduce(0) { sum, place in sum + place.0 * [3, 7, 1][place.1 % 3] % 10 }
    return (10 - sum % 10) % 10 == digits[17]
  }

  /// The codes of banks, then of other houses that keep accounts, in Banco de México's payment system SPEI.
  private static let banks: Set<Int> = [
    2, 6, 9, 12, 14, 19, 21, 30, 32, 36, 37, 42, 44, 58, 59, 60, 62, 72, 102, 103, 106, 108, 110, 112, 113, 116, 124,
    126,
    127, 128, 129, 130, 131, 132, 133, 134, 135, 136, 137, 138, 139, 140, 141, 143, 145, 147, 148, 150, 151, 152, 154,
    155,
    156, 157, 158, 159, 160, 165, 166, 167, 168, 170,
    600, 601, 602, 605, 606, 607, 608, 610, 614, 615, 616, 617, 618, 619, 620, 621, 622, 623, 626, 627, 628, 629, 630,
    631,
    632, 633, 634, 636, 637, 638, 640, 642, 646, 647, 648, 649, 651, 652, 653, 655, 656, 659, 661, 666, 668, 670, 671,
    677,
    680, 683, 684, 685, 688, 689, 699, 703, 706, 709, 710, 714, 715, 720, 721, 722, 723, 725, 727, 728, 729, 730, 732,
    734,
    738, 741, 901, 902, 903,
  ]
}

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
  private static let banks = Set(WordList(PackageResources.clabe_banks_txt).words().compactMap { Int($0) })
}

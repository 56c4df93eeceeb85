/// A currency that is in use, by its ISO 4217 code.
public struct Currency: Hashable, Sendable, CustomStringConvertible {
  /// The three capital letters, such as `USD`.
  public let code: String
  /// How many decimal digits the minor unit has: 2 for USD, 0 for JPY, 3 for KWD.
  public let minorUnitDigits: Int

  /// Finds a currency by its code, in capitals or not; nil where ISO 4217 has no such currency in use.
  public init?(code: String) {
    let capitals = code.uppercased()
    guard let digits = CurrencyCodes.digits[capitals] else { return nil }
    self.code = capitals
    self.minorUnitDigits = digits
  }

  /// The codes of all currencies in use, in alphabetical order.
  public static let allCodes: [String] = CurrencyCodes.digits.keys.sorted()

  /// The code.
  public var description: String { code }
}

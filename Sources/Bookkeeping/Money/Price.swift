/// What one unit of an item costs, exactly as published.
public struct Price: Hashable, Sendable {
  /// The price of one unit in the currency's main unit; it may be finer than the minor unit (0.725 dollars a mile).
  public let amount: ExactDecimal
  /// The currency in which the price was published.
  public let currency: Currency

  /// A price.
  ///
  /// - Parameters:
  ///   - amount: the price of one unit, in the currency's main unit.
  ///   - currency: the currency.
  public init(amount: ExactDecimal, currency: Currency) {
    self.amount = amount
    self.currency = currency
  }

  /// Whether anybody knows it: a price of nothing stands for one that is still to be found out.
  public var isKnown: Bool { amount.mantissa != 0 }

  /// What a quantity costs: the exact product, rounded once to the minor unit, halves away from zero.
  ///
  /// - Parameter quantity: how many units.
  /// - Returns: the amount in minor units.
  /// - Throws: `MoneyError.overflow` where the amount does not fit.
  public func amount(for quantity: Quantity) throws(MoneyError) -> Money {
    // Two factors of 64 bits cannot overflow 128.
    let product = Int128(amount.mantissa) * Int128(quantity.value.mantissa)
    let surplus = amount.scale + quantity.value.scale - currency.minorUnitDigits
    let exact: Int128
    if surplus > 0 {
      let divisor = Self.powersOfTen[surplus]
      let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
      let isHalfOrMore = remainder.magnitude * 2 >= divisor.magnitude
      exact = isHalfOrMore ? quotient + product.signum() : quotient
    } else {
      let (scaled, overflow) = product.multipliedReportingOverflow(by: Self.powersOfTen[-surplus])
      guard !overflow else { throw .overflow }
      exact = scaled
    }
    guard let minorUnits = Int64(exactly: exact) else { throw .overflow }
    return Money(minorUnits: minorUnits, currency: currency)
  }

  /// 10^0 to 10^18: two scales of at most nine digits.
  private static let powersOfTen: [Int128] = (1...(2 * ExactDecimal.maximumScale)).reduce(into: [1]) {
    powers, exponent in
    powers.append(powers[exponent - 1] * 10)
  }
}

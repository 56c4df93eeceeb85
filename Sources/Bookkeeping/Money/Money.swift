/// A sum of money that can be paid: whole minor units (cents, pence, yen) of one currency.
public struct Money: Hashable, Sendable {
  /// The sum in minor units: 1234 is 12.34 US dollars, and 1234 yen.
  public let minorUnits: Int64
  /// Whose minor units they are.
  public let currency: Currency

  /// A sum.
  ///
  /// - Parameters:
  ///   - minorUnits: the sum in the currency's minor units.
  ///   - currency: the currency.
  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// Nothing, in a currency.
  public static func zero(_ currency: Currency) -> Money {
    Money(minorUnits: 0, currency: currency)
  }

  /// The sum of two sums.
  ///
  /// - Parameter other: what is added; of the same currency.
  /// - Returns: the exact sum.
  /// - Throws: `MoneyError.mixedCurrencies` or `MoneyError.overflow`.
  public func adding(_ other: Money) throws(MoneyError) -> Money {
    guard currency == other.currency else { throw .mixedCurrencies(currency, other.currency) }
    let (sum, overflow) = minorUnits.addingReportingOverflow(other.minorUnits)
    guard !overflow else { throw .overflow }
    return Money(minorUnits: sum, currency: currency)
  }

  /// The sum in the currency's main unit, with all digits of the minor one, such as 12.34.
  public var decimal: ExactDecimal {
    ExactDecimal(minorUnits: minorUnits, of: currency)
  }
}

/// Why a sum cannot be reckoned.
public enum MoneyError: Error, Hashable, Sendable {
  /// It does not fit in 64 bits of minor units.
  case overflow
  /// Two currencies cannot be added up.
  case mixedCurrencies(Currency, Currency)
}

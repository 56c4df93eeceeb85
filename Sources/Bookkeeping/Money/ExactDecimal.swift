/// A decimal number as it was written, without any rounding: mantissa × 10^-scale.
///
/// Two numbers are equal when they are written alike: 1.83 is not 1.830, since a price is printed as it was published.
public struct ExactDecimal: Hashable, Sendable, CustomStringConvertible {
  /// The most digits after the decimal point.
  public static let maximumScale = 9

  /// All digits, as one whole number.
  public let mantissa: Int64
  /// How many of the digits stand after the decimal point, 0 to 9.
  public let scale: Int

  /// Makes a number of its digits; nil where the scale is not within 0 to 9.
  public init?(mantissa: Int64, scale: Int) {
    guard (0...Self.maximumScale).contains(scale) else { return nil }
    self.mantissa = mantissa
    self.scale = scale
  }

  /// A whole number.
  public init(_ whole: Int64) {
    mantissa = whole
    scale = 0
  }

  /// A sum in a currency's main unit; no currency has a finer minor unit than a scale may be.
  init(minorUnits: Int64, of currency: Currency) {
    mantissa = minorUnits
    scale = currency.minorUnitDigits
  }

  /// Whether it is more than nothing.
  public var isPositive: Bool { mantissa > 0 }

  /// The same number without zeros behind the decimal sign's last digit: 38 for 38.0.
  public var trimmed: ExactDecimal {
    var (mantissa, scale) = (mantissa, scale)
    while scale > 0, mantissa.isMultiple(of: 10) { (mantissa, scale) = (mantissa / 10, scale - 1) }
    return ExactDecimal(mantissa: mantissa, scale: scale) ?? self
  }

  /// The number with a decimal point, every digit kept and nothing grouped, such as `1.830`.
  public var plainDescription: String {
    let sign = mantissa < 0 ? "-" : ""
    guard scale > 0 else { return sign + String(mantissa.magnitude) }
    let digits = mantissa.magnitude.padded(to: scale + 1)
    return "\(sign)\(digits.dropLast(scale)).\(digits.suffix(scale))"
  }

  /// The same as `plainDescription`.
  public var description: String { plainDescription }
}

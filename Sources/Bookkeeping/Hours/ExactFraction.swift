/// A positive share of something, kept as a fraction: 10 minutes are a sixth of an hour, which no decimal is.
public struct ExactFraction: Hashable, Sendable {
  /// What stands above the line, in lowest terms.
  public let numerator: Int64
  /// What stands below it.
  public let denominator: Int64

  /// One whole.
  public static let one = ExactFraction(numerator: 1, denominator: 1)

  private init(numerator: Int64, denominator: Int64) {
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  /// A fraction of whole numbers; nil unless both are above zero.
  public init?(_ numerator: Int64, over denominator: Int64) {
    guard numerator > 0, denominator > 0 else { return nil }
    self.init(reducing: Int128(numerator), Int128(denominator))
  }

  /// A decimal as a fraction; nil unless it is above zero.
  public init?(_ decimal: ExactDecimal) {
    self.init(decimal.mantissa, over: (0..<decimal.scale).reduce(1) { power, _ in power * 10 })
  }

  /// Nil where it does not fit.
  private init?(reducing numerator: Int128, _ denominator: Int128) {
    var (divisor, rest) = (numerator, denominator)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    guard let above = Int64(exactly: numerator / divisor), let below = Int64(exactly: denominator / divisor) else {
      return nil
    }
    self.init(numerator: above, denominator: below)
  }

  /// The exact product.
  ///
  /// - Parameter other: the other factor.
  /// - Returns: nil where it does not fit.
  public func times(_ other: ExactFraction) -> ExactFraction? {
    ExactFraction(
      reducing: Int128(numerator) * Int128(other.numerator), Int128(denominator) * Int128(other.denominator))
  }

  /// How often another goes into it.
  ///
  /// - Parameter other: the divisor.
  /// - Returns: nil where it does not fit.
  public func divided(by other: ExactFraction) -> ExactFraction? {
    times(ExactFraction(numerator: other.denominator, denominator: other.numerator))
  }

  /// The exact sum.
  ///
  /// - Parameter other: what is added.
  /// - Returns: nil where it does not fit.
  public func adding(_ other: ExactFraction) -> ExactFraction? {
    let (one, two) = (
      Int128(numerator).multipliedReportingOverflow(by: Int128(other.denominator)),
      Int128(other.numerator).multipliedReportingOverflow(by: Int128(denominator))
    )
    let sum = one.partialValue.addingReportingOverflow(two.partialValue)
    guard !one.overflow, !two.overflow, !sum.overflow else { return nil }
    return ExactFraction(reducing: sum.partialValue, Int128(denominator) * Int128(other.denominator))
  }

  /// The same as a decimal, without zeros at its end; nil where that has no end, or more than nine digits behind its point.
  public var decimal: ExactDecimal? {
    var (rest, twos, fives) = (denominator, 0, 0)
    while rest.isMultiple(of: 2) { (rest, twos) = (rest / 2, twos + 1) }
    while rest.isMultiple(of: 5) { (rest, fives) = (rest / 5, fives + 1) }
    let scale = max(twos, fives)
    guard rest == 1, scale <= ExactDecimal.maximumScale else { return nil }
    let power = (0..<scale).reduce(Int128(1)) { power, _ in power * 10 }
    return Int64(exactly: Int128(numerator) * power / Int128(denominator)).flatMap {
      ExactDecimal(mantissa: $0, scale: scale)
    }
  }
}

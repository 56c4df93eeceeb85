/// How much of an item was given: a positive number, in the unit of the item's price.
public struct Quantity: Hashable, Sendable, CustomStringConvertible {
  /// The number as it was written.
  public let value: ExactDecimal

  /// Takes a number; nil unless it is more than zero.
  public init?(_ value: ExactDecimal) {
    guard value.isPositive else { return nil }
    self.value = value
  }

  /// The number with a decimal point, nothing grouped.
  public var description: String { value.plainDescription }
}

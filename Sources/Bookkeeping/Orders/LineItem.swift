/// One line of an invoice.
public struct LineItem: Hashable, Sendable {
  /// What was given, at which price, and who says so.
  public var entry: PriceBook.Entry
  /// How many units.
  public var quantity: Quantity
  /// What they cost on the market, in minor units.
  public var amount: Money

  /// A line.
  ///
  /// - Parameters:
  ///   - entry: what was given.
  ///   - quantity: how many units.
  ///   - amount: what they cost.
  public init(entry: PriceBook.Entry, quantity: Quantity, amount: Money) {
    self.entry = entry
    self.quantity = quantity
    self.amount = amount
  }
}

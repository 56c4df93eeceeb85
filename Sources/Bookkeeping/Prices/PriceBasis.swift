/// What a price says; by its name in the price book.
public enum PriceBasis: String, Hashable, Sendable, CaseIterable {
  /// What a customer is asked.
  case price
  /// What the worker is paid, which is less than a customer is asked.
  case wage
}

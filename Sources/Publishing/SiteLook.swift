public import Bookkeeping

/// How a site speaks: its language, its words, and how it writes numbers. All of it is handed in.
public struct SiteLook {
  /// The BCP 47 language.
  public var language: String
  /// Whether it is read from right to left.
  public var isRightToLeft: Bool
  /// The words, by the names that the pages' templates use.
  public var words: [String: String]
  /// An amount of money.
  public var money: (Money) -> String
  /// A price of one unit.
  public var price: (Price) -> String
  /// A number as it was written.
  public var number: (ExactDecimal) -> String
  /// A unit's word behind a quantity.
  public var unit: (String, ExactDecimal) -> String
  /// A day.
  public var day: (CalendarDay) -> String
  /// A month, such as `2026-11`.
  public var month: (String) -> String
  /// The date a price is for.
  public var checked: (CheckedDate) -> String

  /// Says how a site speaks.
  public init(
    language: String, isRightToLeft: Bool, words: [String: String], money: @escaping (Money) -> String,
    price: @escaping (Price) -> String, number: @escaping (ExactDecimal) -> String,
    unit: @escaping (String, ExactDecimal) -> String, day: @escaping (CalendarDay) -> String,
    month: @escaping (String) -> String, checked: @escaping (CheckedDate) -> String
  ) {
    self.language = language
    self.isRightToLeft = isRightToLeft
    self.words = words
    self.money = money
    self.price = price
    self.number = number
    self.unit = unit
    self.day = day
    self.month = month
    self.checked = checked
  }
}

/// What is known of an office and helps to read its files: no file is read by it that can be read without.
public struct ReadingHints: Hashable, Sendable {
  /// The languages of the office, such as `de`, the first one first.
  public var languages: [String]
  /// The country of the office, such as `US`; nil where it is not known.
  public var country: String?
  /// The names of items that are known already.
  public var names: [String]
  /// The currency of prices that do not say theirs.
  public var currency: Currency?
  /// Whether some categories are published as sums only, so that an item without a category matters.
  public var hasSensitiveCategories: Bool
  /// The code page that somebody named for what is not UTF-8.
  public var codePage: CodePage?
  /// The decimal sign that somebody named for what can be read in two ways.
  public var decimal: DecimalSign?
  /// What somebody said comes first in a date such as 5/1/2026.
  public var dayOrder: DayOrder?
  /// The date that somebody named for prices that have none.
  public var checked: CheckedDate?

  /// Gathers what is known.
  ///
  /// - Parameters:
  ///   - languages: the languages of the office.
  ///   - country: its country.
  ///   - names: the names of items that are known already.
  ///   - currency: the currency of prices that do not say theirs.
  ///   - hasSensitiveCategories: whether some categories are published as sums only.
  ///   - codePage: the code page that somebody named.
  ///   - decimal: the decimal sign that somebody named.
  ///   - dayOrder: what somebody said comes first in a date.
  ///   - checked: the date that somebody named for prices that have none.
  public init(
    languages: [String] = [], country: String? = nil, names: [String] = [], currency: Currency? = nil,
    hasSensitiveCategories: Bool = false, codePage: CodePage? = nil, decimal: DecimalSign? = nil,
    dayOrder: DayOrder? = nil, checked: CheckedDate? = nil
  ) {
    self.languages = languages
    self.country = country
    self.names = names
    self.currency = currency
    self.hasSensitiveCategories = hasSensitiveCategories
    self.codePage = codePage
    self.decimal = decimal
    self.dayOrder = dayOrder
    self.checked = checked
  }
}

extension ReadingHints: CustomStringConvertible {
  /// All of it, by which is known what was read with the same hints. Said in full, since looking through a value by its mirror takes a
  /// hundredth of the time until a receipt begins to print.
  public var description: String {
    let said = [
      country, currency?.code, hasSensitiveCategories ? "sums" : nil, codePage?.rawValue, decimal?.rawValue,
      dayOrder?.rawValue, checked?.description,
    ]
    return (said.map { $0 ?? "-" } + ["\(languages.count)"] + languages + names).joined(separator: "\u{1F}")
  }
}

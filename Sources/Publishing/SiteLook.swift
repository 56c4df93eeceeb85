public import Bookkeeping
internal import Characters

/// How a site speaks: its language, its words, and how it writes numbers. All of it is handed in.
public struct SiteLook {
  /// The BCP 47 language.
  public var language: String
  /// Whether it is read from right to left.
  public var isRightToLeft: Bool
  /// The words, by the names that the pages' templates use.
  public var words: [String: String]
  /// Whose ledger it is: the office's name, and where its market is.
  public var office: (name: String, place: String)
  /// What is owed: zero, as a figure or, where that is but a dot, as a word.
  public var zero: String
  /// The BCP 47 language of the price book, of what it calls things and of its sources.
  public var bookLanguage: String
  /// What items are called in the pages' language, by what the price book calls them.
  public var itemNames: [String: String]
  /// What categories are called in it, by what the price book calls them.
  public var categoryNames: [String: String]
  /// An amount of money.
  public var money: (Money) -> String
  /// A price of one unit.
  public var price: (Price) -> String
  /// What the market asks for what is offered, and what for, as signs say it: `$5.10`, `per 5 lb sack`.
  public var asked: (PriceBook.Entry) -> (price: String, per: String)
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
    language: String, isRightToLeft: Bool, words: [String: String], office: (name: String, place: String),
    zero: String, bookLanguage: String, itemNames: [String: String] = [:], categoryNames: [String: String] = [:],
    money: @escaping (Money) -> String, price: @escaping (Price) -> String,
    asked: @escaping (PriceBook.Entry) -> (price: String, per: String), number: @escaping (ExactDecimal) -> String,
    unit: @escaping (String, ExactDecimal) -> String,
    day: @escaping (CalendarDay) -> String, month: @escaping (String) -> String,
    checked: @escaping (CheckedDate) -> String
  ) {
    self.language = language
    self.isRightToLeft = isRightToLeft
    self.words = words
    self.office = office
    self.zero = zero
    self.bookLanguage = bookLanguage
    self.itemNames = itemNames
    self.categoryNames = categoryNames
    self.money = money
    self.price = price
    self.asked = asked
    self.number = number
    self.unit = unit
    self.day = day
    self.month = month
    self.checked = checked
  }

  /// The language to mark the price book's texts with; nil where it is the pages' own.
  var foreignLanguage: String? {
    bookLanguage.prefix { $0 != "-" } == language.prefix { $0 != "-" } ? nil : bookLanguage
  }

  /// What an item is called on the pages.
  func item(_ name: String) -> SiteName { SiteName(name, in: itemNames, else: foreignLanguage) }

  /// What a category is called on the pages.
  func category(_ name: String) -> SiteName { SiteName(name, in: categoryNames, else: foreignLanguage) }
}

/// What something is called on the pages.
struct SiteName {
  let text: String
  /// The language to mark it with; nil where it is the pages' own.
  let language: String?

  /// A text of the pages' own language.
  init(_ text: String) { (self.text, language) = (text, nil) }

  /// The name of something in the pages' language, or else the price book's, whose language is marked.
  init(_ name: String, in names: [String: String], else foreign: String?) {
    (text, language) = names[name].map { ($0, nil) } ?? (name, foreign)
  }

  /// As the pages' templates see it.
  var data: [String: Any] {
    var data: [String: Any] = ["name": text.visible]
    if let language { data["lang"] = language }
    return data
  }
}

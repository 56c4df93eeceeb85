import Characters

/// What units are called, for whoever reads quantities with units.
public protocol UnitNames: SendableMetatype {
  /// Whether a word is a unit.
  func isUnit(_ word: String) -> Bool

  /// How many of the unit of an item's price one of another unit is: a half for 30 minutes of what is priced by the hour.
  ///
  /// - Parameters:
  ///   - said: the other unit.
  ///   - entry: the item.
  /// - Returns: nil where one cannot be turned into the other.
  func count(of said: String, in entry: PriceBook.Entry) -> ExactFraction?
}

extension GivenItem {
  /// Reads words that were typed for what was given: items with quantities behind or before them, or one of each. Words that name
  /// one item only together need no quotes; `2x bread`, `bread x2`, `1.5h childcare` and the like are understood.
  ///
  /// - Parameters:
  ///   - words: what was typed, as a shell parts it.
  ///   - prices: the items there are.
  ///   - units: what units are called.
  /// - Returns: the items by their names in the price book, and what is not clear: nothing is guessed.
  public static func read(_ words: [String], prices: PriceBook, units: some UnitNames) -> Reading<[GivenItem]> {
    var reader = TypedWordsReader(prices, units)
    return reader.read(words)
  }
}

/// Something that was given and has no price yet.
public struct UnpricedItem: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// How many units.
  public var quantity: Quantity
  /// The unit that was typed with the quantity; nil where none was.
  public var unit: String?

  /// Reads words that were typed for one thing that is in no price book, with its quantity behind or before it, as
  /// ``GivenItem/read(_:prices:units:)`` does.
  ///
  /// - Parameters:
  ///   - words: what was typed, as a shell parts it.
  ///   - prices: the items that have a price, of which it must be none.
  ///   - units: what units are called.
  /// - Returns: the thing; nil where a fault is told.
  public static func read(_ words: [String], prices: PriceBook, units: some UnitNames) -> Reading<UnpricedItem?> {
    var reader = TypedWordsReader(PriceBook([]), units)
    return reader.readUnpriced(words, prices)
  }
}

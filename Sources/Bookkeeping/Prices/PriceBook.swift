/// The market prices, and the names by which they are found.
public struct PriceBook: Hashable, Sendable {
  /// One row: an item, what it costs, and who says so.
  public struct Entry: Hashable, Sendable {
    /// The item's name, as written.
    public let item: String
    /// The price of one unit, in the currency's main unit.
    private let amount: ExactDecimal
    /// Other names of the item.
    public let aliases: [String]
    /// The line of the file, from 1.
    public let line: Int
    /// Where each cell begins in that line, for what is found wrong with it later.
    public let columns: CellPlaces
    private let terms: Box

    /// What many rows of a long book say alike, which is then held once for all of them.
    struct Terms: Hashable, Sendable {
      var category: String
      var unit: String
      var unitKind: UnitKind?
      var currency: Currency
      var basis: PriceBasis
      var source: PriceSource
      var checked: CheckedDate
      var pack: Pack?
    }

    private final class Box: Hashable, Sendable {
      let terms: Terms
      init(_ terms: Terms) { self.terms = terms }
      static func == (one: Box, other: Box) -> Bool { one === other || one.terms == other.terms }
      func hash(into hasher: inout Hasher) { hasher.combine(terms) }
    }

    /// The group it belongs to, such as `food`.
    public var category: String { terms.terms.category }
    /// What the price is for one of, such as `hour`.
    public var unit: String { terms.terms.unit }
    /// What that measures, where the book says so.
    public var unitKind: UnitKind? { terms.terms.unitKind }
    /// The price of one unit.
    public var price: Price { Price(amount: amount, currency: terms.terms.currency) }
    /// How much is handed over at once; nil where the book does not say it.
    public var pack: Pack? { terms.terms.pack }
    /// Whether a customer is asked it or a worker is paid it.
    public var basis: PriceBasis { terms.terms.basis }
    /// Who published the price, and where.
    public var source: PriceSource { terms.terms.source }
    /// The date the price is for.
    public var checked: CheckedDate { terms.terms.checked }

    /// An entry.
    ///
    /// - Parameters:
    ///   - item: the item's name.
    ///   - category: the group it belongs to.
    ///   - unit: what the price is for one of.
    ///   - unitKind: what that measures, where the book says so.
    ///   - price: the price of one unit.
    ///   - basis: what the price says.
    ///   - source: who published it, and where.
    ///   - checked: the date it is for.
    ///   - pack: how much is handed over at once.
    ///   - aliases: other names of the item.
    ///   - line: the line of the file, from 1.
    ///   - columns: where each cell begins in that line.
    public init(
      item: String, category: String, unit: String, unitKind: UnitKind? = nil, price: Price, basis: PriceBasis,
      source: PriceSource,
      checked: CheckedDate, pack: Pack? = nil, aliases: [String] = [], line: Int, columns: CellPlaces = [:]
    ) {
      let terms = Terms(
        category: category, unit: unit, unitKind: unitKind, currency: price.currency, basis: basis, source: source,
        checked: checked, pack: pack)
      self.init(item: item, amount: price.amount, terms, aliases: aliases, line: line, columns: columns, like: nil)
    }

    /// An entry that shares its terms with another, where those are the same.
    init(
      item: String, amount: ExactDecimal, _ terms: Terms, aliases: [String], line: Int, columns: CellPlaces,
      like other: Entry?
    ) {
      self.item = item
      self.amount = amount
      self.aliases = aliases
      self.line = line
      self.columns = columns
      self.terms = if let other, other.terms.terms == terms { other.terms } else { Box(terms) }
    }
  }

  /// What a name leads to.
  public enum Match: Hashable, Sendable {
    /// The item that is meant.
    case entry(Entry)
    /// Several items fit; their names.
    case ambiguous([String])
    /// No item is called so.
    case unknown
    /// The name is that of a row which is faulty; its fault has been told already.
    case faulty
  }

  /// The entries, in the order of the file.
  public let entries: [Entry]

  let index: NameIndex

  /// A price book of entries; where two share a name, the earlier one keeps it.
  public init(_ entries: [Entry]) {
    var index = NameIndex()
    for (place, entry) in entries.enumerated() { index.add(entry.item, aliases: entry.aliases, entry: place) }
    self.init(entries, index: index)
  }

  init(_ entries: [Entry], index: NameIndex) {
    self.entries = entries
    self.index = index
  }

  /// The names of all items, in the order of the file.
  public var items: [String] { entries.map(\.item) }

  /// The entries that fit what somebody looks for: words of a name, an alias or a category, in any order and without accents, or
  /// the beginnings of such words.
  ///
  /// - Parameter words: what was typed.
  /// - Returns: the entries, in the order of the file.
  public func search(_ words: String) -> [Entry] {
    let typed = NameSearch.words(of: words)
    return entries.filter { entry in
      let known = ([entry.item, entry.category] + entry.aliases).flatMap(NameSearch.words)
      if !typed.isEmpty, NameSearch.begin(known, with: typed) { return true }
      // Scripts that are written without spaces have no words to begin with.
      let part = NameParts.typed(words)
      return !part.isEmpty && ([entry.item] + entry.aliases).contains { NameParts($0).begin(part) }
    }
  }

  /// The item that is meant by a name, in any case and spacing: an item's name, else an alias, else a part that fits one
  /// item only.
  ///
  /// A part is of whole words, so that "ice" is not "Rice" and "tea" no teacher; in scripts without spaces it may stand anywhere.
  public func find(_ name: String) -> Match {
    switch index.find(name) {
    case .entry(let place): .entry(entries[place])
    case .ambiguous(let places): .ambiguous(places.map { entries[$0].item })
    case .unknown: .unknown
    case .faulty: .faulty
    }
  }
}

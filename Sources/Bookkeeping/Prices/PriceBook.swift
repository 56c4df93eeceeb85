/// The market prices, and the names by which they are found.
public struct PriceBook: Hashable, Sendable {
  /// One row: an item, what it costs, and who says so.
  public struct Entry: Hashable, Sendable {
    /// The item's name, as written.
    public var item: String
    /// The group it belongs to, such as `food`.
    public var category: String
    /// What the price is for one of, such as `hour`.
    public var unit: String
    /// What that measures, where the book says so.
    public var unitKind: UnitKind?
    /// The price of one unit.
    public var price: Price
    /// Whether a customer is asked it or a worker is paid it.
    public var basis: PriceBasis
    /// Who published the price, and where.
    public var source: PriceSource
    /// The date the price is for.
    public var checked: CheckedDate
    /// Other names of the item.
    public var aliases: [String]
    /// The line of the file, from 1.
    public var line: Int
    /// Where each cell begins in that line, in characters from 1, for what is found wrong with it later.
    public var columns: [InputColumn: Int]

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
    ///   - aliases: other names of the item.
    ///   - line: the line of the file, from 1.
    ///   - columns: where each cell begins in that line.
    public init(
      item: String, category: String, unit: String, unitKind: UnitKind? = nil, price: Price, basis: PriceBasis,
      source: PriceSource,
      checked: CheckedDate, aliases: [String] = [], line: Int, columns: [InputColumn: Int] = [:]
    ) {
      self.item = item
      self.category = category
      self.unit = unit
      self.unitKind = unitKind
      self.price = price
      self.basis = basis
      self.source = source
      self.checked = checked
      self.aliases = aliases
      self.line = line
      self.columns = columns
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
      return !part.isEmpty && ([entry.item] + entry.aliases).contains { NameParts($0).contain(part) }
    }
  }

  /// The item that is meant by a name, in any case and spacing: an item's name, else an alias, else a part that fits one
  /// item only.
  ///
  /// A part begins where a word begins, so that "ice" is not "Rice"; in scripts without spaces it may begin anywhere.
  public func find(_ name: String) -> Match {
    switch index.find(name) {
    case .entry(let place): .entry(entries[place])
    case .ambiguous(let places): .ambiguous(places.map { entries[$0].item })
    case .unknown: .unknown
    case .faulty: .faulty
    }
  }
}

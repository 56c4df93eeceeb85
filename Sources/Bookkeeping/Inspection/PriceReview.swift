/// What is worth a second look in a price book, though nothing of it is wrong.
public struct PriceReview: Sendable {
  /// Two items that may be the same, written twice.
  public struct Pair: Hashable, Sendable {
    /// The one that stands first in the book.
    public var first: PriceBook.Entry
    /// The other one.
    public var second: PriceBook.Entry
  }

  /// A price far from what the same category costs otherwise.
  public struct Outlier: Hashable, Sendable {
    /// What costs so much, or so little.
    public var entry: PriceBook.Entry
    /// The price in the middle of its category, for the same unit.
    public var usual: PriceBook.Entry
    /// How many times as much it costs as that, or as little.
    public var times: Int
    /// Whether it costs more than that.
    public var isDearer: Bool
  }

  /// The cheapest and the dearest, for each currency in the order of the book.
  public let extremes: [(least: PriceBook.Entry, most: PriceBook.Entry)]
  /// Items that may be the same.
  public let alike: [Pair]
  /// Prices far from the others of their category.
  public let unusual: [Outlier]
  /// Prices that were looked up more than two years before, the oldest first.
  public let old: [PriceBook.Entry]
  /// Prices whose source nobody can look up, since it has no address.
  public let unlinked: [PriceBook.Entry]
  /// Prices out of collections of other people's prices.
  public let secondHand: [PriceBook.Entry]

  /// From how many times the middle of its category on a price is worth a look: of the real prices of 2026 that come with the
  /// program none is more than nine times as dear or as cheap.
  static let unusualFactor: Int128 = 15
  /// So many prices must have the same category and unit for one to be in the middle.
  static let leastGroup = 5
  private static let mostDays = 731

  /// Pages that collect what others have published, without saying of each figure where it is from.
  static let collections = [
    "numbeo.com", "expatistan.com", "livingcost.org", "wikipedia.org", "reddit.com", "quora.com", "facebook.com",
    "medium.com",
    "pinterest.com", "statista.com", "globalpetrolprices.com", "chatgpt.com",
  ]

  /// Looks through a price book.
  ///
  /// - Parameters:
  ///   - book: the prices.
  ///   - day: the day from which ages are counted.
  public init(_ book: PriceBook, on day: CalendarDay) {
    let entries = book.entries
    var byCurrency: [(currency: Currency, entries: [PriceBook.Entry])] = []
    for entry in entries {
      if let place = byCurrency.firstIndex(where: { $0.currency == entry.price.currency }) {
        byCurrency[place].entries.append(entry)
      } else {
        byCurrency.append((entry.price.currency, [entry]))
      }
    }
    extremes = byCurrency.compactMap { _, entries in
      let sorted = entries.sorted { $0.price.amount.comparable < $1.price.amount.comparable }
      return sorted.first.flatMap { least in sorted.last.map { (least, $0) } }
    }
    alike = Self.pairs(entries)
    unusual = Self.outliers(entries)
    old = entries.filter { day.days(since: $0.checked.firstDay) > Self.mostDays }
      .sorted { $0.checked.firstDay < $1.checked.firstDay }
    unlinked = entries.filter { $0.source.address == nil }
    secondHand = entries.filter { entry in
      guard let host = entry.source.address.flatMap({ WebAddress.last(in: $0)?.host }) else { return false }
      return Self.collections.contains { host == $0 || host.hasSuffix("." + $0) }
    }
  }

  /// Names that are the same but for their order, their plural, or a letter or two in long ones.
  private static func pairs(_ entries: [PriceBook.Entry]) -> [Pair] {
    var pairs: [Pair] = []
    var bySound: [String: [Int]] = [:]
    for (place, entry) in entries.enumerated() {
      let key = NameKey.plain(of: entry.item).filter { $0.isLetter || $0.isNumber }
      // A slip is at one end of a name at the most: names that share neither, nor their words, are not compared.
      let words = NameSearch.words(of: entry.item).sorted().joined(separator: " ")
      let ends = Set(["<" + key.prefix(3), ">" + key.suffix(3), "=" + words])
      var seen: Set<Int> = []
      for other in ends.flatMap({ bySound[$0] ?? [] }) where seen.insert(other).inserted {
        if areAlike(key, entry.item, entries[other].item) { pairs.append(Pair(first: entries[other], second: entry)) }
      }
      for end in ends { bySound[end, default: []].append(place) }
    }
    return pairs.sorted { ($0.second.line, $0.first.line) < ($1.second.line, $1.first.line) }
  }

  private static func areAlike(_ key: String, _ name: String, _ other: String) -> Bool {
    let otherKey = NameKey.plain(of: other).filter { $0.isLetter || $0.isNumber }
    // "Milk 1 l" and "Milk 2 l" are two things.
    guard key.filter(\.isNumber) == otherKey.filter(\.isNumber), abs(key.count - otherKey.count) <= 2 else {
      return false
    }
    let words = NameWords(name)
    if words == NameWords(other) || words.counted.contains(NameWords(other)) { return true }
    // Women's and men's are two things.
    guard abs(key.count - otherKey.count) <= 1 else { return false }
    let most = min(key.count, otherKey.count) >= 10 ? 2 : min(key.count, otherKey.count) >= 6 ? 1 : 0
    return most > 0 && EditDistance.between(Array(key), Array(otherKey)) <= most
  }

  private struct Group: Hashable {
    var category: String
    var unit: String
    var currency: Currency
    var basis: PriceBasis
  }

  private static func outliers(_ entries: [PriceBook.Entry]) -> [Outlier] {
    let groups = Dictionary(grouping: entries) {
      Group(
        category: NameKey.key(of: $0.category), unit: NameKey.key(of: $0.unit), currency: $0.price.currency,
        basis: $0.basis)
    }
    return groups.values.filter { $0.count >= leastGroup }.flatMap { group in
      let middle = group.sorted { $0.price.amount.comparable < $1.price.amount.comparable }[group.count / 2]
      return group.compactMap { entry -> Outlier? in
        let isDearer = entry.price.amount.comparable > middle.price.amount.comparable
        let (more, less) = isDearer ? (entry, middle) : (middle, entry)
        let times = more.price.amount.comparable / max(1, less.price.amount.comparable)
        guard times >= unusualFactor else { return nil }
        return Outlier(entry: entry, usual: middle, times: Int(clamping: times), isDearer: isDearer)
      }
    }.sorted { $0.entry.line < $1.entry.line }
  }
}

extension ExactDecimal {
  /// The number in units of the smallest that any can have, by which numbers of different scales compare.
  fileprivate var comparable: Int128 {
    (scale..<Self.maximumScale).reduce(Int128(mantissa)) { number, _ in number * 10 }
  }
}

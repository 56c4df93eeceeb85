internal import Bookkeeping
internal import Ledger

/// What a site says of the whole ledger. It is kept beside the pages, so that the next time only what is new need be read.
struct SiteBook: Codable {
  /// What the pages were made with; pages made with anything else are all made anew.
  var signature: String
  /// The ledger's revision.
  var revision = 0
  /// How many entries there are.
  var count = 0
  /// The latest day.
  var lastDay = ""
  /// The chains, in the order of the exports.
  var chains: [Chain] = []
  /// Whether two entries have one number, or an order that does not simply grow at the end of each chain.
  var isTangled = false
  /// What was given in all, by month and by category.
  var totals: [Total] = []
  /// The items by the name of their page.
  var items: [String: Item] = [:]

  /// A chain, its last entry, and where its entries end in the exports.
  struct Chain: Codable {
    var office: String
    var name: String
    var sequence: Int
    var hash: String
    /// In bytes from the beginning.
    var endOfLines: Int
    /// In bytes from the beginning.
    var endOfTable: Int

    /// Whether its entries stand before those of another chain.
    func precedes(_ number: EntryNumber) -> Bool { (office, name) < (number.office, number.chain.description) }
    /// Whether an entry is of this chain.
    func has(_ number: EntryNumber) -> Bool { (office, name) == (number.office, number.chain.description) }
  }

  /// A sum, as it is kept.
  struct Total: Codable {
    var grouping: String
    /// nil for what cannot be seen.
    var group: String?
    var currency: String
    var minorUnits: Int64
    var hours: String
    var gifts: Int
  }

  /// What was given of an item.
  struct Item: Codable {
    var name: String
    /// Each once, in their order.
    var quotes: [Quote] = []
    var times = 0
    /// What the market would have charged, in minor units, by currency.
    var totals: [String: Int64] = [:]
  }

  /// A market price of an item, as it stood on gifts.
  struct Quote: Codable, Comparable {
    var price: String
    var currency: String
    var unit: String
    var isWage: Bool
    var checked: String
    var source: String

    /// The latest first.
    static func < (one: Quote, other: Quote) -> Bool {
      if one.checked != other.checked { return one.checked > other.checked }
      return [one.source, one.price, one.currency, one.unit, one.isWage ? "1" : "0"]
        .lexicographicallyPrecedes([other.source, other.price, other.currency, other.unit, other.isWage ? "1" : "0"])
    }
  }

  /// The sums by one grouping.
  func sums(_ grouping: LedgerTotal.Grouping) -> LedgerSums {
    LedgerSums(
      grouping,
      totals.filter { $0.grouping == grouping.rawValue }.compactMap { total in
        guard let currency = Currency(code: total.currency), let hours = ExactDecimal(plain: total.hours) else {
          return nil
        }
        return LedgerTotal(
          group: total.group.map { .named($0) } ?? .hidden,
          value: Money(minorUnits: total.minorUnits, currency: currency),
          hours: hours, gifts: total.gifts)
      })
  }

  /// Keeps the sums.
  ///
  /// - Throws: `LedgerError.overflow` where one cannot be told.
  mutating func keep(_ sums: [LedgerSums]) throws(LedgerError) {
    totals = []
    for sums in sums {
      totals += try sums.totals.map { total in
        var group: String?
        if case .named(let name) = total.group { group = name }
        return Total(
          grouping: sums.grouping.rawValue, group: group, currency: total.value.currency.code,
          minorUnits: total.value.minorUnits, hours: total.hours.plainDescription, gifts: total.gifts)
      }
    }
  }

  /// Counts a gift's lines that can be seen.
  ///
  /// - Parameter gift: a gift as it is published, which was not taken back.
  /// - Returns: the names of the items' pages.
  /// - Throws: `LedgerError.overflow` where a sum does not fit.
  mutating func count(_ gift: LedgerEntry) throws(LedgerError) -> Set<String> {
    var pages: Set<String> = []
    for line in gift.lines {
      guard let texts = line.texts.content?.shown else { continue }
      let slug = ItemAddress.name(of: texts.item)
      pages.insert(slug)
      var item = items[slug] ?? Item(name: texts.item)
      // Of several spellings the first in the alphabet, whichever desk came first.
      item.name = min(item.name, texts.item)
      item.times += 1
      let (sum, overflow) = (item.totals[line.amount.currency.code] ?? 0)
        .addingReportingOverflow(line.amount.minorUnits)
      if overflow { throw .overflow }
      item.totals[line.amount.currency.code] = sum
      if let figures = line.figures.content, !figures.isUnpriced {
        let quote = Quote(
          price: figures.price.plainDescription, currency: line.amount.currency.code, unit: texts.unit,
          isWage: figures.basis == .wage, checked: figures.checked.description, source: texts.source)
        let place = item.quotes.firstIndex { $0 >= quote } ?? item.quotes.count
        if place == item.quotes.count || item.quotes[place] != quote { item.quotes.insert(quote, at: place) }
      }
      items[slug] = item
    }
    return pages
  }
}

extension SiteBook.Quote {
  /// A price of a price book.
  init(_ entry: PriceBook.Entry) {
    self.init(
      price: entry.price.amount.plainDescription, currency: entry.price.currency.code, unit: entry.unit,
      isWage: entry.basis == .wage, checked: entry.checked.description,
      source: [entry.source.citation, entry.source.address].compactMap { $0 }.joined(separator: ", "))
  }
}

extension SiteBook.Item {
  /// The prices as a page tells them: that of the price book first, which signs show, then the others, the latest first.
  func quotes(with offer: PriceBook.Entry?) -> [SiteBook.Quote] {
    guard let offer = offer.map(SiteBook.Quote.init) else { return quotes }
    return [offer] + quotes.filter { $0 != offer }
  }
}

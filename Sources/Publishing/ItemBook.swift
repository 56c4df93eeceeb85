internal import Bookkeeping
internal import Ledger

/// What was given of each item, gathered while the entries go by.
struct ItemBook {
  /// A market price of an item, as it stood on gifts.
  struct Quote: Hashable {
    var price: Price
    var unit: String
    var basis: PriceBasis
    var checked: CheckedDate
    var source: String
  }

  /// One item.
  struct Item {
    var name: String
    var quotes: [Quote] = []
    var times = 0
    var totals: [Currency: Int64] = [:]
  }

  /// The items by the name of their page.
  private(set) var items: [String: Item] = [:]

  /// Counts a gift's lines that can be seen.
  mutating func add(_ entry: LedgerEntry) {
    for line in entry.lines {
      guard let texts = line.texts.content else { continue }
      let slug = EntryView.slug(texts.item)
      if slug.isEmpty { continue }
      var item = items[slug] ?? Item(name: texts.item)
      item.times += 1
      item.totals[line.amount.currency, default: 0] &+= line.amount.minorUnits
      if let figures = line.figures.content {
        let quote = Quote(
          price: Price(amount: figures.price, currency: line.amount.currency), unit: texts.unit, basis: figures.basis,
          checked: figures.checked, source: texts.source)
        if !item.quotes.contains(quote) { item.quotes.append(quote) }
      }
      items[slug] = item
    }
  }
}

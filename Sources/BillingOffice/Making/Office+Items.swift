import Bookkeeping
import Ledger
import Papers

/// An item of the price book, for a list.
package struct ListedItem: Hashable, Sendable {
  /// What it is called, and what the price is for one of.
  package let item, unit: String
  /// The price as the office's language writes it, and as other programs read it.
  package let price, plainPrice: String
  /// The group it belongs to, and the date of its price.
  package let category, checked: String
}

extension Office {
  /// The items of the price book, all or those that fit what was typed.
  ///
  /// - Parameters:
  ///   - words: words of a name, an alias or a category, in any order, or their beginnings; none for all.
  ///   - prices: the price book's path; nil for the office's own.
  /// - Returns: the items, in the order of the price book.
  /// - Throws: ``Diagnostics`` when the price book is faulty or nothing fits.
  package func items(fitting words: [String], prices: String? = nil) throws(Diagnostics) -> [ListedItem] {
    var faults = Faults()
    let settings = settings(&faults)
    let book = self.prices(prices, &faults)
    try faults.check()
    guard let settings, let book else { throw Diagnostics(faults.all) }
    if book.entries.isEmpty {
      throw Diagnostics(Diagnostic(InputFault.Fact.headerOnly, file: shownPrices(prices)))
    }
    let typed = words.joined(separator: " ")
    let found = words.isEmpty ? book.entries : book.search(typed)
    if found.isEmpty { throw Diagnostics(InputFault.Fact.unknownItem(typed, known: book.items)) }
    let formats = Formats(locale: settings.locale)
    return found.map { entry in
      ListedItem(
        item: entry.item, unit: entry.unit, price: formats.price(entry.price),
        plainPrice: "\(entry.price.amount.plainDescription) \(entry.price.currency)", category: entry.category,
        checked: entry.checked.description)
    }
  }

  /// What was given without a price and not taken back, for whoever looks for prices.
  ///
  /// - Returns: the items, those first that were given most often.
  /// - Throws: ``Diagnostics`` when the ledger cannot be read.
  package func unpricedItems() throws(Diagnostics) -> [UnpricedGifts] {
    guard hasLedger else { return [] }
    do {
      let ledger = try ledgers.open(ledgerPath, .readOnly)
      let takenBack = try ledger.reversals()
      var found: [String: UnpricedGifts] = [:]
      try ledger.forEach { entry in
        guard takenBack[entry.hash] == nil else { return }
        for line in entry.lines where line.figures.content?.isUnpriced == true {
          guard let texts = line.texts.content?.shown else { continue }
          let key = "\(texts.item)\u{1F}\(texts.unit)".lowercased()
          var gifts = found[key] ?? UnpricedGifts(item: texts.item, unit: texts.unit, gifts: 0, last: entry.day)
          (gifts.gifts, gifts.last) = (gifts.gifts + 1, max(gifts.last, entry.day))
          found[key] = gifts
        }
      }
      return found.values.sorted { (-$0.gifts, $0.item, $0.unit) < (-$1.gifts, $1.item, $1.unit) }
    } catch { throw Diagnostics.of(all: error) }
  }
}

/// Gifts of one thing that has no price yet.
package struct UnpricedGifts: Hashable, Sendable {
  /// What was given, and in which unit.
  package let item, unit: String
  /// How many times.
  package var gifts: Int
  /// The last day on which it was.
  package var last: CalendarDay
}

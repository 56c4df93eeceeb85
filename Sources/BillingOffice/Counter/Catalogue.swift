import Bookkeeping
import Foundation
import Ledger
import Papers

/// What an office gives, for whoever taps it: its price book in the office's language, with what helps to find an item.
package struct Catalogue: Sendable {
  /// An item.
  package struct Item: Sendable {
    /// What the price book calls it, and what it is called in the office's language.
    package let item, label: String
    package let category, unit: String
    /// The price as it is shown, and as a plain number; nil where nobody knows it.
    package let price: String
    package let plainPrice: String?
    /// Whether halves of it are usual, as of hours.
    package let hasHalves: Bool
    /// All that it may be looked for by, without accents and in small letters.
    package let keys: String
    /// The last part of the address that its sign's code leads to.
    package let slug: String
    /// Where it is given.
    package let stalls: [String]
    /// How often it was given lately.
    package var count = 0
  }

  package let currency: String
  /// How many digits an amount has behind its decimal sign.
  package let digits: Int
  package let locale: String
  /// The currency's sign, as the office's language writes it.
  package let symbol: String
  /// What stands before the decimals of a number.
  package let decimalSign: String
  package let items: [Item]
  /// All stalls, in the order of the sign list.
  package let stalls: [String]
  /// What was given last, the newest first, each item once.
  package let recent: [String]
}

extension Office {
  /// How many of the newest entries say what is given most.
  private static let lately = 300
  /// How many items stand among what was given last.
  private static let mostRecent = 12

  /// What the office gives.
  ///
  /// - Throws: ``Diagnostics`` when its price book cannot be read.
  package func catalogue() throws(Diagnostics) -> Catalogue {
    var faults = Faults()
    let settings = settings(&faults)
    let book = prices(nil, &faults)
    try faults.check()
    guard let settings, let book else { throw Diagnostics(faults.all) }
    let locale = settings.locale
    let (formats, strings) = (Formats(locale: locale), try strings(locale))
    let names = deskNames()
    let (counts, recent) = try givenLately()
    let items = book.entries.map { entry in
      let label = names.items[entry.item] ?? entry.item
      let category = names.categories[entry.category] ?? entry.category
      let words = [entry.item, label, entry.category, category] + entry.aliases
      return Catalogue.Item(
        item: entry.item, label: label.visible, category: category.visible,
        unit: strings.units.name(of: entry.unit, for: ExactDecimal(1)), price: formats.priceOrNone(entry.price),
        plainPrice: entry.price.isKnown ? entry.price.amount.plainDescription : nil,
        hasHalves: strings.units.hours(of: entry) != nil, keys: Self.folded(words.joined(separator: " ")),
        slug: ItemAddress.name(of: entry.item), stalls: (names.stalls[entry.item] ?? []).map(\.visible),
        count: counts[entry.item] ?? 0)
    }
    let currency = book.entries.first?.price.currency ?? settings.currency
    return Catalogue(
      currency: currency.code, digits: currency.minorUnitDigits, locale: locale,
      symbol: formats.sign(of: currency), decimalSign: "\(formats.decimalSign)", items: items,
      stalls: names.allStalls.map(\.visible),
      recent: recent.filter { counts[$0] != nil })
  }

  /// How often items were given lately, and which were last.
  private func givenLately() throws(Diagnostics) -> (counts: [String: Int], recent: [String]) {
    guard hasLedger else { return ([:], []) }
    var (counts, recent): ([String: Int], [String]) = ([:], [])
    for entry in try ledger.newest(Self.lately).entries where entry.kind == .gift {
      for item in entry.lines.compactMap({ $0.texts.content?.item }) {
        counts[item, default: 0] += 1
        if recent.count < Self.mostRecent, !recent.contains(item) { recent.append(item) }
      }
    }
    return (counts, recent)
  }

  /// A text without accents and in small letters, as what is typed is compared with it.
  private static func folded(_ text: String) -> String {
    var plain = ""
    for scalar in text.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: continue
      default: plain.unicodeScalars.append(scalar)
      }
    }
    return plain.lowercased()
  }
}

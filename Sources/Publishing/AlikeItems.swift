internal import Bookkeeping
internal import Ledger

/// Which items are called alike but for signs, as C, C++ and C#. Each one's page names the others: whoever looks for one may have
/// come to another, and codes that were printed before each had an address of its own lead to the plainest.
struct AlikeItems {
  private var groups: [String: [(slug: String, name: String)]] = [:]

  /// Finds them.
  ///
  /// - Parameters:
  ///   - items: what was given, by the names of its pages.
  ///   - offers: what the market offers.
  init(_ items: [String: SiteBook.Item], _ offers: [PriceBook.Entry]) {
    var names = items.mapValues(\.name)
    for offer in offers {
      let slug = ItemAddress.name(of: offer.item)
      if names[slug] == nil { names[slug] = offer.item }
    }
    for (slug, name) in names { groups[ItemAddress.words(of: name), default: []].append((slug, name)) }
    groups = groups.filter { $0.value.count > 1 && !$0.key.isEmpty }
      .mapValues { $0.sorted { ($0.name, $0.slug) < ($1.name, $1.slug) } }
  }

  /// What is called like an item; not the item itself.
  func others(than slug: String, _ name: String) -> [(slug: String, name: String)] {
    if groups.isEmpty { return [] }
    return (groups[ItemAddress.words(of: name)] ?? []).filter { $0.slug != slug }
  }

  /// Pages, and those that name them.
  func withOthers(_ slugs: Set<String>) -> Set<String> {
    groups.values.reduce(into: slugs) { all, group in
      if group.contains(where: { slugs.contains($0.slug) }) { all.formUnion(group.map(\.slug)) }
    }
  }
}

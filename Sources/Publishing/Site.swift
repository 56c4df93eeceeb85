internal import Bookkeeping
internal import Foundation
public import Ledger

/// The public ledger as static pages: no program runs when they are read, and nothing is asked of any other place.
public struct Site {
  private let look: SiteLook
  private let templates: String
  private let sensitive: Set<String>

  /// How many entries stand on a page of the list.
  static let pageSize = 100
  private static let newest = 12

  /// Prepares a site.
  ///
  /// - Parameters:
  ///   - look: how it speaks.
  ///   - templates: the folder of the pages' templates.
  ///   - sensitive: the categories that are shown as totals only.
  public init(_ look: SiteLook, templates: String, sensitive: Set<String>) {
    self.look = look
    self.templates = templates
    self.sensitive = sensitive
  }

  /// Writes the site of a ledger, or what has changed of it.
  ///
  /// - Parameters:
  ///   - ledger: the ledger.
  ///   - path: the folder: a new one, an empty one, or one that was published before.
  /// - Returns: what was done.
  /// - Throws: ``PublishingError``; pages that were there before are whole all the same.
  public func publish(_ ledger: Ledger, to path: String) throws(PublishingError) -> PublishedSite {
    let pages = try SitePages(templates, look)
    let folder = try SiteFolder(path)
    do {
      let facts = try SiteFacts(ledger)
      try writeEntries(ledger, facts, pages, folder)
      try writeLists(ledger, facts, pages, folder)
      try writeFront(ledger, facts, pages, folder)
      try writeFiles(ledger, pages, folder)
    } catch let error as LedgerError {
      throw .ledger(error)
    } catch {
      throw (error as? PublishingError) ?? .cannotWrite(path: path, reason: "\(error)")
    }
    try folder.finish()
    return folder.result
  }

  private func writeEntries(_ ledger: Ledger, _ facts: SiteFacts, _ pages: SitePages, _ folder: SiteFolder) throws {
    let view = EntryView(look: look)
    var items = ItemBook()
    var waiting: [LedgerEntry] = []
    // The branches of a chain that has forked have one number, and stand on one page.
    func write() throws {
      guard let number = waiting.first?.number.description else { return }
      let branches = waiting.map { entry in
        view.whole(
          entry, isLast: facts.heads.contains(entry.hash), takenBackBy: facts.reversals[entry.hash],
          forks: waiting.count > 1)
      }
      try folder.write(
        pages.page("entry", title: number, depth: 2, ["entries": branches]), to: "R/\(number)/index.html")
    }
    try ledger.forEach { entry in
      let entry = entry.shown(in: .published(sensitive: sensitive))
      if waiting.last?.number != entry.number {
        try write()
        waiting = []
      }
      waiting.append(entry)
      if entry.kind == .gift, facts.reversals[entry.hash] == nil { items.add(entry) }
    }
    try write()
    for (slug, item) in items.items {
      try folder.write(
        pages.page("item", title: item.name, depth: 2, view.item(item)), to: "I/\(slug)/index.html")
    }
  }

  private func writeLists(_ ledger: Ledger, _ facts: SiteFacts, _ pages: SitePages, _ folder: SiteFolder) throws {
    let view = EntryView(look: look)
    // Counted from the oldest, so that a full page never changes again.
    let count = max(1, (facts.count + Self.pageSize - 1) / Self.pageSize)
    for page in 1...count {
      let end = min(page * Self.pageSize, facts.count)
      let entries = try ledger.newest(end - (page - 1) * Self.pageSize, skipping: facts.count - end)
      let rows = entries.map { view.row($0.shown(in: .published(sensitive: sensitive))) }
      var data: [String: Any] = ["entries": rows, "page": look.number(ExactDecimal(Int64(page)))]
      if page > 1 { data["older"] = "\(page - 1).html" }
      if page < count { data["newer"] = page + 1 == count ? "index.html" : "\(page + 1).html" }
      let name = page == count ? "index" : "\(page)"
      try folder.write(
        pages.page("list", title: look.words["all_entries"] ?? "", depth: 1, data), to: "gifts/\(name).html")
    }
  }

  private func writeFront(_ ledger: Ledger, _ facts: SiteFacts, _ pages: SitePages, _ folder: SiteFolder) throws {
    let view = EntryView(look: look)
    let totals = try ledger.totals(by: .none)
    let newest = try ledger.newest(Self.newest).map { view.row($0.shown(in: .published(sensitive: sensitive))) }
    var data: [String: Any] = [
      "totals": totals.map { total in
        [
          "value": look.money(total.value), "hours": look.number(total.hours), "has_hours": total.hours.isPositive,
          "gifts": look.number(ExactDecimal(Int64(total.gifts))),
        ] as [String: Any]
      },
      "months": bars(try ledger.totals(by: .month)) { look.month($0) },
      "categories": bars(try ledger.totals(by: .category)) { $0 }, "newest": newest, "is_empty": newest.isEmpty,
    ]
    data["has_charts"] = !totals.isEmpty
    try folder.write(
      pages.page("front", title: look.words["value_reclaimed"] ?? "", depth: 0, data), to: "index.html")
  }

  /// Sums as bars, each a share of the largest in its currency.
  private func bars(_ totals: [LedgerTotal], _ name: (String) -> String) -> [[String: Any]] {
    let most = totals.reduce(into: [Currency: Int64]()) {
      $0[$1.value.currency] = max($0[$1.value.currency] ?? 1, $1.value.minorUnits)
    }
    return totals.map { total in
      let label: String
      switch total.group {
      case .named(let text): label = name(text)
      case .hidden: label = look.words["hidden"] ?? ""
      }
      let share = Double(max(0, total.value.minorUnits)) / Double(max(1, most[total.value.currency] ?? 1))
      return ["name": label, "value": look.money(total.value), "share": "\(Int((share * 1000).rounded()))"]
    }
  }

  private func writeFiles(_ ledger: Ledger, _ pages: SitePages, _ folder: SiteFolder) throws {
    let copy = LedgerCopy.published(sensitive: sensitive)
    var lines = Data()
    try ledger.exportLines(copy) { lines.append(contentsOf: Data($0.utf8)) }
    try folder.write(lines, to: "ledger.jsonl")
    var table = Data()
    try ledger.exportTable(copy) { table.append(contentsOf: Data($0.utf8)) }
    try folder.write(table, to: "ledger.csv")
    let heads = try ledger.heads()
    try folder.write(LedgerHead.text(of: heads), to: "heads.txt")
    let list = heads.map { ["number": $0.number.description, "hash": $0.hash.description] }
    try folder.write(
      pages.page("check", title: look.words["how_to_check"] ?? "", depth: 1, ["heads": list]), to: "check/index.html")
    try folder.write(pages.page("missing", title: look.words["not_found"] ?? "", depth: 0, [:]), to: "404.html")
    let style = "\(templates)/style.css"
    guard let css = FileManager.default.contents(atPath: style) else {
      throw PublishingError.badTemplate(path: style, reason: "not there")
    }
    try folder.write(css, to: "style.css")
  }
}

/// What pages need to know of the whole ledger.
struct SiteFacts {
  /// How many entries there are.
  let count: Int
  /// The last entry of each chain.
  let heads: Set<EntryHash>
  /// By which entry a gift was taken back.
  let reversals: [EntryHash: EntryNumber]

  init(_ ledger: Ledger) throws(LedgerError) {
    count = try ledger.count()
    heads = Set(try ledger.heads().map(\.hash))
    var reversals: [EntryHash: EntryNumber] = [:]
    try ledger.forEach { entry in
      if case .reversal(_, let hash, _) = entry.kind { reversals[hash] = reversals[hash] ?? entry.number }
    }
    self.reversals = reversals
  }
}

extension EntryView {
  /// An item on its page.
  func item(_ item: ItemBook.Item) -> [String: Any] {
    [
      "item": item.name, "times": look.number(ExactDecimal(Int64(item.times))),
      "totals": item.totals.sorted { $0.key.code < $1.key.code }.map {
        look.money(Money(minorUnits: $0.value, currency: $0.key))
      },
      "quotes": item.quotes.map { quote in
        var data: [String: Any] = [
          "price": look.price(quote.price), "unit": look.unit(quote.unit, ExactDecimal(1)),
          "checked": look.checked(quote.checked), "is_wage": quote.basis == .wage,
        ]
        if let source = PriceSource(quote.source) {
          data["citation"] = source.citation
          if let address = source.address { data["address"] = address }
        }
        return data
      },
    ]
  }
}

internal import Bookkeeping
internal import Foundation
internal import Ledger

/// Writes the pages of a site.
struct SiteWriter {
  let site: Site
  let ledger: Ledger
  let pages: SitePages
  let folder: SiteFolder
  /// What the market offers, by the names of its pages.
  private let offers: [String: PriceBook.Entry]
  var look: SiteLook { site.look }
  var view: EntryView { EntryView(look: site.look) }

  /// How many entries stand on a page of the list.
  static let pageSize = 100
  private static let newest = 12

  init(_ site: Site, _ ledger: Ledger, _ pages: SitePages, _ folder: SiteFolder) {
    (self.site, self.ledger, self.pages, self.folder) = (site, ledger, pages, folder)
    offers = Dictionary(site.offers.map { (ItemAddress.name(of: $0.item), $0) }) { first, _ in first }
  }

  // MARK: - All

  /// Goes through the whole ledger.
  ///
  /// - Parameter signature: what the pages are made with.
  /// - Returns: what the site says now.
  /// - Throws: `LedgerError` or ``PublishingError``.
  func writeAll(_ signature: String) throws -> SiteBook {
    var book = SiteBook(signature: signature)
    book.revision = try ledger.revision()
    let heads = Set(try ledger.heads().map(\.hash))
    let reversals = try ledger.reversals()
    let closed = try ledger.closedAndTakenBack(in: site.copy)
    var sums = [LedgerSums(.none), LedgerSums(.month), LedgerSums(.category)]
    let (lines, table) = (try folder.stream(SiteNames.lines), try folder.stream(SiteNames.table))
    try table.write(Ledger.tableHeader)
    var waiting: [LedgerEntry] = []
    // The branches of a chain that has forked have one number, and stand on one page.
    func write() throws {
      if waiting.count > 1 { book.isTangled = true }
      try writePage(of: waiting, reversals: reversals) { heads.contains($0.hash) }
    }
    try ledger.forEachSigned { whole, signature in
      let entry = whole.shown(in: site.copy, closing: closed)
      try lines.write(entry.exportLine + (signature?.exportLine ?? ""))
      try table.write(entry.exportRows)
      book.note(entry, endOfLines: lines.count, endOfTable: table.count)
      if waiting.last?.number != entry.number {
        try write()
        waiting = []
      }
      waiting.append(entry)
      if whole.kind == .gift, reversals[entry.hash] == nil {
        for index in sums.indices { sums[index].add(whole) }
        _ = try book.count(entry)
      }
    }
    try write()
    for stream in [lines, table] { try folder.finish(stream) }
    try book.keep(sums)
    let alike = AlikeItems(book.items, site.offers)
    try writeItems(Set(book.items.keys).union(offers.keys), book, alike)
    try writeLists(from: 1, book)
    try writeFront(book)
    try writeCheck(try ledger.heads())
    try folder.write(
      pages.page("missing", title: look.words["not_found"] ?? "", depth: 0, [:]), to: "404.html")
    try folder.write(pages.style, to: "style.css")
    return book
  }

  // MARK: - What is new

  /// Adds gifts to a site.
  ///
  /// - Parameters:
  ///   - additions: the gifts.
  ///   - book: what the site says, which is brought up to date.
  /// - Throws: `LedgerError` or ``PublishingError``.
  func add(_ additions: SiteAdditions, to book: inout SiteBook) throws {
    guard !additions.entries.isEmpty else { return }
    let before = book.count
    let closed = try ledger.closedAndTakenBack(in: site.copy)
    var sums = [book.sums(.none), book.sums(.month), book.sums(.category)]
    var items: Set<String> = []
    let shown = additions.entries.map { $0.shown(in: site.copy) }
    var lines: [SiteInsertion] = []
    var table: [SiteInsertion] = []
    let signatures = try ledger.signatures(of: additions.entries)
    // What follows the end of each chain, before anything is moved.
    let ends = book.chains
    for (whole, entry) in zip(additions.entries, shown) {
      for index in sums.indices { sums[index].add(whole) }
      items.formUnion(try book.count(entry))
      let last = ends.last { $0.has(entry.number) || $0.precedes(entry.number) }
      lines.append(
        SiteInsertion(
          at: last?.endOfLines ?? 0, entry.number, entry.exportLine + (signatures[entry.hash]?.exportLine ?? "")))
      table.append(
        SiteInsertion(at: last?.endOfTable ?? Ledger.tableHeader.utf8.count, entry.number, entry.exportRows))
    }
    try folder.insert(lines, into: SiteNames.lines)
    try folder.insert(table, into: SiteNames.table)
    book.grow(shown, lines, table)
    book.revision = additions.revision
    try book.keep(sums)

    // The gifts' pages, and those of the entries before them, which have a next one now.
    let numbers = Set(shown.map(\.number))
    let predecessors = try shown.compactMap { entry in
      EntryNumber(office: entry.number.office, chain: entry.number.chain, sequence: entry.number.sequence - 1)
    }.filter { !numbers.contains($0) }.flatMap { try ledger.entries($0) }
      .map { $0.shown(in: site.copy, closing: closed) }
    let reversals = predecessors.isEmpty ? [:] : try ledger.reversals()
    let heads = Set(book.chains.map(\.hash))
    for entry in shown + predecessors {
      try writePage(of: [entry], reversals: reversals) { heads.contains($0.hash.description) }
    }
    let alike = AlikeItems(book.items, site.offers)
    try writeItems(alike.withOthers(items), book, alike)
    // The list's page that was the newest has got another name if there is a newer one, and the one before it links to it.
    try writeLists(from: max(1, Self.pages(before) - 1), book)
    try writeFront(book)
    try writeCheck(
      book.chains.compactMap { chain in
        guard let name = ChainName(chain.name), let hash = EntryHash(chain.hash),
          let number = EntryNumber(office: chain.office, chain: name, sequence: chain.sequence)
        else { return nil }
        return LedgerHead(number: number, hash: hash)
      })
  }

  // MARK: - Pages

  private func writePage(
    of branches: [LedgerEntry], reversals: [EntryHash: EntryNumber], isLast: (LedgerEntry) -> Bool
  ) throws {
    guard let number = branches.first?.number.description else { return }
    let entries = branches.map { entry in
      view.whole(entry, isLast: isLast(entry), takenBackBy: reversals[entry.hash], forks: branches.count > 1)
    }
    try folder.write(
      pages.page("entry", title: number, depth: 2, ["entries": entries]), to: "R/\(number)/index.html")
  }

  /// The pages of what was given, and of what is offered and has not been given yet or may not be counted.
  private func writeItems(_ slugs: Set<String>, _ book: SiteBook, _ alike: AlikeItems) throws {
    for slug in slugs.sorted() {
      let offer = offers[slug]
      guard let item = book.items[slug] ?? offer.map({ SiteBook.Item(name: $0.item) }) else { continue }
      let data = view.item(item, offer: offer, alike: alike.others(than: slug, item.name))
      let title = look.item(offer?.item ?? item.name).text
      try folder.write(pages.page("item", title: title, depth: 2, data), to: "I/\(slug)/index.html")
    }
  }

  private static func pages(_ count: Int) -> Int { max(1, (count + pageSize - 1) / pageSize) }

  /// Counted from the oldest, so that a full page never changes again.
  private func writeLists(from first: Int, _ book: SiteBook) throws {
    let count = Self.pages(book.count)
    var page = first
    var rows: [[String: Any]] = []
    func write() throws {
      var data: [String: Any] = ["entries": Array(rows.reversed()), "page": look.number(ExactDecimal(Int64(page)))]
      if page > 1 { data["older"] = "\(page - 1).html" }
      if page < count { data["newer"] = page + 1 == count ? "index.html" : "\(page + 1).html" }
      let name = page == count ? "index" : "\(page)"
      try folder.write(
        pages.page("list", title: look.words["all_entries"] ?? "", depth: 1, data), to: "gifts/\(name).html")
      page += 1
      rows = []
    }
    let closed = try ledger.closedAndTakenBack(in: site.copy)
    try ledger.forEachByDay(skipping: (first - 1) * Self.pageSize) { entry in
      rows.append(view.row(entry.shown(in: site.copy, closing: closed)))
      if rows.count == Self.pageSize { try write() }
    }
    if !rows.isEmpty || page <= count { try write() }
  }

  private func writeFront(_ book: SiteBook) throws {
    let totals = try book.sums(.none).totals
    let closed = try ledger.closedAndTakenBack(in: site.copy)
    let newest = try ledger.newest(Self.newest).map { view.row($0.shown(in: site.copy, closing: closed)) }
    var data: [String: Any] = [
      "totals": totals.map { total in
        [
          "value": look.money(total.value), "hours": look.number(total.hours), "has_hours": total.hours.isPositive,
          "gifts": look.number(ExactDecimal(Int64(total.gifts))),
        ] as [String: Any]
      },
      "months": view.bars(try book.sums(.month).totals) { SiteName(look.month($0)) },
      "categories": view.bars(try book.sums(.category).totals) { look.category($0) }, "newest": newest,
      "is_empty": newest.isEmpty,
    ]
    data["has_charts"] = !totals.isEmpty
    if let most = totals.max(by: { $0.gifts < $1.gifts }) {
      let (passed, next) = site.milestones.around(most.value)
      data["passed"] = passed.map { view.milestone($0, of: most.value) }
      data["next"] = next.map { view.milestone($0, of: most.value) }
    }
    try folder.write(
      pages.page("front", title: look.words["value_reclaimed"] ?? "", depth: 0, data), to: "index.html")
  }

  private func writeCheck(_ heads: [LedgerHead]) throws {
    try folder.write(LedgerHead.text(of: heads), to: "heads.txt")
    var list: [[String: String]] = []
    for head in heads {
      let key = try ledger.key(of: head.number.inChain).map(HeadSignature.fingerprint) ?? ""
      list.append(["number": head.number.description, "hash": head.hash.description, "key": key])
    }
    try folder.write(
      pages.page("check", title: look.words["how_to_check"] ?? "", depth: 1, ["heads": list]), to: "check/index.html")
  }
}

extension SiteBook {
  /// Notes an entry in the order of the exports.
  mutating func note(_ entry: LedgerEntry, endOfLines: Int, endOfTable: Int) {
    count += 1
    lastDay = max(lastDay, entry.day.description)
    if chains.last?.has(entry.number) != true {
      chains.append(
        Chain(
          office: entry.number.office, name: entry.number.chain.description, sequence: 0, hash: "",
          endOfLines: 0, endOfTable: 0))
    }
    let index = chains.count - 1
    if entry.number.sequence != chains[index].sequence + 1 { isTangled = true }
    chains[index].sequence = entry.number.sequence
    chains[index].hash = entry.hash.description
    chains[index].endOfLines = endOfLines
    chains[index].endOfTable = endOfTable
  }

  /// Notes entries that were put in at the ends of their chains.
  mutating func grow(_ entries: [LedgerEntry], _ lines: [SiteInsertion], _ table: [SiteInsertion]) {
    for (entry, (line, row)) in zip(entries, zip(lines, table)) {
      count += 1
      lastDay = max(lastDay, entry.day.description)
      var index = chains.firstIndex { $0.has(entry.number) }
      if index == nil {
        let place = chains.firstIndex { !$0.precedes(entry.number) } ?? chains.count
        chains.insert(
          Chain(
            office: entry.number.office, name: entry.number.chain.description, sequence: 0, hash: "",
            endOfLines: place > 0 ? chains[place - 1].endOfLines : 0,
            endOfTable: place > 0 ? chains[place - 1].endOfTable : Ledger.tableHeader.utf8.count), at: place)
        index = place
      }
      guard let index else { continue }
      chains[index].sequence = entry.number.sequence
      chains[index].hash = entry.hash.description
      for later in index..<chains.count {
        chains[later].endOfLines += line.bytes.count
        chains[later].endOfTable += row.bytes.count
      }
    }
  }
}

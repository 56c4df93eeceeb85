package import Bookkeeping
import Layout

/// Gifts that are to be recorded and given their papers, or shown as drafts.
package struct GiftRequest: ClockedRequest {
  /// What was given.
  package enum Given: Hashable, Sendable {
    /// An order file, at its path.
    case order(String)
    /// What came from a form.
    case items([GivenItem])
    /// What was typed, word by word.
    case words([String])
    /// What was typed and has no price yet, with the group that it belongs to, if that was said.
    case unpriced([String], category: String?)
  }

  /// What the papers are: invoices or receipts.
  package var giftKind: any GiftKind
  /// What was given.
  package var given: Given
  /// The price book's path; nil for the office's own.
  package var prices: String?
  /// How the papers look.
  package var look: PaperLook
  /// The sheet on which receipts are printed several at a time, to be cut: a paper, or such as `320x450mm`; nil for a page each.
  package var sheet: String?
  /// Whether what is typed is meant, however hard to believe it is.
  package var isMeant = false
  package var output: OutputWish
  package var recordedAt: String?
  package var issued: CalendarDay
  /// Whether the same may have been recorded before on the same day; a front end asks.
  package var mayRepeat = true
  package var giftName: String?
  package var isDayOfClock = false
  package var kind: any PaperKind { giftKind }

  /// Makes a request.
  package init(
    _ kind: any GiftKind, _ given: Given, prices: String? = nil, look: PaperLook = PaperLook(),
    sheet: String? = nil, output: OutputWish = OutputWish(), recordedAt: String? = nil, issued: CalendarDay
  ) {
    giftKind = kind
    self.given = given
    self.prices = prices
    self.look = look
    self.sheet = sheet
    self.output = output
    self.recordedAt = recordedAt
    self.issued = issued
  }

  private var isUnpriced: Bool { if case .unpriced = given { true } else { false } }
  private var isFromForm: Bool { if case .items = given { true } else { false } }
  private var isTyped: Bool { if case .words = given { true } else { isUnpriced } }

  /// What drafts are called after.
  private var orderName: String {
    switch given {
    // What comes through a pipe has no name of its own.
    case .order(let path): path.hasPrefix("/dev/") ? "order" : path
    case .items, .words, .unpriced: "gift"
    }
  }

  package func prepare(_ office: some OfficeMaterials, _ faults: inout Faults) -> PreparedPapers? {
    // What is to be printed: the order at the market's prices.
    let settings = office.settings(&faults)
    let book = office.prices(prices, &faults)
    let locale = look.locale ?? settings?.locale ?? "en"
    let orders = faults.collect { () throws(Diagnostics) in try readOrders(office, book, locale, settings) }
    // Where a price book is faulty, what is typed cannot be judged.
    if !isMeant, isTyped || isFromForm || orders?.isList == true, let book, let typed = orders?.typed,
      let units = try? office.strings(locale).units
    {
      faults.add(GiftDoubt.doubts(of: typed, prices: book, units: units).map { Diagnostic($0) })
    }

    // How it is to look: the office's language, its template, its fonts, several to a sheet or a page each.
    let look = look.suiting(output.format)
    let cut = cells(&faults)
    let design = settings.flatMap { settings in
      faults.collect { () throws(Diagnostics) in try office.design(kind, look, settings, on: cut?.paper) }
    }
    let entries = orders?.entries ?? []
    if let design {
      let check = InputCheck(design)
      faults.add(check.checkWords() + check.check(entries, file: isUnpriced ? nil : office.shownPrices(prices)))
      faults.add(design.warnings)
    }
    faults.add(orders?.warnings ?? [])
    if isDayOfClock {
      let recorded = recordedAt == nil ? nil : office.lastRecorded()
      faults.add(ClockCheck.doubt(issued, book?.entries ?? entries, recorded: recorded).map { [Diagnostic($0)] } ?? [])
    } else {
      faults.add(InputCheck.pricesFromTheFuture(entries, issued: issued, file: office.shownPrices(prices)))
    }

    let naming = FileNaming.gifts(keys: orders?.keys ?? [], order: orderName, areOnSheets: cut != nil)
    let papers = GiftPapers(
      kind: giftKind, title: settings?.name ?? "", orders: orders, grid: cut?.grid, issued: issued)
    var prepared = PreparedPapers(design, naming, isTagged: orders?.count == 1, batch: papers.batch)
    prepared.gifts = orders
    if case .order = given {} else { prepared.isTyped = true }
    if isTyped || orders?.isList == true { prepared.typed = orders?.typed }
    return prepared
  }

  private func readOrders(
    _ office: some OfficeMaterials, _ book: PriceBook?, _ locale: String, _ settings: OfficeSettings?
  ) throws(Diagnostics) -> OrderBook {
    switch given {
    case .items(let items): return try OrderBook(items, book)
    case .words(let words): return try OrderBook(words, book, try office.strings(locale).units)
    case .unpriced(let words, let category):
      let strings = try office.strings(locale)
      let open = OrderBook.Unpriced(
        category: category ?? OrderBook.Unpriced.usualCategory, source: strings.words["unpriced"] ?? "", issued: issued)
      return try OrderBook(words, open, book, strings.units, settings?.currency)
    case .order(let path):
      let (bytes, sheet, shown) = try office.order(path)
      return try OrderBook(
        bytes, sheet: sheet, shown: shown, book, units: try office.strings(locale).units,
        hints: office.hints(for: book))
    }
  }

  /// Where receipts stand on a sheet that is cut; nil for a page each.
  private func cells(_ faults: inout Faults) -> (paper: Paper, grid: SheetGrid)? {
    guard let sheet else { return nil }
    if output.isSplit { faults.add(Diagnostic(OutputFact.splitOnSheets)) }
    return faults.collect { () throws(Diagnostics) in try CutSheet(sheet).cells(of: look.paper) }
  }
}

/// The papers of an order, once their numbers are known.
private struct GiftPapers: Sendable {
  let kind: any GiftKind
  let title: String
  let orders: OrderBook?
  let grid: SheetGrid?
  let issued: CalendarDay

  @Sendable func batch(_ numbers: Numbering, isTrial: Bool) -> Batch {
    guard let orders else { return Batch([], kind: kind, title: title) }
    let batch = Batch(kind: kind, title: title, parts: orders.parts) { (index) throws(Diagnostics) in
      try papers(ofPart: index, of: orders, numbers, isTrial: isTrial)
    }
    guard let grid, !isTrial else { return batch }
    return batch.cut(on: grid)
  }

  private func papers(ofPart index: Int, of orders: OrderBook, _ numbers: Numbering, isTrial: Bool)
    throws(Diagnostics) -> [any Printable]
  {
    zip(orders.parts[index], try orders.invoices(ofPart: index)).map {
      GiftPaper(invoice: $1, number: numbers[$0], issued: issued, isTrial: isTrial)
    }
  }
}

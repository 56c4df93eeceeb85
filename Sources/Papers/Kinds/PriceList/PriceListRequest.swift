package import Bookkeeping

/// Which price lists to print, and how.
package struct PriceListRequest: ClockedRequest {
  /// The sign list's path, whose stalls they are for; nil for the categories of the price book.
  package var list: String?
  /// The price book's path; nil for the office's own.
  package var prices: String?
  /// The only stall that wants one, in any case; nil for one of each.
  package var stall: String?
  /// How they look.
  package var look: PaperLook
  /// What they are written as, and where; without a path, `price-list` in the office's `output` folder, which is made anew each
  /// time. Where each is to have a file of its own, every stall has one.
  package var output: OutputWish
  /// The day that stands on them. A library reads no clock, so whoever asks says it.
  package var issued: CalendarDay
  package var isDayOfClock = false

  /// Makes a request for the lists of all stalls.
  package init(
    list: String? = nil, prices: String? = nil, stall: String? = nil, look: PaperLook = PaperLook(),
    output: OutputWish = OutputWish(), issued: CalendarDay
  ) {
    self.list = list
    self.prices = prices
    self.stall = stall
    self.look = look
    self.output = output
    self.issued = issued
  }
}

extension PriceListRequest {
  package var kind: any PaperKind { PriceListKind() }

  package func prepare(_ office: some OfficeMaterials, _ faults: inout Faults) -> PreparedPapers? {
    let settings = office.settings(&faults)
    let market = Market(office, list: list, prices: prices, &faults)
    let made = settings.flatMap { settings in
      faults.collect { () throws(Diagnostics) in try office.design(kind, look.suiting(output.format), settings, on: nil)
      }
    }
    guard let settings, let design = made, let market else { return nil }
    let language = faults.collect { () throws(Diagnostics) in
      try SignLanguage(design.settings.locale, market.names, bookLocale: design.settings.ownLocale, office)
    }
    guard let language else { return nil }
    let lists = Stalls.of(market.list, wanted: stall, &faults).map { name, rows in
      PriceList(entries: rows.map(\.entry).uniqued, stall: name, issued: issued, language: language)
    }
    if lists.isEmpty, !faults.hasErrors { faults.add(Diagnostic(SignFact.nothingToList, file: market.file)) }
    market.check(lists.flatMap(\.entries), design, office, prices: prices, self, &faults)
    faults.add(design.warnings)
    let parts: [(name: String?, sheets: Range<Int>)] =
      output.isSplit ? lists.enumerated().map { ($1.stall, $0..<$0 + 1) } : [(nil, 0..<lists.count)]
    let batch = Batch(lists, kind: kind, title: settings.name)
    var papers = PreparedPapers(design, .sheets("price-list", parts: parts), isTagged: lists.count == 1) { _, _ in
      batch
    }
    papers.isRemade = true
    return papers
  }
}

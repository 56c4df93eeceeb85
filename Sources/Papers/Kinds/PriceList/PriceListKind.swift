package import Bookkeeping
package import Templating

/// What a stall gives, for its wall.
package struct PriceListKind: PaperKind {
  package let name = "price-list"
  package let title = "Price list"
  package let spoken = "a price list"
  package let void: VoidNeed? = .priced

  package init() {}

  package func shape(words: DataShape) -> DataShape { PriceListData.shape(words: words) }

  package func samples(
    _ sample: Sample, _ design: PaperDesign, _ office: some OfficeMaterials, issued: CalendarDay
  ) throws(Diagnostics) -> [any Printable] {
    let language = try SignLanguage(
      design.settings.locale, ItemNames(), bookLocale: design.settings.ownLocale, office)
    return [sample.invoice, sample.long].map { invoice in
      PriceList(
        entries: invoice.lines.map(\.entry), stall: invoice.lines.first?.entry.category ?? "", issued: issued,
        language: language)
    }
  }
}

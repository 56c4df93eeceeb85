import Bookkeeping
import Layout

/// What a stall gives, with what the market would charge: a poster for its wall.
struct PriceList: Printable {
  var entries: [PriceBook.Entry]
  var stall: String
  /// The day that stands on it.
  var issued: CalendarDay
  /// The language it is in.
  var language: SignLanguage

  func name(_ wording: VoidWording) -> String { stall }

  func pages(_ composer: PageComposer) throws(Diagnostics) -> [Frame] {
    guard let first = entries.first else { return [] }
    let values = PriceListData.values(
      of: entries, stall: stall, issued: issued, ledger: composer.design.settings.ledger, language, composer.formats)
    return try composer.pages(showing: values, in: first.price.currency)
  }
}

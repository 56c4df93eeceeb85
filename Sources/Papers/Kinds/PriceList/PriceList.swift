import Bookkeeping
import Templating

/// What a stall gives, with what the market would charge: a poster for its wall.
struct PriceList: TemplatePaper {
  var entries: [PriceBook.Entry]
  var stall: String
  /// The day that stands on it.
  var issued: CalendarDay
  /// The language it is in.
  var language: SignLanguage

  func name(_ wording: VoidWording) -> String { stall }

  func currency(_ design: PaperDesign) -> Currency { entries.first?.price.currency ?? design.settings.currency }

  func values(_ design: PaperDesign, _ formats: Formats) -> [String: TemplateData] {
    PriceListData.values(
      of: entries, stall: stall, issued: issued, ledger: design.settings.ledger, language, formats)
  }
}

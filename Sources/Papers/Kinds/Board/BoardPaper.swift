import Bookkeeping
import Templating

/// A board.
struct BoardPaper: TemplatePaper {
  var figures: BoardFigures
  /// What categories are called in other languages.
  var names: ItemNames
  var issued: CalendarDay
  /// The office's currency, in which nothing is owed where nothing has been given yet.
  var usual: Currency

  func name(_ wording: VoidWording) -> String { issued.description }

  func currency(_ design: PaperDesign) -> Currency { figures.totals.first?.value.currency ?? usual }

  func values(_ design: PaperDesign, _ formats: Formats) -> [String: TemplateData] {
    let settings = design.settings
    let foreign = names.foreignLanguage(for: settings.locale, bookLocale: settings.ownLocale)
    return BoardData.values(
      figures, issued: issued, ledger: settings.ledger, strings: design.strings, formats: formats,
      category: { names.value(ofCategory: $0, in: settings.locale, foreign: foreign) })
  }
}

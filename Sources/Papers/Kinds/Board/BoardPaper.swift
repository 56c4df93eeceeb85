import Bookkeeping
import Templating

/// A board.
struct BoardPaper: TemplatePaper {
  var figures: BoardFigures
  var issued: CalendarDay
  /// The office's currency, in which nothing is owed where nothing has been given yet.
  var usual: Currency

  func name(_ wording: VoidWording) -> String { issued.description }

  func currency(_ design: PaperDesign) -> Currency { figures.totals.first?.value.currency ?? usual }

  func values(_ design: PaperDesign, _ formats: Formats) -> [String: TemplateData] {
    BoardData.values(
      figures, issued: issued, ledger: design.settings.ledger, strings: design.strings, formats: formats)
  }
}

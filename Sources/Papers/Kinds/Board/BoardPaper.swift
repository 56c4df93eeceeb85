import Bookkeeping
import Layout

/// A board.
struct BoardPaper: Printable {
  var figures: BoardFigures
  var issued: CalendarDay
  /// The office's currency, in which nothing is owed where nothing has been given yet.
  var currency: Currency

  func name(_ wording: VoidWording) -> String { issued.description }

  func pages(_ composer: PageComposer) throws(Diagnostics) -> [Frame] {
    let design = composer.design
    let values = BoardData.values(
      figures, issued: issued, ledger: design.settings.ledger, hidden: design.strings.words["hidden"] ?? "–",
      formats: composer.formats)
    return try composer.pages(showing: values, in: figures.totals.first?.value.currency ?? currency)
  }
}

import Bookkeeping
import Layout

/// Something that becomes pages: an invoice with its number, a board, a sheet of signs.
protocol Printable: Sendable {
  /// What it is called in lists of contents and in messages.
  func name(_ wording: VoidWording) -> String

  /// What it is called in the list of contents; nil where it has no entry there.
  func outline(_ wording: VoidWording) -> String?

  /// Where its pages are cut; nil where they are not.
  var boxes: PageBoxes? { get }

  /// The same in plain text; nil for what is made to be looked at.
  func text(_ press: Press) -> String?

  /// Its finished pages.
  ///
  /// - Throws: a ``Diagnostic`` when something does not fit, cannot be printed, or hides the stamp.
  func pages(_ press: Press) throws(Diagnostics) -> [Frame]
}

extension Printable {
  /// Every paper has an entry of its name.
  func outline(_ wording: VoidWording) -> String? { name(wording) }
  /// Most papers are not cut.
  var boxes: PageBoxes? { nil }
  /// Most papers are made to be looked at.
  func text(_ press: Press) -> String? { nil }
}

/// An invoice with its number.
struct NumberedInvoice: Printable {
  var invoice: Invoice
  /// Its number; nil for a draft.
  var number: PaperNumber?
  /// The day of issue.
  var issued: CalendarDay
  /// Whether the number only stands for the one to come, which nobody must be told of.
  var isTrial = false

  func name(_ wording: VoidWording) -> String {
    if let number, !isTrial { return number.description }
    return invoice.key.map { "\(wording.draft) \($0)" } ?? wording.draft
  }

  func pages(_ press: Press) throws(Diagnostics) -> [Frame] {
    let studio = press.studio
    let values = InvoiceData.values(
      of: invoice, number: number, issued: issued, ledger: studio.settings.ledger, wording: studio.wording,
      formats: press.formats, units: studio.strings.units)
    return try press.pages(showing: values, in: invoice.currency)
  }

  func text(_ press: Press) -> String? {
    PlainText(studio: press.studio, formats: press.formats, isReprint: press.isReprint)
      .text(of: invoice, number: number, issued: issued)
  }
}

/// A board.
struct Board: Printable {
  var figures: BoardFigures
  var issued: CalendarDay
  /// The office's currency, in which nothing is owed where nothing has been given yet.
  var currency: Currency

  func name(_ wording: VoidWording) -> String { issued.description }

  func pages(_ press: Press) throws(Diagnostics) -> [Frame] {
    let studio = press.studio
    let values = BoardData.values(
      figures, issued: issued, ledger: studio.settings.ledger, hidden: studio.strings.words["hidden"] ?? "–",
      formats: press.formats)
    return try press.pages(showing: values, in: figures.totals.first?.value.currency ?? currency)
  }
}

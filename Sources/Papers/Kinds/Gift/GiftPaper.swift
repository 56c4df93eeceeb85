package import Bookkeeping
package import Templating

/// An invoice or a receipt: what was given, with its number.
package struct GiftPaper: TemplatePaper {
  package var invoice: Invoice
  /// Its number; nil for a draft.
  package var number: PaperNumber?
  /// The day of issue.
  package var issued: CalendarDay
  /// Whether the number only stands for the one to come, which nobody must be told of.
  package var isTrial = false

  package init(invoice: Invoice, number: PaperNumber?, issued: CalendarDay, isTrial: Bool = false) {
    self.invoice = invoice
    self.number = number
    self.issued = issued
    self.isTrial = isTrial
  }

  package func name(_ wording: VoidWording) -> String {
    if let number, !isTrial { return number.description }
    return invoice.key.map { "\(wording.draft) \($0)" } ?? wording.draft
  }

  package func currency(_ design: PaperDesign) -> Currency { invoice.currency }

  package func values(_ design: PaperDesign, _ formats: Formats) -> [String: TemplateData] {
    InvoiceData.values(
      of: invoice, number: number, issued: issued, ledger: design.settings.ledger, wording: design.wording,
      formats: formats, strings: design.strings, items: design.items)
  }

  package func text(_ composer: PageComposer) -> String? {
    PlainText(design: composer.design, formats: composer.formats, edition: composer.edition)
      .text(of: invoice, number: number, issued: issued)
  }
}

package import Bookkeeping
package import Templating

/// A kind of paper that is of a gift: all of them are made of the same invoice, recorded once under one number.
package protocol GiftKind: PaperKind {}

extension GiftKind {
  package var title: String { "Mock invoice" }
  package var void: VoidNeed? { .mockBill }
  package var isRecorded: Bool { true }

  package func shape(words: DataShape) -> DataShape { InvoiceData.shape(words: words) }

  package func samples(
    _ sample: Sample, _ design: PaperDesign, _ office: some OfficeMaterials, issued: CalendarDay
  ) throws(Diagnostics) -> [any Printable] {
    [sample.invoice, sample.long].flatMap { invoice in
      [nil, PaperNumber.sample].map { GiftPaper(invoice: invoice, number: $0, issued: issued) }
    }
  }
}

import Bookkeeping
import Ledger
import Papers

/// What the ledger keeps of an invoice, and an invoice made of what it keeps.
enum GiftRecord {
  /// An invoice as a gift to be recorded.
  ///
  /// - Parameters:
  ///   - invoice: the invoice.
  ///   - settings: the office's.
  ///   - units: tells how many hours a unit is.
  ///   - day: the day of issue.
  ///   - moment: ISO 8601 in UTC, to the second.
  /// - Returns: the gift.
  static func draft(
    of invoice: Invoice, _ settings: OfficeSettings, _ units: Units, day: CalendarDay, moment: String
  ) -> GiftDraft {
    GiftDraft(
      day: day, time: LedgerEntry.Moment(moment),
      office: LedgerEntry.Office(name: settings.name, place: settings.place), desk: settings.desk,
      language: settings.locale,
      lines: invoice.lines.map { line in
        let entry = line.entry
        return GiftDraft.Line(
          texts: LedgerLine.Texts(
            item: entry.item, category: entry.category, unit: entry.unit, source: source(entry.source)),
          figures: LedgerLine.Figures(
            quantity: line.quantity.value, price: entry.price.amount, basis: entry.basis, checked: entry.checked),
          amount: line.amount, hours: units.hours(of: entry))
      })
  }

  private static func source(_ source: PriceSource) -> String {
    [source.citation, source.address].compactMap { $0 }.joined(separator: ", ")
  }

  /// The invoice of an entry, to be printed again.
  ///
  /// - Parameters:
  ///   - entry: a gift.
  ///   - withheld: what stands for words that were withheld.
  /// - Returns: the invoice.
  /// - Throws: a ``Diagnostic`` when this copy of the ledger does not hold all that a paper needs.
  static func invoice(of entry: LedgerEntry, withheld: String) throws(Diagnostics) -> Invoice {
    var lines: [LineItem] = []
    for (index, line) in entry.lines.enumerated() {
      guard let figures = line.figures.content, let quantity = Quantity(figures.quantity) else {
        throw Diagnostics(RecordFact.lineNotHeld(number: entry.number, line: index + 1))
      }
      let texts = line.texts.content?.shown
      guard let source = PriceSource(texts?.source ?? withheld) else {
        throw Diagnostics(RecordFact.lineWithoutSource(number: entry.number, line: index + 1))
      }
      let item = PriceBook.Entry(
        item: texts?.item ?? withheld, category: texts?.category ?? "", unit: texts?.unit ?? "–",
        price: Price(amount: figures.price, currency: line.amount.currency), basis: figures.basis, source: source,
        checked: figures.checked, line: index + 1)
      lines.append(LineItem(entry: item, quantity: quantity, amount: line.amount))
    }
    return Invoice(lines: lines, total: entry.total)
  }
}

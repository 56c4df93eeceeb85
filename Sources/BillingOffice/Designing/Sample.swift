import Bookkeeping
import Ledger

/// A sample at the starter office's prices, with the settings it is shown with.
struct Sample {
  var invoice: Invoice
  /// The same order many times over, so that it runs over several pages.
  var long: Invoice
  var settings: OfficeSettings

  /// The sample as papers of a kind: first as it is usually shown, then as long as it can be and with all that it may lack.
  ///
  /// - Parameters:
  ///   - kind: which kind.
  ///   - issued: the day of issue.
  /// - Returns: the papers; one at least.
  /// - Throws: ``Diagnostics`` when its sums do not fit.
  func papers(_ kind: PaperKind, issued: CalendarDay) throws(Diagnostics) -> [any Printable] {
    switch kind {
    case .invoice:
      return [invoice, long].flatMap { invoice in
        [nil, PaperNumber.sample].map { NumberedInvoice(invoice: invoice, number: $0, issued: issued) }
      }
    case .board:
      return try [[invoice], [], Array(repeating: long, count: 40)].map { (gifts) throws(Diagnostics) in
        Board(figures: try figures(of: gifts, issued), issued: issued, currency: invoice.currency)
      }
    }
  }

  /// What a ledger would come to that held these gifts, an hour each.
  private func figures(of gifts: [Invoice], _ day: CalendarDay) throws(Diagnostics) -> BoardFigures {
    var figures = BoardFigures(totals: [], months: [], categories: [])
    guard let currency = gifts.first?.currency else { return figures }
    var (sum, categories) = (Money.zero(currency), [String: Money]())
    do {
      for line in gifts.flatMap(\.lines) {
        sum = try sum.adding(line.amount)
        categories[line.entry.category] = try (categories[line.entry.category] ?? .zero(currency)).adding(line.amount)
      }
    } catch { throw Diagnostics([.of(LedgerError.overflow)]) }
    func total(_ group: String, _ value: Money) -> LedgerTotal {
      LedgerTotal(group: .named(group), value: value, hours: ExactDecimal(Int64(gifts.count)), gifts: gifts.count)
    }
    figures.totals = [total("", sum)]
    figures.months = [total(String(day.description.prefix(7)), sum)]
    figures.categories = categories.map { total($0.key, $0.value) }
      .sorted { ($1.value.minorUnits, "\($0.group)") < ($0.value.minorUnits, "\($1.group)") }
    return figures
  }
}

extension PaperNumber {
  /// A number that nobody has.
  static let sample = EntryNumber("SAMPLE-A7K2-000042").map { PaperNumber($0, seal: "9JX3NQ6TKM") }
}

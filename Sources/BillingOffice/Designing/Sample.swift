import Bookkeeping
import Layout
import Ledger

/// A sample at the starter office's prices, with the settings it is shown with.
struct Sample {
  var invoice: Invoice
  /// The same order many times over, so that it runs over several pages.
  var long: Invoice
  var settings: OfficeSettings
  /// What the items are called in other languages.
  var names = ItemNames()

  /// The sample as papers of a kind: first as it is usually shown, then as long as it can be and with all that it may lack.
  ///
  /// - Parameters:
  ///   - studio: how they look, and so of which kind they are.
  ///   - installation: where the words of further languages are.
  ///   - issued: the day of issue.
  /// - Returns: the papers; one at least.
  /// - Throws: ``Diagnostics`` when its sums do not fit.
  func papers(_ studio: Studio, _ installation: Installation, issued: CalendarDay) throws(Diagnostics)
    -> [any Printable]
  {
    switch studio.kind {
    case .invoice, .receipt:
      return [invoice, long].flatMap { invoice in
        [nil, PaperNumber.sample].map { NumberedInvoice(invoice: invoice, number: $0, issued: issued) }
      }
    case .board:
      return try [[invoice], [], Array(repeating: long, count: 40)].map { (gifts) throws(Diagnostics) in
        Board(figures: try figures(of: gifts, issued), issued: issued, currency: invoice.currency)
      }
    case .sign:
      let own = studio.settings.locale
      return try signs(studio, [own], installation) + signs(studio, [own, "ar"], installation)
    case .priceList:
      let language = try SignLanguage(studio.settings.locale, names, installation)
      return [invoice, long].map { invoice in
        PriceList(
          entries: invoice.lines.map(\.entry), stall: invoice.lines.first?.entry.category ?? "", issued: issued,
          language: language)
      }
    }
  }

  /// A sign for each item, in one language or in two.
  private func signs(_ studio: Studio, _ locales: [String], _ installation: Installation) throws(Diagnostics)
    -> [any Printable]
  {
    var languages: [SignLanguage] = []
    for locale in locales where !languages.contains(where: { $0.locale == locale }) {
      languages.append(try SignLanguage(locale, names, installation))
    }
    let size = studio.template.paper.size
    let look = SignLook(
      size: SignSize(name: studio.template.paper.name, face: size), languages: languages, studio: studio, hasCodes: true
    )
    guard let grid = SheetGrid(cell: size, on: size) else { return [] }
    return invoice.lines.map { line in
      let row = SignList.Row(entry: line.entry, line: line.entry.line, columns: line.entry.columns)
      let sign = Sign(line.entry, stall: line.entry.category, look, place: (SampleOrder.file, row))
      return SignSheet(grid: grid, cells: [(0, sign)], hasMarks: false, readableFrom: nil)
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
    } catch { throw Diagnostics(.of(LedgerError.overflow)) }
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

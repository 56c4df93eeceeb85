package import Bookkeeping
import Layout
import Ledger
package import Templating

/// What the ledger comes to, for the wall.
package struct BoardKind: SheetKind {
  package let name = "board"
  package let title = "Board"
  package let spoken = "a board"
  package let void: VoidNeed? = .priced
  package let abstract = "Prints the sheet for the wall: Value We Reclaimed from Capitalism, from the ledger alone."
  package let about = "A3, or Tabloid where the office prints on American paper. Each currency has its own figure."

  package init() {}

  package func shape(words: DataShape) -> DataShape { BoardData.shape(words: words) }

  /// A paper for a wall, of the same family as the one for desks.
  package func usualPaper(_ settings: OfficeSettings) -> String? {
    Paper.isAmerican(settings.paper) ? "Tabloid" : "A3"
  }

  package func sheet(of office: some OfficeMaterials, _ design: PaperDesign, issued: CalendarDay)
    throws(Diagnostics) -> any Printable
  {
    let figures = try BoardFigures(
      totals: try office.ledgerTotals(by: .none), months: try office.ledgerTotals(by: .month),
      categories: try office.ledgerTotals(by: .category).sorted { $0.value.minorUnits > $1.value.minorUnits },
      keys: try office.ledgerKeys(), milestones: milestones(in: office))
    return BoardPaper(figures: figures, names: names(in: office), issued: issued, usual: design.settings.currency)
  }

  /// What categories are called; nothing where that cannot be read, of which others tell: a board is of the ledger alone.
  private func names(in office: some OfficeMaterials) -> ItemNames {
    var untold = Faults()
    return office.prices(nil, &untold).flatMap { office.names(of: $0, &untold) } ?? ItemNames()
  }

  /// What the value is compared with; nothing where that cannot be read, for the same reason.
  private func milestones(in office: some OfficeMaterials) -> Milestones {
    var untold = Faults()
    return office.milestones(&untold) ?? Milestones()
  }

  package func samples(
    _ sample: Sample, _ design: PaperDesign, _ office: some OfficeMaterials, issued: CalendarDay
  ) throws(Diagnostics) -> [any Printable] {
    try [[sample.invoice], [], Array(repeating: sample.long, count: 40)].map { (gifts) throws(Diagnostics) in
      BoardPaper(
        figures: try BoardFigures(ofSample: gifts, on: issued, milestones(in: office)), names: names(in: office),
        issued: issued,
        usual: sample.invoice.currency)
    }
  }
}

extension BoardFigures {
  /// What a ledger would come to that held these gifts, an hour each.
  fileprivate init(ofSample gifts: [Invoice], on day: CalendarDay, _ milestones: Milestones) throws(Diagnostics) {
    guard let currency = gifts.first?.currency else {
      try self.init(totals: [], months: [], categories: [], keys: [], milestones: milestones)
      return
    }
    var (sum, byCategory) = (Money.zero(currency), [String: Money]())
    do {
      for line in gifts.flatMap(\.lines) {
        sum = try sum.adding(line.amount)
        byCategory[line.entry.category] = try (byCategory[line.entry.category] ?? .zero(currency)).adding(line.amount)
      }
    } catch { throw Diagnostics(.of(LedgerError.overflow)) }
    func total(_ group: String, _ value: Money) -> LedgerTotal {
      LedgerTotal(group: .named(group), value: value, hours: ExactDecimal(Int64(gifts.count)), gifts: gifts.count)
    }
    try self.init(
      totals: [total("", sum)], months: [total(String(day.description.prefix(7)), sum)],
      categories: byCategory.map { total($0.key, $0.value) }
        .sorted { ($1.value.minorUnits, "\($0.group)") < ($0.value.minorUnits, "\($1.group)") },
      keys: (1...min(gifts.count, 6)).map { ShownKey(chain: "SAMPLE-000\($0)", fingerprint: "7K2M-9Q4F-0B1C-XYZ8") },
      milestones: milestones)
  }
}

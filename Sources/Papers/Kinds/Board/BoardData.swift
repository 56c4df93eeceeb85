import Bookkeeping
import Characters
import Ledger
import Templating

/// What a board shows: what the ledger comes to.
struct BoardFigures: Sendable {
  /// What was given in all, by currency.
  var totals: [LedgerTotal]
  /// By month, the earliest first.
  var months: [LedgerTotal]
  /// By category, the greatest first.
  var categories: [LedgerTotal]
}

/// What a board's template receives.
enum BoardData {
  /// How many categories and months there is room for.
  static let mostRows = 10

  /// The names, and what each is.
  static func shape(words: DataShape) -> DataShape {
    .record(
      OfficeData.fields(words: words) + [
        ("issued", .text("The day, written out.")),
        ("is_empty", .flag("Whether nothing has been given yet.")),
        ("has_several", .flag("Whether there is more than one currency.")),
        ("totals", .list("What was given in all, one for each currency.", of: total)),
        ("categories", .list("The \(mostRows) greatest categories.", of: group)),
        ("months", .list("The last \(mostRows) months.", of: group)),
        ("code", OfficeData.code),
      ])
  }

  private static let total = DataShape.record([
    ("value", .text("What the market would have charged.")), ("currency", .text("The ISO 4217 code.")),
    ("gifts", .text("How many gifts.")), ("hours", .text("How many hours were given.")),
    ("has_hours", .flag("Whether any hours were given.")),
  ])

  private static let group = DataShape.record([
    ("name", .text("The category or the month.")), ("value", .text("What the market would have charged.")),
    ("gifts", .text("How many gifts.")),
  ])

  /// The values of a board.
  static func values(
    _ figures: BoardFigures, issued: CalendarDay, ledger: String, hidden: String, formats: Formats
  ) -> [String: TemplateData] {
    func group(_ total: LedgerTotal, _ name: String) -> TemplateData {
      .record([
        "name": .text(name), "value": .text(formats.money(total.value)),
        "gifts": .text(formats.whole(Int64(total.gifts))),
      ])
    }
    return [
      "issued": .text(formats.day(issued)), "is_empty": .flag(figures.totals.isEmpty),
      "has_several": .flag(figures.totals.count > 1),
      "totals": .list(
        figures.totals.map { total in
          .record([
            "value": .text(formats.money(total.value)), "currency": .text(total.value.currency.code),
            "gifts": .text(formats.whole(Int64(total.gifts))),
            "hours": .text(formats.sum(total.hours)),
            "has_hours": .flag(total.hours.isPositive),
          ])
        }),
      "categories": .list(
        figures.categories.prefix(mostRows).map { total in
          if case .named(let name) = total.group { group(total, name.visible) } else { group(total, hidden) }
        }),
      "months": .list(
        figures.months.suffix(mostRows).map { total in
          guard case .named(let month) = total.group else { return group(total, hidden) }
          return group(total, CheckedDate(month).map { formats.checked($0) } ?? month)
        }),
      "code": OfficeData.code(ledger),
    ]
  }
}

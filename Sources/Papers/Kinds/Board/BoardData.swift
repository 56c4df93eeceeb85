import Bookkeeping
import Characters
import Ledger
import Templating

/// What a board shows: what the ledger comes to.
struct BoardFigures: Sendable {
  /// What was given in all, by currency.
  var totals: [LedgerTotal]
  /// By month, the earliest first.
  var months: BoardRows
  /// By category, the greatest first.
  var categories: BoardRows
  /// The keys that the ledger's chains are signed with.
  var keys: [ShownKey]
  /// What the value in the first currency has passed last, and what it comes to next.
  var milestones: (passed: Milestones.Row?, next: Milestones.Row?)

  /// Adds up what a table has no room for.
  ///
  /// - Parameters:
  ///   - totals: what was given in all, by currency.
  ///   - months: by month, the earliest first.
  ///   - categories: by category, the greatest first.
  ///   - keys: the keys that the ledger's chains are signed with.
  ///   - milestones: what the value of all gifts is compared with.
  /// - Throws: ``Diagnostics`` when a sum does not fit.
  init(
    totals: [LedgerTotal], months: [LedgerTotal], categories: [LedgerTotal], keys: [ShownKey], milestones: Milestones
  ) throws(Diagnostics) {
    (self.totals, self.keys) = (totals, keys)
    self.milestones = milestones.around(of: totals)
    self.months = try BoardRows(months, isLast: true)
    self.categories = try BoardRows(categories, isLast: false)
  }
}

/// The rows of one of a board's tables, which add up to the figure above them.
struct BoardRows: Sendable {
  /// Groups that have a row each.
  let shown: [LedgerTotal]
  /// What all others come to, a row for each currency, and how many there are.
  let others: [(sum: LedgerTotal, count: Int)]

  /// Shares out the groups.
  ///
  /// - Parameters:
  ///   - groups: all of them.
  ///   - isLast: whether the last ones have rows of their own, rather than the first.
  /// - Throws: ``Diagnostics`` when a sum does not fit.
  init(_ groups: [LedgerTotal], isLast: Bool) throws(Diagnostics) {
    let most = BoardData.mostRows
    guard groups.count > most else {
      (shown, others) = (groups, [])
      return
    }
    let currencies = Set(groups.map(\.value.currency)).count
    let count = max(1, most - currencies)
    shown = isLast ? groups.suffix(count) : Array(groups.prefix(count))
    var rest: [(sum: LedgerTotal, count: Int)] = []
    for group in isLast ? groups.dropLast(count) : groups.dropFirst(count) {
      guard let index = rest.firstIndex(where: { $0.sum.value.currency == group.value.currency }) else {
        rest.append((group, 1))
        continue
      }
      do { rest[index].sum.value = try rest[index].sum.value.adding(group.value) } catch {
        throw Diagnostics(.of(LedgerError.overflow))
      }
      rest[index].sum.gifts += group.gifts
      rest[index].count += 1
    }
    others = rest
  }

  /// How much a row is of the greatest in its currency, in tenths of a percent.
  func share(of row: LedgerTotal) -> String {
    let currency = row.value.currency
    let all = (shown + others.map(\.sum)).filter { $0.value.currency == currency }.map(\.value.minorUnits)
    guard let most = all.max(), most > 0, row.value.minorUnits > 0 else { return "0%" }
    let tenths = (Double(row.value.minorUnits) / Double(most) * 1000).rounded()
    return "\(Int(tenths) / 10).\(Int(tenths) % 10)%"
  }
}

/// What a board's template receives.
enum BoardData {
  /// How many rows there is room for in each table.
  static let mostRows = 10
  /// How many keys there is room for.
  static let mostKeys = 4

  /// The names, and what each is.
  static func shape(words: DataShape) -> DataShape {
    .record(
      OfficeData.fields(words: words) + [
        ("issued", .text("The day, written out.")),
        ("is_empty", .flag("Whether nothing has been given yet.")),
        ("has_several", .flag("Whether there is more than one currency.")),
        ("totals", .list("What was given in all, one for each currency.", of: total)),
        (
          "categories",
          .list("The greatest categories, \(mostRows) rows at the most, the last for all others.", of: group)
        ),
        ("months", .list("The last months, \(mostRows) rows at the most, the last for all others.", of: group)),
        ("has_passed", .flag("Whether the value has passed a milestone.")),
        ("passed", milestone("The greatest milestone that the value has passed.")),
        ("has_next", .flag("Whether there is a milestone that it has not reached.")),
        ("next", milestone("The least milestone that it has not reached.")),
        ("has_keys", .flag("Whether the ledger is signed.")),
        ("keys", .list("The keys that the ledger's chains are signed with, \(mostKeys) at the most.", of: key)),
        ("has_keys_left", .flag("Whether there are more keys.")),
        ("keys_left", .text("How many more there are, such as \"and 3 others\".")),
      ] + OfficeData.code)
  }

  private static let total = DataShape.record([
    ("value", .text("What the market would have charged.")), ("currency", .text("The ISO 4217 code.")),
    ("gifts", .text("How many gifts.")), ("hours", .text("How many hours were given.")),
    ("has_hours", .flag("Whether any hours were given.")),
  ])

  private static let group = DataShape.record([
    ("name", .text("The category or the month.")), ("value", .text("What the market would have charged.")),
    ("gifts", .text("How many gifts.")),
    ("share", .text("For the width of a bar: how much it is of the greatest row in its currency, such as 37.5%.")),
  ])

  private static func milestone(_ about: String) -> DataShape {
    .record([
      ("name", .text("\(about) What it is, such as \"A year of child care\".")),
      ("amount", .text("What it comes to.")), ("source", .text("Who says so, and where.")),
      ("checked", .text("The date that is true of; empty where nobody has said it.")),
      ("left", .text("What is missing to it, as \"$120.00 to go\"; empty where nothing is.")),
      ("share", .text("For the width of a bar: how much of it is there, such as 37.5%.")),
    ])
  }

  private static let key = DataShape.record([
    ("chain", .text("The chain, as its numbers begin.")), ("fingerprint", .text("The key's fingerprint.")),
  ])

  /// The values of a board, whose categories somebody names.
  static func values(
    _ figures: BoardFigures, issued: CalendarDay, ledger: String?, strings: Strings, formats: Formats,
    category: (String) -> TemplateData
  ) -> [String: TemplateData] {
    let hidden = strings.words["hidden"] ?? "–"
    let left = max(0, figures.keys.count - mostKeys)
    func milestone(_ row: Milestones.Row?) -> TemplateData {
      let sum = figures.totals.first { $0.value.currency == row?.amount.currency }?.value.minorUnits ?? 0
      guard let row else {
        return .record(
          ["name": "", "amount": "", "source": "", "checked": "", "left": "", "share": "0%"].mapValues { .text($0) })
      }
      let missing = Money(minorUnits: max(0, row.amount.minorUnits - sum), currency: row.amount.currency)
      let toGo = (strings.words["to_go"] ?? "{left}").replacing("{left}", with: formats.money(missing))
      let tenths = Int(min(1000, Double(max(0, sum)) / Double(row.amount.minorUnits) * 1000))
      return .record([
        "name": .text(row.name), "amount": .text(formats.money(row.amount)), "source": .text(row.source.citation),
        "checked": .text(row.checked.map { formats.checked($0) } ?? ""),
        "left": .text(missing.minorUnits > 0 ? toGo : ""), "share": .text("\(tenths / 10).\(tenths % 10)%"),
      ])
    }
    func group(_ total: LedgerTotal, _ name: TemplateData, in rows: BoardRows) -> TemplateData {
      .record([
        "name": name, "value": .text(formats.money(total.value)),
        "gifts": .text(formats.whole(Int64(total.gifts))), "share": .text(rows.share(of: total)),
      ])
    }
    func others(_ rows: BoardRows) -> [TemplateData] {
      rows.others.map { group($0.sum, .text(strings.counted("others", $0.count) { formats.whole($0) }), in: rows) }
    }
    let values: [String: TemplateData] = [
      "issued": .text(formats.day(issued)), "is_empty": .flag(figures.totals.isEmpty),
      "has_several": .flag(figures.totals.count > 1), "has_keys": .flag(!figures.keys.isEmpty),
      "has_passed": .flag(figures.milestones.passed != nil), "passed": milestone(figures.milestones.passed),
      "has_next": .flag(figures.milestones.next != nil), "next": milestone(figures.milestones.next),
      "has_keys_left": .flag(left > 0),
      "keys_left": .text(left > 0 ? strings.counted("others", left) { formats.whole($0) } : ""),
      "keys": .list(
        figures.keys.prefix(mostKeys).map { key in
          .record(["chain": .text(key.chain), "fingerprint": .text(key.fingerprint)])
        }),
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
        figures.categories.shown.map { total in
          if case .named(let name) = total.group {
            group(total, category(name), in: figures.categories)
          } else {
            group(total, .text(hidden), in: figures.categories)
          }
        } + others(figures.categories)),
      "months": .list(
        figures.months.shown.map { total in
          guard case .named(let month) = total.group else { return group(total, .text(hidden), in: figures.months) }
          return group(total, .text(CheckedDate(month).map { formats.checked($0) } ?? month), in: figures.months)
        } + others(figures.months)),
    ]
    return values.merging(OfficeData.code(ledger)) { $1 }
  }
}

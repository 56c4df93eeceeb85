import Bookkeeping
import Foundation
import Ledger
import Papers

/// What a board on a screen shows, in the office's language: sums only, and what was just given, never when.
package struct LiveBoard: Sendable, Equatable {
  /// A row of a scoreboard.
  package struct Row: Sendable, Equatable {
    package let name, value, gifts: String
    /// How much it is of the greatest, in percent.
    package let share: Double
  }

  /// Something that the value is compared with.
  package struct Milestone: Sendable, Equatable {
    package let name, amount: String
    /// What is missing to it, and how much is there, in percent.
    package let left: String
    package let share: Double
    package let source, checked: String
  }

  /// The value of all gifts as it is shown, and as a plain number.
  package let value, amount, currency: String
  package let gifts, hours: String
  package let categories: [Row]
  /// What was given last, the newest first.
  package let latest: [String]
  package let next, passed: Milestone?
}

extension Office {
  /// The table beside office.yaml with what the value of all gifts is compared with.
  static let milestonesTable = "milestones.csv"
  private static let (mostRows, mostLatest) = (6, 5)

  /// What the ledger comes to, for a screen. One currency at a time: the one in which most was given.
  ///
  /// - Throws: ``Diagnostics`` when the ledger cannot be read.
  package func liveBoard() throws(Diagnostics) -> LiveBoard {
    let settings = try settings()
    let (formats, locale) = (Formats(locale: settings.locale), settings.locale)
    let all = try ledgerTotals(by: .none)
    let total = all.max { $0.gifts < $1.gifts }
    let sum = total?.value ?? .zero(settings.currency)
    var untold = Faults()
    let names = prices(nil, &untold).flatMap { self.names(of: $0, &untold) } ?? ItemNames()
    let groups = try ledgerTotals(by: .category).filter { $0.value.currency == sum.currency }
      .sorted { $0.value.minorUnits > $1.value.minorUnits }.prefix(Self.mostRows)
    let most = Double(max(1, groups.first?.value.minorUnits ?? 1))
    let strings = try strings(locale)
    let (passed, next) = milestones().around(sum)
    func milestone(_ row: Milestones.Row) -> LiveBoard.Milestone {
      let left = Money(minorUnits: max(0, row.amount.minorUnits - sum.minorUnits), currency: sum.currency)
      return LiveBoard.Milestone(
        name: row.name.visible, amount: formats.money(row.amount), left: formats.money(left),
        share: min(100, max(0, Double(sum.minorUnits) / Double(row.amount.minorUnits) * 100)),
        source: row.source.citation.visible, checked: row.checked.map { formats.checked($0) } ?? "")
    }
    return LiveBoard(
      value: formats.money(sum), amount: sum.decimal.plainDescription, currency: sum.currency.code,
      gifts: formats.whole(Int64(total?.gifts ?? 0)), hours: total.map { formats.sum($0.hours) } ?? formats.whole(0),
      categories: groups.map { group in
        var name = strings.words["hidden"] ?? "–"
        if case .named(let own) = group.group { name = names.name(ofCategory: own, in: locale) ?? own.visible }
        return LiveBoard.Row(
          name: name, value: formats.money(group.value), gifts: formats.whole(Int64(group.gifts)),
          share: max(0, Double(group.value.minorUnits)) / most * 100)
      },
      latest: try latest(), next: next.map(milestone), passed: passed.map(milestone))
  }

  /// What was given last and not taken back.
  private func latest() throws(Diagnostics) -> [String] {
    guard Files.exists(ledgerPath) else { return [] }
    let names = itemNames()
    let sensitive = SensitiveNames.categories(try settings().sensitive)
    var items: [String] = []
    for entry in try ledger.newest(3 * Self.mostLatest).entries where entry.kind == .gift {
      for texts in entry.lines.compactMap(\.texts.content) where !sensitive.contains(texts.category) {
        if items.count < Self.mostLatest { items.append(names[texts.item] ?? texts.shown.item) }
      }
    }
    return items
  }

  /// What the value of all gifts is compared with; nothing where the office has no such table, or it cannot be read, of which
  /// whoever checks the office tells.
  func milestones() -> Milestones {
    let path = path(Self.milestonesTable)
    guard Files.exists(path) else { return Milestones() }
    let read = try? kept.value("milestones", of: [path]) { () throws(Diagnostics) in
      Milestones.read(try Files.read(path), hints: hints()).value
    }
    return read ?? Milestones()
  }

  /// What changes whenever something is recorded, by this process or another: the number of the newest entry.
  package func newestNumber() -> LedgerNumber? {
    guard Files.exists(ledgerPath) else { return nil }
    return (try? ledger.newest(1).entries)?.first?.number
  }
}

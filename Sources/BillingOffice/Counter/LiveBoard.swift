import Bookkeeping
import Foundation
import Ledger
import Papers

/// What a board on a screen shows, in the office's language: sums only, and what was just given, never when.
package struct LiveBoard: Sendable, Equatable {
  /// Something that the value is compared with.
  package struct Milestone: Sendable, Equatable {
    package let name, amount: String
    /// What is missing to it, and how much is there, in percent.
    package let left: String
    package let share: Double
    package let source, checked: String
  }

  /// Something that the value would have paid for, and how often.
  package struct PaidFor: Sendable, Equatable {
    package let count, name: String
  }

  /// The value of all gifts as it is shown, and as a plain number.
  package let value, amount, currency: String
  package let gifts, hours: String
  package let categories, stalls: [GroupRow]
  /// What the value would have paid for several times over, such as 41 of a median week's wage.
  package let paidFor: [PaidFor]
  /// What was given last, the newest first.
  package let latest: [String]
  package let next, passed: Milestone?
}

extension Office {
  private static let (mostRows, mostLatest) = (6, 5)

  /// What the ledger comes to, for a screen. One currency at a time: the one in which most was given.
  ///
  /// - Parameter sums: what was given, where that is kept between two looks.
  /// - Returns: the board.
  /// - Throws: ``Diagnostics`` when the ledger cannot be read.
  package func liveBoard(_ sums: BoardSums = BoardSums()) throws(Diagnostics) -> LiveBoard {
    let settings = try settings()
    let (formats, locale) = (Formats(locale: settings.locale), settings.locale)
    let names = deskNames()
    let totals = try totals(sums, names)
    let total = totals?.all.max { $0.gifts < $1.gifts }
    let sum = total?.value ?? .zero(settings.currency)
    let hidden = try strings(locale).words["hidden"] ?? "–"
    func rows(_ totals: [LedgerTotal]) -> [GroupRow] {
      let rows = GroupRow.rows(totals, in: sum.currency, formats) { group in
        if case .named(let own) = group { names.categories[own] ?? own.visible } else { hidden }
      }
      return Array(rows.prefix(Self.mostRows))
    }
    var untold = Faults()
    let milestones = milestones(&untold) ?? Milestones()
    let (passed, next) = milestones.around(sum)
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
      categories: rows(totals?.categories ?? []), stalls: rows(totals?.stalls ?? []),
      paidFor: milestones.paid(by: sum, Self.mostRows).map { row in
        LiveBoard.PaidFor(count: formats.whole(row.count), name: row.milestone.name.visible)
      },
      latest: try latest(names), next: next.map(milestone), passed: passed.map(milestone))
  }

  /// What was given last and not taken back.
  private func latest(_ names: DeskNames) throws(Diagnostics) -> [String] {
    guard hasLedger else { return [] }
    let sensitive = SensitiveNames.categories(try settings().sensitive)
    var items: [String] = []
    let newest: [LedgerEntry]
    do { newest = try ledgers.open(ledgerPath, .readOnly).newest(3 * Self.mostLatest) } catch {
      throw Diagnostics.of(all: error)
    }
    for entry in newest where entry.kind == .gift {
      for texts in entry.lines.compactMap(\.texts.content) where !sensitive.contains(texts.category) {
        if items.count < Self.mostLatest { items.append(names.items[texts.item] ?? texts.shown.item) }
      }
    }
    return items
  }

  /// What was given so far; nil where there is no ledger.
  private func totals(_ sums: BoardSums, _ names: DeskNames) throws(Diagnostics) -> BoardSums.Totals? {
    guard hasLedger else { return nil }
    let sensitive = SensitiveNames.categories(try settings().sensitive)
    do {
      return try sums.totals(of: try ledgers.open(ledgerPath, .readOnly), names, sensitive)
    } catch { throw Diagnostics.of(all: error) }
  }

  /// What goes up whenever something is recorded, by this process or another.
  package func ledgerRevision() -> Int? {
    guard hasLedger else { return nil }
    return try? ledgers.open(ledgerPath, .readOnly).revision()
  }
}

import Bookkeeping
import Foundation
import Ledger
import Papers

/// What was given on a day: sums, and the gifts themselves, without names or times.
package struct DayAtTheDesk: Sendable {
  /// A row by category, the greatest first.
  package struct Row: Sendable {
    package let name, value, gifts: String
    /// How much it is of the greatest, in percent.
    package let share: Double
  }

  package let value, gifts, hours: String
  package let categories: [Row]
  /// The newest numbers, the newest first, those that were taken back as well.
  package let numbers: [LedgerNumber]
}

extension Office {
  /// How many entries a day has at the most that are added up.
  private static let mostOfADay = 20_000

  /// What was given on a day, in the currency of most of it; what was taken back does not count.
  ///
  /// - Parameters:
  ///   - day: the day.
  ///   - limit: how many numbers are named.
  /// - Returns: sums and numbers.
  /// - Throws: ``Diagnostics`` when the ledger cannot be read, or a sum does not fit.
  package func given(on day: CalendarDay, naming limit: Int) throws(Diagnostics) -> DayAtTheDesk {
    let settings = try settings()
    let formats = Formats(locale: settings.locale)
    var (entries, takenBack): ([LedgerEntry], [EntryHash: EntryNumber]) = ([], [:])
    if Files.exists(ledgerPath) {
      entries = try ledger.newest(Self.mostOfADay).entries.filter { $0.day == day && $0.kind == .gift }
      do { takenBack = try ledgers.open(ledgerPath, .readOnly).reversals() } catch { throw Diagnostics.of(all: error) }
    }
    let counted = entries.filter { takenBack[$0.hash] == nil }
    let counts = Dictionary(counted.map { ($0.total.currency, 1) }, uniquingKeysWith: +)
    let currency = counts.max { $0.value < $1.value }?.key ?? settings.currency
    var (sum, hours) = (Money.zero(currency), ExactDecimal(0))
    var groups: [String: (value: Money, gifts: Int)] = [:]
    do throws(MoneyError) {
      for entry in counted where entry.total.currency == currency {
        (sum, hours) = (try sum.adding(entry.total), try hours.adding(entry.hours))
        var seen: Set<String> = []
        for line in entry.lines {
          let name = line.texts.content?.category ?? ""
          let group = groups[name] ?? (.zero(currency), 0)
          groups[name] = (try group.value.adding(line.amount), group.gifts + (seen.insert(name).inserted ? 1 : 0))
        }
      }
    } catch { throw Diagnostics(.of(LedgerError.overflow)) }
    let names = categoryNames()
    let most = Double(max(1, groups.values.map(\.value.minorUnits).max() ?? 1))
    let rows = groups.sorted { $0.value.value.minorUnits > $1.value.value.minorUnits }.map { name, group in
      DayAtTheDesk.Row(
        name: names[name] ?? name.visible, value: formats.money(group.value),
        gifts: formats.whole(Int64(group.gifts)), share: Double(group.value.minorUnits) / most * 100)
    }
    return DayAtTheDesk(
      value: formats.money(sum), gifts: formats.whole(Int64(counted.count)), hours: formats.sum(hours),
      categories: rows, numbers: entries.prefix(limit).map(\.number))
  }

  /// What categories are called in the office's language, by what the price book calls them.
  private func categoryNames() -> [String: String] {
    var untold = Faults()
    guard let settings = settings(&untold), let prices = prices(nil, &untold), let names = names(of: prices, &untold)
    else { return [:] }
    return names.categories(of: prices, in: settings.locale)
  }
}

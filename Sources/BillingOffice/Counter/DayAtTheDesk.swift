import Bookkeeping
import Foundation
import Ledger
import Papers

/// What was given on a day: sums, and the gifts themselves, without names or times.
package struct DayAtTheDesk: Sendable {
  package let value, gifts, hours: String
  /// By category and by stall, the greatest first; what is given at no stall, or at several, is at none.
  package let categories, stalls: [GroupRow]
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
    let (formats, names) = (Formats(locale: settings.locale), deskNames())
    var (entries, takenBack): ([LedgerEntry], [EntryHash: EntryNumber]) = ([], [:])
    if hasLedger {
      entries = try ledger.newest(Self.mostOfADay).entries.filter { $0.day == day && $0.kind == .gift }
      do { takenBack = try ledgers.open(ledgerPath, .readOnly).reversals() } catch { throw Diagnostics.of(all: error) }
    }
    var (all, categories, stalls) = (LedgerSums(.none), LedgerSums(.category), LedgerSums(.none))
    for entry in entries where takenBack[entry.hash] == nil {
      all.add(entry)
      categories.add(entry)
      if !names.allStalls.isEmpty {
        stalls.add(entry) { $0.texts.content.flatMap { names.stall(of: $0.item) }.map { .named($0) } ?? .hidden }
      }
    }
    let hidden = try strings(settings.locale).words["hidden"] ?? "–"
    do throws(LedgerError) {
      let total = try all.totals.max { $0.gifts < $1.gifts }
      let currency = total?.value.currency ?? settings.currency
      return DayAtTheDesk(
        value: formats.money(total?.value ?? .zero(currency)), gifts: formats.whole(Int64(total?.gifts ?? 0)),
        hours: formats.sum(total?.hours ?? ExactDecimal(0)),
        categories: GroupRow.rows(try categories.totals, in: currency, formats) { group in
          if case .named(let name) = group { names.categories[name] ?? name.visible } else { hidden }
        },
        stalls: GroupRow.rows(try stalls.totals.filter { $0.group != .hidden }, in: currency, formats) { group in
          if case .named(let name) = group { name.visible } else { hidden }
        }, numbers: entries.prefix(limit).map(\.number))
    } catch { throw Diagnostics.of(all: error) }
  }
}

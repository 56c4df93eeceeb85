import Bookkeeping
import Ledger
import Papers

/// A row of a table of what was given by category or stall, in the office's language.
package struct GroupRow: Sendable, Equatable {
  package let name, value, gifts: String
  /// How much it is of the greatest, in percent.
  package let share: Double

  /// Writes out the groups of one currency, the greatest first.
  ///
  /// - Parameters:
  ///   - totals: what was given, by group.
  ///   - currency: the currency.
  ///   - formats: writes amounts.
  ///   - name: what a group is called.
  /// - Returns: a row for each.
  static func rows(
    _ totals: [LedgerTotal], in currency: Currency, _ formats: Formats, name: (LedgerTotal.Group) -> String
  ) -> [GroupRow] {
    let own = totals.filter { $0.value.currency == currency }.sorted { $0.value.minorUnits > $1.value.minorUnits }
    let most = Double(max(1, own.first?.value.minorUnits ?? 1))
    return own.map { total in
      GroupRow(
        name: name(total.group), value: formats.money(total.value), gifts: formats.whole(Int64(total.gifts)),
        share: max(0, Double(total.value.minorUnits)) / most * 100)
    }
  }
}

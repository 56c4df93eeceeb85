public import Bookkeeping

/// What was given in all, of one group and in one currency.
public struct LedgerTotal: Hashable, Sendable {
  /// The group: a month such as `2026-11`, a category, a desk; empty for everything.
  public var group: Group
  /// What the market would have charged.
  public var value: Money
  /// How many hours were given; zero by category.
  public var hours: ExactDecimal
  /// How many gifts.
  public var gifts: Int

  /// What entries are grouped by.
  public enum Grouping: String, Hashable, Sendable, CaseIterable {
    /// Not at all.
    case none
    /// By the month of the day.
    case month
    /// By the category of each line.
    case category
    /// By the desk's chain.
    case desk
  }

  /// A group.
  public enum Group: Hashable, Sendable {
    /// A month, a category or a chain; empty for everything.
    case named(String)
    /// Lines whose category cannot be seen here.
    case hidden
  }
}

extension Ledger {
  /// Adds up what was given. A gift that was taken back does not count; currencies are never added to one another.
  ///
  /// - Parameter grouping: what entries are grouped by.
  /// - Returns: the sums, by group and currency.
  /// - Throws: ``LedgerError/overflow`` where a sum does not fit.
  public func totals(by grouping: LedgerTotal.Grouping) throws(LedgerError) -> [LedgerTotal] {
    var reversed: Set<EntryHash> = []
    try forEach { entry in
      if case .reversal(_, let hash, _) = entry.kind { reversed.insert(hash) }
    }
    var totals: [Key: LedgerTotal] = [:]
    try forEach { entry in
      guard entry.kind == .gift, !reversed.contains(entry.hash) else { return }
      switch grouping {
      case .category:
        // A gift of two loaves on two lines is one gift of food.
        var sums: [LedgerTotal.Group: Money] = [:]
        for line in entry.lines {
          let group = line.texts.content.map { LedgerTotal.Group.named($0.category) } ?? .hidden
          do { sums[group] = try (sums[group] ?? .zero(line.amount.currency)).adding(line.amount) } catch {
            throw LedgerError.overflow
          }
        }
        for (group, sum) in sums { try Self.add(sum, ExactDecimal(0), to: &totals, group) }
      case .none: try Self.add(entry.total, entry.hours, to: &totals, .named(""))
      case .month: try Self.add(entry.total, entry.hours, to: &totals, .named(String(entry.day.description.prefix(7))))
      case .desk:
        try Self.add(entry.total, entry.hours, to: &totals, .named("\(entry.number.office)-\(entry.number.chain)"))
      }
    }
    return totals.values.sorted { one, other in
      let key = { (total: LedgerTotal) in
        (total.group == .hidden ? 1 : 0, "\(total.group)", total.value.currency.code)
      }
      return key(one) < key(other)
    }
  }

  private struct Key: Hashable {
    var group: LedgerTotal.Group
    var currency: Currency
  }

  private static func add(
    _ value: Money, _ hours: ExactDecimal, to totals: inout [Key: LedgerTotal], _ group: LedgerTotal.Group
  ) throws {
    let key = Key(group: group, currency: value.currency)
    var total =
      totals[key] ?? LedgerTotal(group: group, value: .zero(value.currency), hours: ExactDecimal(0), gifts: 0)
    do {
      total.value = try total.value.adding(value)
      total.hours = try total.hours.adding(hours)
    } catch { throw LedgerError.overflow }
    total.gifts += 1
    totals[key] = total
  }
}

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

  /// Says what a group comes to.
  public init(group: Group, value: Money, hours: ExactDecimal, gifts: Int) {
    self.group = group
    self.value = value
    self.hours = hours
    self.gifts = gifts
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
    let reversed = try reversals()
    var sums = LedgerSums(grouping)
    try forEach { entry in
      if entry.kind == .gift, reversed[entry.hash] == nil { sums.add(entry) }
    }
    return try sums.totals
  }
}

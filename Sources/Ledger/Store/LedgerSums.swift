import Bookkeeping

/// Adds up gifts as they go by. Currencies are never added to one another.
public struct LedgerSums: Sendable {
  /// What gifts are grouped by.
  public let grouping: LedgerTotal.Grouping
  private var sums: [Key: LedgerTotal] = [:]

  private struct Key: Hashable {
    var group: LedgerTotal.Group
    var currency: Currency
  }

  /// Begins, perhaps with what was added up before.
  public init(_ grouping: LedgerTotal.Grouping, _ totals: [LedgerTotal] = []) {
    self.grouping = grouping
    for total in totals { sums[Key(group: total.group, currency: total.value.currency)] = total }
  }

  /// The sums, by group and currency.
  public var totals: [LedgerTotal] {
    sums.values.sorted { one, other in
      let key = { (total: LedgerTotal) in
        (total.group == .hidden ? 1 : 0, "\(total.group)", total.value.currency.code)
      }
      return key(one) < key(other)
    }
  }

  /// Adds a gift that was not taken back.
  ///
  /// - Throws: ``LedgerError/overflow`` where a sum does not fit.
  public mutating func add(_ gift: LedgerEntry) throws(LedgerError) {
    switch grouping {
    case .none: try add(gift.total, gift.hours, to: .named(""))
    case .month: try add(gift.total, gift.hours, to: .named(String(gift.day.description.prefix(7))))
    case .desk: try add(gift.total, gift.hours, to: .named("\(gift.number.office)-\(gift.number.chain)"))
    case .category:
      // A gift of two loaves on two lines is one gift of food.
      var parts: [LedgerTotal.Group: Money] = [:]
      for line in gift.lines {
        let group = line.texts.content.map { LedgerTotal.Group.named($0.category) } ?? .hidden
        do { parts[group] = try (parts[group] ?? .zero(line.amount.currency)).adding(line.amount) } catch {
          throw .overflow
        }
      }
      for (group, sum) in parts { try add(sum, ExactDecimal(0), to: group) }
    }
  }

  private mutating func add(_ value: Money, _ hours: ExactDecimal, to group: LedgerTotal.Group) throws(LedgerError) {
    let key = Key(group: group, currency: value.currency)
    var total =
      sums[key] ?? LedgerTotal(group: group, value: .zero(value.currency), hours: ExactDecimal(0), gifts: 0)
    do {
      total.value = try total.value.adding(value)
      total.hours = try total.hours.adding(hours)
    } catch { throw .overflow }
    total.gifts += 1
    sums[key] = total
  }
}

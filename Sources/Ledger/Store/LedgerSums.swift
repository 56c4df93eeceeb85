import Bookkeeping

/// Adds up gifts as they go by. Currencies are never added to one another.
public struct LedgerSums: Sendable {
  /// What gifts are grouped by.
  public let grouping: LedgerTotal.Grouping
  private var sums: [Key: Sum] = [:]

  private struct Key: Hashable {
    var group: LedgerTotal.Group
    var currency: Currency
  }

  /// Begins, perhaps with what was added up before.
  public init(_ grouping: LedgerTotal.Grouping, _ totals: [LedgerTotal] = []) {
    self.grouping = grouping
    for total in totals {
      var sum = Sum()
      sum.value = Int128(total.value.minorUnits)
      sum.add(total.hours)
      sum.gifts = total.gifts
      sums[Key(group: total.group, currency: total.value.currency)] = sum
    }
  }

  /// What a group comes to, in 128 bits: whatever entries say, adding them up neither wraps nor stops.
  private struct Sum {
    var value: Int128 = 0
    var gifts = 0
    /// In units of a billionth, and with how many digits the hours were written.
    private var hours: Int128 = 0
    private var scale = 0

    mutating func add(_ more: ExactDecimal) {
      scale = max(scale, more.scale)
      hours += Int128(more.mantissa) * Int128.power(ofTen: ExactDecimal.maximumScale - more.scale)
    }

    /// The hours as they are told, with as many digits as the longest of them; nil where they do not fit.
    var wholeHours: ExactDecimal? {
      Int64(exactly: hours / Int128.power(ofTen: ExactDecimal.maximumScale - scale))
        .flatMap { ExactDecimal(mantissa: $0, scale: scale) }
    }
  }

  /// The sums, by group and currency.
  public var totals: [LedgerTotal] {
    get throws(LedgerError) {
      var totals: [LedgerTotal] = []
      for (key, sum) in sums {
        guard let value = Int64(exactly: sum.value), let hours = sum.wholeHours else { throw .overflow }
        totals.append(
          LedgerTotal(
            group: key.group, value: Money(minorUnits: value, currency: key.currency), hours: hours, gifts: sum.gifts))
      }
      return Self.inOrder(totals)
    }
  }

  private static func inOrder(_ totals: [LedgerTotal]) -> [LedgerTotal] {
    totals.sorted { one, other in
      let key = { (total: LedgerTotal) in
        (total.group == .hidden ? 1 : 0, "\(total.group)", total.value.currency.code)
      }
      return key(one) < key(other)
    }
  }

  /// Adds a gift that was not taken back.
  public mutating func add(_ gift: LedgerEntry) {
    let value = Int128(gift.total.minorUnits)
    switch grouping {
    case .none: add(value, gift.total.currency, gift.hours, to: .named(""))
    case .month: add(value, gift.total.currency, gift.hours, to: .named(String(gift.day.description.prefix(7))))
    case .desk: add(value, gift.total.currency, gift.hours, to: .named(gift.number.inChain.description))
    case .category: add(gift) { $0.texts.content.map { .named($0.category) } ?? .hidden }
    }
  }

  /// Adds a gift whose lines somebody groups. Of two loaves on two lines it is one gift of food.
  public mutating func add(_ gift: LedgerEntry, by group: (LedgerLine) -> LedgerTotal.Group) {
    var parts: [LedgerTotal.Group: Int128] = [:]
    for line in gift.lines { parts[group(line), default: 0] += Int128(line.amount.minorUnits) }
    for (group, sum) in parts { add(sum, gift.total.currency, ExactDecimal(0), to: group) }
  }

  private mutating func add(_ value: Int128, _ currency: Currency, _ hours: ExactDecimal, to group: LedgerTotal.Group) {
    let key = Key(group: group, currency: currency)
    var sum = sums[key] ?? Sum()
    sum.value += value
    sum.add(hours)
    sum.gifts += 1
    sums[key] = sum
  }
}

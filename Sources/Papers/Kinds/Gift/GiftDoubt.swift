package import Bookkeeping

/// Something typed that nobody gives, so that it may be a slip of the hand. Files are read over before they are handed in, and
/// nobody asks of them.
package struct GiftDoubt: Fact {
  /// Why it is hard to believe.
  package enum Reason: Hashable, Sendable {
    /// More than this many of a thing.
    case many(Int64)
    /// More than this many hours.
    case long(Int64)
    /// More than so many of the dearest thing in the price book would cost.
    case dear(times: Int64, dearest: String)
    /// The same item twice.
    case twice
  }

  package let reason: Reason
  package let item: String
  package let unit: String
  package let quantity: Quantity
  package let amount: Money

  package var kind: Diagnostic.Kind { .usage }

  /// Of a thing people give at most this many.
  package static let mostOfAThing: Int64 = 100
  /// A day has no more hours.
  package static let mostHours: Int64 = 24
  /// What is given costs at most so many times what the dearest thing of the price book does.
  package static let mostTimesTheDearest: Int64 = 10

  /// What is hard to believe of a gift.
  ///
  /// - Parameters:
  ///   - invoice: what was given.
  ///   - prices: the price book, which says what is dear.
  ///   - units: tells which units are hours, and which are small.
  /// - Returns: a doubt for each line at the most.
  static func doubts(of invoice: Invoice, prices: PriceBook, units: Units) -> [GiftDoubt] {
    var seen: Set<Int> = []
    let dearest = prices.entries.filter { $0.price.currency == invoice.currency }.compactMap { entry in
      Quantity(ExactDecimal(1)).flatMap { try? entry.price.amount(for: $0) }.map { (entry.item, $0.minorUnits) }
    }.max { $0.1 < $1.1 }
    return invoice.lines.compactMap { line in
      let reason: Reason? =
        if !seen.insert(line.entry.line).inserted {
          .twice
        } else if let hour = units.hours(of: line.entry) {
          isMore(line.quantity, of: hour, than: mostHours) ? .long(mostHours) : nil
        } else if isMore(line.quantity, of: .one, than: mostOfAThing), !units.isSmall(line.entry.unit) {
          .many(mostOfAThing)
        } else { nil }
      let (most, overflow) = (dearest?.1 ?? 0).multipliedReportingOverflow(by: mostTimesTheDearest)
      let isDear = !overflow && line.amount.minorUnits > most
      return (reason ?? (isDear ? .dear(times: mostTimesTheDearest, dearest: dearest?.0 ?? "") : nil)).map {
        GiftDoubt(
          reason: $0, item: line.entry.item, unit: units.name(of: line.entry.unit, for: line.quantity.value),
          quantity: line.quantity, amount: line.amount)
      }
    }
  }

  /// Whether a quantity of a unit is more than so many; one that fits in no fraction is.
  private static func isMore(_ quantity: Quantity, of unit: ExactFraction, than most: Int64) -> Bool {
    guard let whole = ExactFraction(quantity.value)?.times(unit) else { return true }
    return Int128(whole.numerator) > Int128(most) * Int128(whole.denominator)
  }
}

extension Diagnostics {
  /// Whether nothing is wrong but that it is hard to believe.
  package var areDoubts: Bool {
    let errors = all.filter { $0.severity == .error }
    return !errors.isEmpty && errors.allSatisfy { $0.fact is GiftDoubt }
  }
}

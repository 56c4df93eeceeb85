public import Bookkeeping

/// What one entry may come to. More is a slip or a stranger's joke: in no currency is a gift worth ten trillion, and sums of gifts
/// within these bounds are far from what can be counted.
public enum EntryBounds {
  /// The most that a line, and a gift, may be worth, in minor units.
  public static let minorUnits: Int64 = 1_000_000_000_000_000
  /// The most hours of a gift.
  public static let hours: Int64 = 100_000
  /// The longest that an entry may be as a line of text, in bytes.
  public static let bytes = 10_000_000

  /// Whether a gift's line may be worth so much.
  public static func allow(_ amount: Money) -> Bool { (0...minorUnits).contains(amount.minorUnits) }

  /// Whether a gift may be so many hours.
  public static func allow(_ hours: ExactDecimal) -> Bool {
    // Compared as whole numbers of 128 bits, in which no number of 64 bits and nine decimals is too long.
    (0...Int128(self.hours) * Int128.power(ofTen: hours.scale)).contains(Int128(hours.mantissa))
  }
}

extension LedgerEntry {
  /// Whether all its numbers are within what one entry may come to: those of a gift nothing or more, those of a correction nothing
  /// or less.
  var isWithinBounds: Bool {
    let isGift = kind == .gift
    let allowed = isGift ? 0...EntryBounds.minorUnits : -EntryBounds.minorUnits...0
    guard allowed.contains(total.minorUnits), lines.allSatisfy({ EntryBounds.allow($0.amount) }) else { return false }
    guard hours.mantissa > .min,
      let given = isGift ? hours : ExactDecimal(mantissa: -hours.mantissa, scale: hours.scale),
      EntryBounds.allow(given)
    else { return false }
    return lines.allSatisfy { line in
      guard let figures = line.figures.content else { return true }
      return figures.quantity.isPositive && figures.price.mantissa >= 0
    }
  }
}

extension Int128 {
  /// 1, 10, 100 and so on.
  static func power(ofTen exponent: Int) -> Int128 {
    (0..<exponent).reduce(1) { power, _ in power * 10 }
  }
}

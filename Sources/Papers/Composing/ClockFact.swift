package import Bookkeeping

/// A machine's clock that cannot be right, or not likely. It gave the day of issue, since nobody named one: what it says stands on
/// papers and in the ledger for good.
package enum ClockFact: Fact {
  /// The newest price was looked up later.
  case beforePrice(clock: CalendarDay, item: String, checked: CheckedDate)
  /// The last gift was recorded later.
  case beforeLedger(clock: CalendarDay, recorded: CalendarDay)
  /// The last gift was recorded long ago.
  case longAfterLedger(clock: CalendarDay, recorded: CalendarDay)

  /// The day that the clock gives.
  package var day: CalendarDay {
    switch self {
    case .beforePrice(let clock, _, _), .beforeLedger(let clock, _), .longAfterLedger(let clock, _): clock
    }
  }
}

/// A request whose day of issue may be what a clock says.
package protocol ClockedRequest: PaperRequest {
  /// Whether the day is what this machine's clock says, and nobody has said that it is right.
  var isDayOfClock: Bool { get set }
}

/// Looks whether a clock can be right.
package enum ClockCheck {
  /// How many days after the last gift a market may begin again. One that meets once a year does so in time.
  package static let mostDaysAfter = 400
  /// How many days before the last gift a clock may stand: another desk's may be in another zone.
  package static let mostDaysBefore = 1

  /// What speaks against a clock.
  ///
  /// - Parameters:
  ///   - clock: the day that it gives.
  ///   - prices: the prices that are known; a year counts from its first day, a month from its first.
  ///   - recorded: the day of the last gift; nil where there is none, or none is to be recorded.
  /// - Returns: what does; nil where it may be right.
  package static func doubt(_ clock: CalendarDay, _ prices: [PriceBook.Entry], recorded: CalendarDay?) -> ClockFact? {
    if let newest = prices.max(by: { $0.checked.firstDay < $1.checked.firstDay }), newest.checked.firstDay > clock {
      return .beforePrice(clock: clock, item: newest.item, checked: newest.checked)
    }
    guard let recorded else { return nil }
    let days = clock.days(since: recorded)
    if days < -mostDaysBefore { return .beforeLedger(clock: clock, recorded: recorded) }
    return days > mostDaysAfter ? .longAfterLedger(clock: clock, recorded: recorded) : nil
  }
}

import Bookkeeping
import Papers

extension ClockFact: WordedFact {
  package var words: Words {
    let clock = "this machine's clock says \(DayWords.of(day))"
    let hint = "set the clock, or name the day"
    switch self {
    case .beforePrice(_, let item, let checked):
      let when = (checked.day == nil ? "in " : "on ") + DayWords.of(checked)
      return Words("\(clock), but the newest price was checked \(when) (\"\(item)\")", hint)
    case .beforeLedger(_, let recorded):
      return Words("\(clock), but the last gift was recorded on \(DayWords.of(recorded))", hint)
    case .longAfterLedger(_, let recorded):
      return Words(
        "\(clock), more than a year after the last gift, which was recorded on \(DayWords.of(recorded))", hint)
    }
  }
}

/// Days as sentences say them.
package enum DayWords {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]

  /// Such as `3 January 2016`.
  package static func of(_ day: CalendarDay) -> String { "\(day.day) \(months[day.month - 1]) \(day.year)" }

  /// Such as `May 2026`.
  static func of(_ date: CheckedDate) -> String {
    if date.day != nil { return of(date.firstDay) }
    return date.month.map { "\(months[$0 - 1]) \(date.year)" } ?? "\(date.year)"
  }
}

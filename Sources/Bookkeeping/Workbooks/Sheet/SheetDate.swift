/// What a number format makes of a number.
enum NumberLook: Hashable, Sendable {
  /// A number.
  case number
  /// A number of a currency, as its format shows it.
  case money(String)
  /// A hundredth: 0.15 is 15 %.
  case percent
  /// A date; with what of it is shown.
  case date(CheckedDate.Part)
  /// The time of a day.
  case time
  /// A length of time, which may be longer than a day.
  case elapsed
}

/// Dates as spreadsheets keep them: days since an epoch, the time in their fraction.
enum SheetDate {
  /// Turns a number into a date or a time.
  ///
  /// - Parameters:
  ///   - written: the number as it stands in the file.
  ///   - look: what its format makes of it.
  ///   - is1904: whether the epoch is the first of January 1904, as on old Macs.
  /// - Returns: such as `2026-05-01`, `2026-05` or `14:30`; a year, which is written as a number is, with the mark of dates; nil
  ///   where it is no date.
  static func text(_ written: String, _ look: NumberLook, is1904: Bool) -> String? {
    guard let number = SheetDigits.double(written), number >= 0, number < 2_958_466 else { return nil }
    switch look {
    case .number, .money, .percent: return nil
    case .time: return time(seconds: Int((number * 86_400).rounded()) % 86_400)
    case .elapsed: return time(seconds: Int((number * 86_400).rounded()))
    case .date(let part):
      let days = Int(number)
      // A time with the format of a date.
      if days == 0, !is1904 { return number > 0 ? time(seconds: Int((number * 86_400).rounded())) : nil }
      return date(days, is1904: is1904).map { shown($0, part) }
    }
  }

  /// So much of a date as a cell shows. A year alone would be a number, in a column of numbers, too.
  static func shown(_ date: String, _ part: CheckedDate.Part) -> String {
    let shown = date.prefix(part)
    return part == .year ? shown + String(mark) : shown
  }

  /// What stands behind the figures of a date that would be taken for a number; ``SheetNumber/shown(_:)`` leaves it out. No number
  /// ends with its decimal sign.
  static let mark = SheetNumber.mark

  /// Whether a text is such a date.
  static func isMarked(_ text: String) -> Bool { text.last == mark && SheetNumber.shown(text) != text }

  private static func time(seconds: Int) -> String {
    "\((seconds / 3600).padded(to: 2)):\((seconds / 60 % 60).padded(to: 2))"
  }

  private static func date(_ days: Int, is1904: Bool) -> String? {
    if is1904 { return CalendarDay(year: 1904, month: 1, day: 1)?.adding(days: days)?.description }
    // Excel's 1900 is a leap year, as in Lotus 1-2-3: day 60 is one that never was.
    if days == 60 { return "1900-02-29" }
    return CalendarDay(year: 1899, month: 12, day: days < 60 ? 31 : 30)?.adding(days: days)?.description
  }
}

extension CheckedDate {
  /// How much of a date is shown.
  enum Part: Int, Hashable, Sendable {
    /// `2026`
    case year = 4
    /// `2026-05`
    case month = 7
    /// `2026-05-01`
    case day = 10
  }
}

extension String {
  /// So much of an ISO date.
  func prefix(_ part: CheckedDate.Part) -> String { String(prefix(part.rawValue)) }
}

extension CalendarDay {
  /// The day so many days later; nil beyond the year 9999.
  func adding(days: Int) -> CalendarDay? {
    // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days, reckoned from the same day as `number`.
    let number = number + days
    let era = number / 146_097
    let day = number - era * 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    return CalendarDay(
      year: year + era * 400 + (month < 10 ? 0 : 1), month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }
}

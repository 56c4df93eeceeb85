/// The date a price is for, as exactly as its source tells it: a year, a month or a day.
public struct CheckedDate: Hashable, Sendable, CustomStringConvertible {
  /// The first day of the year, month or day that is meant; an age is counted from it.
  public let firstDay: CalendarDay
  private let precision: Precision

  private enum Precision: Hashable {
    case year, month, day
  }

  /// The year, 1 to 9999.
  public var year: Int { firstDay.year }
  /// The month, 1 to 12; nil where only a year is known.
  public var month: Int? { precision == .year ? nil : firstDay.month }
  /// The day of the month; nil where only a month or a year is known.
  public var day: Int? { precision == .day ? firstDay.day : nil }

  /// Reads `2026`, `2026-05` or `2026-01-04`; nil for anything else and for days that do not exist.
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return value
    }
    let hyphen = UInt8(ascii: "-")
    switch bytes.count {
    case 4: precision = .year
    case 7 where bytes[4] == hyphen: precision = .month
    case 10 where bytes[4] == hyphen && bytes[7] == hyphen: precision = .day
    default: return nil
    }
    guard let year = number(0..<4),
      let month = precision == .year ? 1 : number(5..<7),
      let day = precision == .day ? number(8..<10) : 1,
      let first = CalendarDay(year: year, month: month, day: day)
    else { return nil }
    firstDay = first
  }

  /// A date of its parts; nil where the calendar has no such day.
  init?(year: Int, month: Int?, day: Int?) {
    guard let first = CalendarDay(year: year, month: month ?? 1, day: day ?? 1) else { return nil }
    firstDay = first
    precision = day != nil ? .day : month != nil ? .month : .year
  }

  /// The date as it is read: `2026`, `2026-05` or `2026-01-04`.
  public var description: String {
    let full = firstDay.description
    switch precision {
    case .year: return String(full.prefix(4))
    case .month: return String(full.prefix(7))
    case .day: return full
    }
  }
}

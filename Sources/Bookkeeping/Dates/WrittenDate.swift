/// A date as people and their spreadsheets write it.
enum WrittenDate: Hashable, Sendable {
  /// It can be read in one way only; with what comes first in it, if it shows that.
  case exact(CheckedDate, shows: DayOrder?)
  /// It can be read in two ways.
  case either(dayFirst: CheckedDate, monthFirst: CheckedDate)
  /// Its year has two figures, which tell less about the order; what it is with the day and with the month first, where the
  /// calendar has such days.
  case short(dayFirst: CheckedDate?, monthFirst: CheckedDate?)
  /// It is a date, of a year that no price here can be of: another calendar's, or one in which a figure is wrong.
  case otherYear
  /// It is no date.
  case none

  /// The years that prices can be of.
  static let years = 1990...2100

  /// Reads a cell that is trimmed and not blank.
  init(_ text: String) {
    if let date = CheckedDate(text) {
      self = Self.of(date)
      return
    }
    if let date = Self.figures(text) {
      self = Self.of(date)
      return
    }
    guard let last = text.last, last.isLetter || last.isNumber || last == "." else {
      self = .none
      return
    }
    // A spreadsheet may have written midnight behind it. With a zone another hour may be another day elsewhere.
    var text = text
    let midnight = /[ T]0?0:00(:00(\.0+)?)?(Z|[+-]\d\d:?\d\d)$/
    let time = /[ T]\d?\d:\d\d(:\d\d(\.0+)?)?(\s?[AaPp]\.?[Mm]\.?)?$/
    if let range = text.firstMatch(of: midnight)?.range ?? text.firstMatch(of: time)?.range {
      text.removeSubrange(range)
    }
    let words = DateWords(text)
    let values = words.values
    switch words.shape {
    case "y": self = Self.exact(values[0])
    case "yn", "ym": self = Self.exact(values[0], values[1])
    case "ny", "my": self = Self.exact(values[1], values[0])
    case "ynn", "ymn": self = Self.exact(values[0], values[1], values[2])
    case "nmy": self = Self.exact(values[2], values[1], values[0])
    case "mny": self = Self.exact(values[2], values[0], values[1])
    case "nny": self = Self.figures(values[0], values[1], values[2], sign: words.sign)
    case "nnn" where "./-".contains(words.sign): self = Self.short(values[0], values[1], values[2], sign: words.sign)
    // "May-26" and "Mar-14" are what spreadsheets make of 2026-05 and 2014-03; "May 12" and "26-May" have a day in them as likely.
    case "mn": self = values[1] >= (words.sign == "-" ? 10 : 20) ? Self.exact(2000 + values[1], values[0]) : .none
    case "nmn": self = values[2] >= 20 ? Self.exact(2000 + values[2], values[1], values[0]) : .none
    default: self = .none
    }
  }

  private static func exact(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> WrittenDate {
    CheckedDate(year: year, month: month, day: day).map { of($0) } ?? .none
  }

  private static func of(_ date: CheckedDate, shows order: DayOrder? = nil) -> WrittenDate {
    years.contains(date.year) ? .exact(date, shows: order) : .otherYear
  }

  /// A date of eight figures and nothing else, such as 20260501.
  private static func figures(_ text: String) -> CheckedDate? {
    guard text.utf8.count == 8, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    let date = CheckedDate("\(text.prefix(4))-\(text.dropFirst(4).prefix(2))-\(text.suffix(2))")
    return date.flatMap { years.contains($0.year) ? $0 : nil }
  }

  /// The same of a year of two figures, of this century. From 50 on it may be the last, and below 10 no year at all, as in 1.2.3.
  private static func short(_ first: Int, _ second: Int, _ year: Int, sign: Character) -> WrittenDate {
    guard (10..<50).contains(year) else { return .none }
    let dayFirst = CheckedDate(year: 2000 + year, month: second, day: first)
    let monthFirst = sign == "." ? nil : CheckedDate(year: 2000 + year, month: first, day: second)
    return dayFirst == nil && monthFirst == nil ? .none : .short(dayFirst: dayFirst, monthFirst: monthFirst)
  }

  /// Points stand in dates with the day first only; other signs in both.
  private static func figures(_ first: Int, _ second: Int, _ year: Int, sign: Character) -> WrittenDate {
    let dayFirst = CheckedDate(year: year, month: second, day: first)
    let monthFirst = sign == "." ? nil : CheckedDate(year: year, month: first, day: second)
    switch (dayFirst, monthFirst) {
    case (let date?, nil): return of(date, shows: sign == "." ? nil : .dayFirst)
    case (nil, let date?): return of(date, shows: .monthFirst)
    case (let date?, let other?):
      guard years.contains(year) else { return .otherYear }
      return date == other ? .exact(date, shows: nil) : .either(dayFirst: date, monthFirst: other)
    case (nil, nil): return .none
    }
  }

  /// Whether a text is a date or the part of one, as it may stand in a column of numbers by mistake.
  static func isDate(_ text: String) -> Bool {
    if SheetDate.isMarked(text) { return true }
    return switch DateWords(text).shape {
    case "nm", "mn", "my", "ym", "nmy", "mny", "nmn", "ymn": true
    // What a sheet makes of a date of which it shows a month.
    case "yn": text.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])/) != nil
    case "ynn", "nny", "nnn": WrittenDate(text) != .none
    default: false
    }
  }
}

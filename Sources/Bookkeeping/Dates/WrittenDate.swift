/// A date as people and their spreadsheets write it.
enum WrittenDate: Hashable, Sendable {
  /// It can be read in one way only; with what comes first in it, if it shows that.
  case exact(CheckedDate, shows: DayOrder?)
  /// It can be read in two ways.
  case either(dayFirst: CheckedDate, monthFirst: CheckedDate)
  /// It is no date.
  case none

  /// Reads a cell that is trimmed and not blank.
  init(_ text: String) {
    if let date = CheckedDate(text) {
      self = .exact(date, shows: nil)
      return
    }
    guard let last = text.last, last.isLetter || last.isNumber || last == "." else {
      self = .none
      return
    }
    // A spreadsheet may have written midnight behind it.
    var text = text
    if let time = text.firstMatch(of: /[ T]\d?\d:\d\d(:\d\d(\.0+)?)?$/) { text.removeSubrange(time.range) }
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
    // "May-26" is what spreadsheets make of 2026-05.
    case "mn": self = values[1] >= 10 ? Self.exact(2000 + values[1], values[0]) : .none
    // Behind the other way round there may be a day, which is left to whoever knows.
    case "nm": self = values[0] >= 20 ? Self.exact(2000 + values[0], values[1]) : .none
    case "nmn": self = values[2] >= 20 ? Self.exact(2000 + values[2], values[1], values[0]) : .none
    default: self = .none
    }
  }

  private static func exact(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> WrittenDate {
    CheckedDate(year: year, month: month, day: day).map { .exact($0, shows: nil) } ?? .none
  }

  /// Points stand in dates with the day first only; other signs in both.
  private static func figures(_ first: Int, _ second: Int, _ year: Int, sign: Character) -> WrittenDate {
    let dayFirst = CheckedDate(year: year, month: second, day: first)
    let monthFirst = sign == "." ? nil : CheckedDate(year: year, month: first, day: second)
    switch (dayFirst, monthFirst) {
    case (let date?, nil): return .exact(date, shows: sign == "." ? nil : .dayFirst)
    case (nil, let date?): return .exact(date, shows: .monthFirst)
    case (let date?, let other?):
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
    case "ynn", "nny": WrittenDate(text) != .none
    default: false
    }
  }
}

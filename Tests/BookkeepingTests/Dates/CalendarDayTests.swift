import Testing

@testable import Bookkeeping

@Suite struct CalendarDayTests {
  @Test(arguments: ["2026-01-04", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"])
  func readsAndWritesDays(text: String) {
    #expect(CalendarDay(text)?.description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-04-31", "2026-00-10", "2026-01-00", "0000-01-01",
    "2026-1-4", "2026", "2026-01", "26-01-04", "2026/01/04", "2026-01-04 ", "٢٠٢٦-01-04", "",
  ])
  func refusesOthers(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func areInOrder() throws {
    let days = try ["2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01"].map { try #require(CalendarDay($0)) }
    #expect(days.shuffled().sorted() == days)
  }

  @Test func everyYearHasItsDays() {
    for year in [1, 4, 100, 400, 1900, 2000, 2023, 2024, 9999] {
      let days = (1...12).reduce(0) { $0 + CalendarDay.days(in: $1, of: year) }
      let isLeap = CalendarDay(year: year, month: 2, day: 29) != nil
      #expect(days == (isLeap ? 366 : 365))
    }
  }
}

extension CalendarDayTests {
  /// Counted one by one, over leap days, centuries and the turn of years.
  @Test func daysAreCounted() throws {
    var day = try #require(CalendarDay("1899-12-30"))
    let first = day
    for count in 0..<80_000 {
      #expect(day.days(since: first) == count && first.days(since: day) == -count)
      let next =
        CalendarDay(year: day.year, month: day.month, day: day.day + 1)
        ?? CalendarDay(year: day.year, month: day.month + 1, day: 1)
        ?? CalendarDay(year: day.year + 1, month: 1, day: 1)
      day = try #require(next)
    }
  }
}

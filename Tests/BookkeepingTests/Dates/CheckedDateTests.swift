import Testing

@testable import Bookkeeping

@Suite struct CheckedDateTests {
  @Test(arguments: [("2026", "2026-01-01"), ("2026-05", "2026-05-01"), ("2026-01-04", "2026-01-04")])
  func countsFromItsFirstDay(text: String, first: String) throws {
    let date = try #require(CheckedDate(text))
    #expect(date.description == text)
    #expect(date.firstDay.description == first)
  }

  @Test func knowsHowExactItIs() throws {
    let year = try #require(CheckedDate("2026"))
    #expect(year.year == 2026 && year.month == nil && year.day == nil)
    let month = try #require(CheckedDate("2026-05"))
    #expect(month.month == 5 && month.day == nil)
    #expect(try #require(CheckedDate("2026-05-01")).day == 1)
    #expect(CheckedDate("2026-05") != CheckedDate("2026-05-01"))
  }

  @Test(arguments: ["", "26", "May-26", "2026-5", "2026-13", "0000", "2026-02-30", "04.01.2026", "2026-05-", "20265-5"])
  func refusesOthers(text: String) {
    #expect(CheckedDate(text) == nil)
  }
}

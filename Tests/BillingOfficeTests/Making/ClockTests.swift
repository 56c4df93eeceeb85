import Bookkeeping
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// A clock that cannot be right, or not likely, gives no day to papers and ledger before somebody has said that it is.
@Suite struct ClockTests {
  private static func day(_ text: String) throws -> CalendarDay { try #require(CalendarDay(text)) }

  @Test func aClockBeforeTheNewestPriceIsAskedAbout() throws {
    let office = try TestOffice([
      "prices.csv": OfficeFiles.prices("Tea,food,cup,2,USD,ONS,2015", "Bread,food,loaf,3,USD,ONS,2026-05"),
      "order.csv": OfficeFiles.order("Tea,1"),
    ])
    try office.refusesOrder(
      """
      error: this machine's clock says 3 January 2016, but the newest price was checked in May 2026 ("Bread")
        → set the clock, or name the day
      """
    ) {
      $0.issued = try Self.day("2016-01-03")
      $0.isDayOfClock = true
    }
    // Once somebody has named the day, only prices that are used must have been known by then.
    _ = try office.make(isRecorded: true) { $0.issued = try Self.day("2016-01-03") }
  }

  /// All prices that are used and from later are told as the clock's fault, once.
  @Test func aWrongClockIsOneFault() throws {
    let office = try TestOffice()
    for request in [true, false] {
      let told = try office.told(.data) {
        var asked = try office.request("orders.csv", isRecorded: request)
        (asked.issued, asked.isDayOfClock) = (try Self.day("1970-01-01"), true)
        _ = try office.office.make(asked)
      }
      #expect(
        told.hasPrefix("error: this machine's clock says 1 January 1970, but") && !told.contains("\nerror"), "\(told)")
    }
    var signs = SignRequest(issued: try Self.day("1970-01-01"))
    signs.isDayOfClock = true
    #expect(try office.told(.data) { _ = try office.office.make(signs) }.hasPrefix("error: this machine's clock says"))
  }

  @Test(
    .slow,
    arguments: [
      ("2026-11-19", nil), ("2026-11-20", nil), ("2027-12-25", nil),
      ("2026-11-18", "18 November 2026, but the last gift was recorded on 20 November 2026"),
      ("2027-12-26", "26 December 2027, more than a year after the last gift, which was recorded on 20 November 2026"),
    ])
  func aClockFarFromTheLastGiftIsAskedAbout(clock: String, words: String?) throws {
    let office = try TestOffice([
      "prices.csv": OfficeFiles.prices("Tea,food,cup,2,USD,ONS,2015"), "order.csv": OfficeFiles.order("Tea,1"),
    ])
    _ = try office.make(isRecorded: true) { _ in }
    let told = try office.told(words == nil ? nil : .data) {
      _ = try office.make(isRecorded: true) { ($0.issued, $0.isDayOfClock) = (try Self.day(clock), true) }
    }
    #expect(told == (words.map { "error: this machine's clock says \($0)\n  → set the clock, or name the day" } ?? ""))
    // Nothing is recorded of a draft.
    _ = try office.make { ($0.issued, $0.isDayOfClock) = (try Self.day(clock), true) }
  }
}

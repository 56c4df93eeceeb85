import Testing

@testable import Bookkeeping

@Suite struct SheetDateTests {
  private func cell(_ value: String, _ format: String, is1904: Bool = false) throws -> String {
    let workbook = is1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>"
    let bytes = try TestWorkbook.excel(
      "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(value)</v></c></row>", formats: [format], workbook: workbook)
    return try TestWorkbook.lines(bytes).joined()
  }

  @Test func builtInFormats() throws {
    for id in Array(14...16) + [22] + Array(27...31) + Array(34...36) + Array(50...58) {
      #expect(try cell("46143", "\(id)") == "2026-05-01", "\(id)")
    }
    #expect(try cell("46143", "17") == "2026-05")
    for id in Array(18...21) + [32, 33, 45, 47] { #expect(try cell("0.604166666666667", "\(id)") == "14:30", "\(id)") }
    #expect(try cell("1.5", "46") == "36:00")
    #expect(try cell("46143", "0") == "46143")
    #expect(try cell("46143", "4") == "46143")
  }

  @Test(arguments: [
    ("yyyy\\-mm\\-dd", "2026-05-01"), ("[$-409]d\\-mmm\\-yy;@", "2026-05-01"), ("dd/mm/yyyy\\ hh:mm", "2026-05-01"),
    ("mmm\\ yyyy", "2026-05"), ("mm/yyyy", "2026-05"), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", "2026-05-01"),
    ("yyyy", "2026."), ("d", "2026-05-01"), ("mmmm", "2026-05-01"), ("[$-411]ggge\"年\"m\"月\"d\"日\"", "2026-05-01"),
    ("0.00\"d\"", "46143"), ("#,##0.00\\ \"yd\"", "46143"), ("[Red]#,##0", "46143"), ("0.00E+00", "46143"),
    ("General", "46143"), ("[$kr-414]\\ #,##0.00", "46143 NOK"), ("#,##0_d", "46143"), ("#,##0;[$-409]d", "46143"),
    ("h:mm AM/PM", "00:00"), ("h:mm A/P", "00:00"), ("mm:ss.0", "00:00"), ("[hh]:mm", "1107432:00"),
  ])
  func customFormats(code: String, shown: String) throws {
    #expect(try cell("46143", code) == shown)
  }

  @Test func epochsAndTheDayThatNeverWas() throws {
    #expect(try cell("1", "14") == "1900-01-01")
    #expect(try cell("59", "14") == "1900-02-28")
    #expect(try cell("60", "14") == "1900-02-29")
    #expect(try cell("61", "14") == "1900-03-01")
    #expect(try cell("2958465", "14") == "9999-12-31")
    #expect(try cell("0", "14", is1904: true) == "1904-01-01")
    #expect(try cell("44681", "14", is1904: true) == "2026-05-01")
    #expect(try cell("46143.9", "14") == "2026-05-01")
    // What is no date is no number either: the decimal sign behind it says so.
    #expect(try cell("-1", "14") == "-1.")
    #expect(try cell("2958466", "14") == "2958466.")
    #expect(try cell("0.5", "14") == "12:00")
    #expect(try cell("0.77083333333333304", "20") == "18:30")
    #expect(try cell("46143.770833333336", "20") == "18:30")
  }

  @Test func datesThatAreWrittenOut() throws {
    let bytes = try TestWorkbook.excel(
      "<row r=\"1\"><c t=\"d\"><v>2026-05-01T00:00:00.000</v></c><c t=\"d\" s=\"1\"><v>2026-05-01</v></c></row>",
      formats: ["17"])
    #expect(try TestWorkbook.lines(bytes) == ["2026-05-01,2026-05"])
  }

  @Test func everyDayHasItsNumber() throws {
    let first = try #require(CalendarDay(year: 1899, month: 12, day: 30))
    for days in stride(from: 0, to: 2_958_465, by: 97) {
      let day = try #require(first.adding(days: days))
      #expect(day.days(since: first) == days)
    }
    #expect(first.adding(days: 46_143)?.description == "2026-05-01")
    #expect(first.adding(days: 2_958_466) == nil)
  }
}

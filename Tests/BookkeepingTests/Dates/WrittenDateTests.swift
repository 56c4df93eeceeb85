import Testing

@testable import Bookkeeping

@Suite struct WrittenDateTests {
  @Test(
    arguments: [
      ("2026", "2026"), ("2026-05", "2026-05"), ("2026-05-01", "2026-05-01"), ("2026/05", "2026-05"),
      ("2026/5", "2026-05"),
      ("2026/05/01", "2026-05-01"), ("05/2026", "2026-05"), ("5.2026", "2026-05"), ("May-26", "2026-05"),
      ("Mar-14", "2014-03"),
      ("Mai 26", "2026-05"),
      ("20260501", "2026-05-01"), ("5/5/2026 12:00:00 AM", "2026-05-05"), ("2026-05-01T00:00:00Z", "2026-05-01"),
      ("2026-05-01T00:00:00.000+02:00", "2026-05-01"), ("28/11/2026 12:00 am", "2026-11-28"),
      ("1.5.2026", "2026-05-01"), ("01.05.2026", "2026-05-01"), ("28/11/2026", "2026-11-28"),
      ("11/28/2026", "2026-11-28"), ("5/5/2026", "2026-05-05"), ("1 May 2026", "2026-05-01"),
      ("May 1, 2026", "2026-05-01"),
      ("1. Mai 2026", "2026-05-01"), ("1er mai 2026", "2026-05-01"), ("1 de mayo de 2026", "2026-05-01"),
      ("août 2026", "2026-08"),
      ("févr. 2026", "2026-02"), ("März 2026", "2026-03"), ("ene-26", "2026-01"), ("1-May-26", "2026-05-01"),
      ("مايو 2026", "2026-05"), ("١ مايو ٢٠٢٦", "2026-05-01"), ("كانون الثاني 2026", "2026-01"),
      ("2026年5月1日", "2026-05-01"),
      ("2026-05-01 00:00:00", "2026-05-01"), ("2026-05-01T00:00:00", "2026-05-01"), ("MAY 2026", "2026-05"),
    ])
  func readsWhatHasOneMeaning(text: String, date: String) {
    guard case .exact(let read, _) = WrittenDate(text) else {
      Issue.record("\(text)")
      return
    }
    #expect(read.description == date)
  }

  @Test(arguments: [
    "", "soon", "May", "26", "2026-13", "2026-02-30", "31.02.2026", "32/1/2026", "13/13/2026", "1 5 26", "15-May",
    "28-May", "26-May", "May 12", "Mar 14", "Mar-09", "2026-05-01T22:00:00Z",
    "20261301", "1/5/99", "45/45/26",
    "1 2 3 4",
    "2026-05-", "Mayor 2026", "20265",
  ])
  func refusesOthers(text: String) {
    #expect(WrittenDate(text) == .none)
  }

  @Test(arguments: ["0026-05", "1405/02/11", "2569-05-01", "2206-05", "1405", "May 1989", "1.5.2101", "5/1/0206"])
  func refusesYearsThatNoPriceIsOf(text: String) {
    #expect(WrittenDate(text) == .otherYear)
    let reading = PriceBook.read(
      utf8("item,price,source,checked\nBread,2.50,S,\(text)\n"), hints: ReadingHints(currency: Currency(code: "USD")))
    #expect(reading.told == [Told(2, 14, .otherYear(text))])
  }

  @Test func yearsOfTwoFiguresAreReadByTheColumnAndTheCountry() {
    #expect(read("05.06.26", hints: ReadingHints(country: "DE")).0 == ["2026-06-05"])
    #expect(read("5/6/26", hints: ReadingHints(country: "GB")).0 == ["2026-06-05"])
    #expect(read("5/6/26", hints: ReadingHints(country: "US")).0 == ["2026-05-06"])
    #expect(read("5/6/26", "28/11/26", hints: ReadingHints(country: "US")).0 == ["2026-06-05", "2026-11-28"])
    #expect(read("5/6/26", "28/11/2026").0 == ["2026-06-05", "2026-11-28"])
    #expect(read("5/6/26", hints: ReadingHints(country: "GB")).2 != nil)
    // The year may come first.
    for country in [nil, "HU", "SE", "JP"] {
      #expect(read("26-05-01", "20.11.26", hints: ReadingHints(country: country)).0 == [nil, nil])
    }
    #expect(read("5/6/26").1 == "5/6/26")
    #expect(WrittenNumber("05.06.26") == .fault(.date))
  }

  private func read(_ dates: String..., hints: ReadingHints = ReadingHints()) -> ([String?], String?, InputNote.Fact?) {
    var evidence = DateEvidence(hints)
    for date in dates { evidence.append(date) }
    return (dates.map { evidence.value(of: WrittenDate($0))?.description }, evidence.undecided, evidence.note)
  }

  @Test func theColumnTellsWhatComesFirst() throws {
    #expect(read("5/1/2026", "28/11/2026").0 == ["2026-01-05", "2026-11-28"])
    #expect(read("5/1/2026", "11/28/2026").0 == ["2026-05-01", "2026-11-28"])
    #expect(read("5/1/2026", "28/11/2026", hints: ReadingHints(country: "US")).0.first == "2026-01-05")
    let both = read("5/1/2026", "28/11/2026", "11/28/2026")
    #expect(both.0 == [nil, "2026-11-28", "2026-11-28"] && both.1 == "5/1/2026")
  }

  @Test func thenTheCountryOrWhoeverIsAsked() throws {
    #expect(read("5/1/2026").1 == "5/1/2026")
    #expect(read("5/1/2026", hints: ReadingHints(country: "CA")).1 == "5/1/2026")
    let american = read("5/1/2026", hints: ReadingHints(country: "US"))
    #expect(american.0 == ["2026-05-01"])
    let date = try #require(CheckedDate("2026-05-01"))
    #expect(american.2 == .dayOrder(.monthFirst, text: "5/1/2026", date: date))
    #expect(read("5/1/2026", hints: ReadingHints(country: "DE")).0 == ["2026-01-05"])
    let asked = read("5/1/2026", hints: ReadingHints(country: "DE", dayOrder: .monthFirst))
    #expect(asked.0 == ["2026-05-01"] && asked.2 == nil)
  }

  @Test(
    arguments: [
      ("Survey 2026", "2026"), ("Survey, May 2026", "2026-05"), ("Katalog vom 1. Mai 2026", "2026-05-01"),
      ("INSEE, série 000442423, 2026-08", "2026-08"), ("ONS 2026-08-03, table 5", "2026-08-03"),
      ("Survey 2026, looked up in May 2026", "2026-05"), ("Encuesta, mayo de 2026", "2026-05"),
      ("Survey 2025 and 2026", nil), ("Index 2020=100", nil), ("Years 2020-2026", nil), ("Number 20261", nil),
      ("Somebody", nil),
      ("Survey 5/2026", "2026-05"), ("Erhebung 1.5.2026", "2026-05-01"),
      ("Erhebung vom 28/11/2026, Seite 3", "2026-11-28"),
      ("Survey 2025, accessed 2026-05", "2026-05"), ("مسح ٢٠٢٦", "2026"), ("مسح، مايو ٢٠٢٦", "2026-05"),
      ("Room 2012, third floor", nil), ("Cafe 2000 on the corner", nil), ("$2000 store", nil),
      ("the store of $2000", nil),
      ("Survey (2026), table 5", "2026"), ("INSEE, 2026, table 5", "2026"), ("Cafe 2000, May 2026", "2026-05"),
      ("Cafe 2000, 2026", nil), ("Survey 5/1/2026", nil), ("Survey 1985", nil),
      ("Page 3.2026", nil), ("2026-13", nil),
    ] as [(String, String?)])
  func aSourceMaySayIt(text: String, date: String?) {
    #expect(SourceDate.find(in: text)?.description == date)
  }
}

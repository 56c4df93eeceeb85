import Testing

@testable import Bookkeeping

@Suite struct HoursTests {
  private func fraction(_ above: Int64, _ below: Int64) throws -> ExactFraction {
    try #require(ExactFraction(above, over: below))
  }

  @Test func fractionsAreExact() throws {
    let third = try fraction(20, 60)
    #expect((third.numerator, third.denominator) == (1, 3))
    #expect(third.decimal == nil)
    let two = try #require(third.adding(third))
    #expect(try two.adding(third) == .one && two == fraction(2, 3))
    #expect(try two.divided(by: third) == fraction(2, 1))
    #expect(try fraction(3, 8).decimal == decimal(375, 3))
    #expect(try fraction(1, 1 << 10).decimal == nil)
    #expect(try fraction(12, 1).decimal == decimal(12))
    #expect(ExactFraction(decimal(150, 2)) == ExactFraction(3, over: 2))
    #expect(ExactFraction(0, over: 1) == nil && ExactFraction(1, over: -1) == nil)
    let huge = try fraction(.max, 1)
    #expect(huge.times(huge) == nil && huge.adding(huge) == nil)
    #expect(try huge.times(fraction(1, .max)) == .one)
  }

  private let words = TimeWords(
    hour: ["hour", "hours", "h"], minute: ["minutes", "min"], half: ["half"], quarter: ["quarter"],
    others: ["Viertelstunde": 15], fillers: ["per", "an", "of"])

  @Test(
    arguments: [
      ("hour", 60), ("HOURS", 60), ("per hour", 60), ("30 minutes", 30), ("30min", 30), ("min.", 1), ("½ h", 30),
      ("1/2 hour", 30), ("half-hour", 30), ("half an hour", 30), ("quarter of an hour", 15), ("1.5 h", 90),
      ("1,5h", 90),
      ("３０ min", 30), ("viertelstunde", 15), ("2 hours", 120), ("\u{200E}hour\u{200F}", 60), ("10 min", 10),
      ("1h30", 90), ("1 h 30", 90), ("1h30min", 90), ("2 hours 5 minutes", 125), ("1h05", 65),
    ] as [(String, Int64)])
  func timesAreRead(unit: String, minutes: Int64) {
    #expect(words.hours(in: unit) == ExactFraction(minutes, over: 60))
  }

  @Test(arguments: [
    "kg", "", "30", "half", "hour per person", "happy hour", "hour min", "0 hours", "hourly", "1 2/0 h",
    "h15", "1h60", "1h90", "min 5", "1 min 5", "1h30h", "1h30 30", "hour 2",
  ])
  func everythingElseIsNoTime(unit: String) {
    #expect(words.hours(in: unit) == nil)
  }

  @Test func timesAmongOtherWordsAreNoticed() {
    #expect(words.mentions(in: "hour for two") && !words.mentions(in: "bag of 3 kg"))
  }

  @Test func priceBooksSayWhatAUnitMeasures() {
    let text = """
      \(priceHeader),unit_kind
      Watch,care,Schicht,80,EUR,S,2026,,4 hours
      Eggs,food,tray,5,EUR,S,2026,,Piece
      Tea,food,cup,5,EUR,S,2026,,
      Cake,food,slice,5,EUR,S,2026,,soon
      """
    let reading = PriceBook.read(utf8(text))
    #expect(reading.value.entries.map(\.unitKind) == [ExactFraction(4, over: 1).map { .time($0) }, .other, nil])
    #expect(reading.told == [Told(5, 31, .unknownUnitKind("soon"))])
  }
}

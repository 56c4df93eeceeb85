import Testing

@testable import Bookkeeping

/// Lists as people write, paste and export them.
@Suite struct WrittenListTests {
  private static let prices = PriceBook.read(
    Array(
      """
      item,category,unit,price,currency,source,checked
      Bread,food,loaf,3,USD,ONS,2026
      "Eggs, large",food,dozen,4,USD,ONS,2026
      Childcare,care,hour,20,USD,ONS,2026
      Bicycle repair,repair,hour,19.40,USD,ONS,2026
      7 Up,food,can,1,USD,ONS,2026
      """.utf8)
  ).value

  /// Units in English, as far as these tests say them.
  private struct Words: UnitNames {
    func isUnit(_ word: String) -> Bool {
      ["h", "hour", "hours", "dozen", "loaf", "loaves"].contains(word.lowercased())
    }
    func count(of said: String, in entry: PriceBook.Entry) -> ExactFraction? {
      (entry.unit == "hour") == said.lowercased().hasPrefix("h") ? .one : nil
    }
  }

  /// What a list says: items with quantities, in one line, and the lines of its faults.
  private func told(_ text: String) -> (items: [String], faults: [Int?]) {
    let reading = WrittenList(text).read(prices: Self.prices, units: Words())
    return (
      reading.value.rows.map { "\($0.line) \($0.name) \($0.quantity?.value.plainDescription ?? "?")" },
      reading.faults.map(\.line)
    )
  }

  @Test(arguments: [
    (
      "2x bread\nchildcare 3\n1.5 bicycle repair\neggs",
      ["1 Bread 2", "2 Childcare 3", "3 Bicycle repair 1.5", "4 Eggs, large 1"]
    ),
    ("Given today:\n\n- eggs: 12\n* bread x2\n• 3 h childcare\n", ["3 Eggs, large 12", "4 Bread 2", "5 Childcare 3"]),
    ("1. bread\n2. eggs 3\n3. childcare", ["1 Bread 1", "2 Eggs, large 3", "3 Childcare 1"]),
    ("1) bread\n2) 7 up 2", ["1 Bread 1", "2 7 Up 2"]),
    ("bread = 2\neggs - 3\nbread, 4", ["1 Bread 2", "2 Eggs, large 3", "3 Bread 4"]),
    ("[ ] bread 2\n[x] eggs\n☐ childcare 2h", ["1 Bread 2", "2 Eggs, large 1", "3 Childcare 2"]),
    ("2 bread, 3 eggs", ["1 Bread 2", "1 Eggs, large 3"]),
    ("Bread\u{2028}Eggs 2\r\nchildcare 1\r", ["1 Bread 1", "2 Eggs, large 2", "3 Childcare 1"]),
    ("2,5 childcare\n1,5 bicycle", ["1 Childcare 2.5", "2 Bicycle repair 1.5"]),
  ])
  func isReadAsItIsWritten(text: String, items: [String]) {
    let told = told(text)
    #expect(told.items == items)
    #expect(told.faults.isEmpty)
  }

  /// The moment and the sender are dropped, and so is what the chat says itself.
  @Test(arguments: [
    "[28/11/26, 18:04:11] Desk: 2x bread\n[28/11/26, 18:05:40] Ana B.: 1 childcare",
    "28/11/2026, 18:04 - Messages and calls are end-to-end encrypted.\n28/11/2026, 18:04 - +1 555 0100: 2x bread\n"
      + "28/11/2026, 18:05 - Ana: <Media omitted>\n28/11/2026, 18:05 - Ana: 1 childcare",
    "11/28/26, 6:04 PM - Ana: 2x bread\n11/28/26, 6:05 PM - Ana: 1 childcare",
    "\u{200E}[2026-11-28 18:04] Ana: 2x bread\nchildcare",
    "Ana, [28.11.26 18:04]\n2x bread\nBob, [28.11.26 18:05]\nchildcare",
    "Ana, [28 .11]\n",
  ])
  func chatsAreReadWithoutTheirSenders(text: String) {
    let list = WrittenList(text)
    if text.contains("[28 .11]") { return #expect(list.lines.map(\.text) == ["Ana, [28 .11]"]) }
    #expect(told(text).items.map { $0.drop { $0.isNumber || $0 == " " } } == ["Bread 2", "Childcare 1"])
    #expect(told(text).faults.isEmpty)
    #expect(!list.lines.contains { $0.text.contains("Ana") || $0.text.contains("555") })
  }

  /// What is not clear is told with its line; nothing is guessed.
  @Test func whatIsNotClearIsTold() {
    #expect(told("bread\nthank you!\n-2 eggs\n2 3 bread\nbread 1.250").faults == [2, 3, 4, 5])
    #expect(WrittenList("bread\nthank you!\neggs").understood(prices: Self.prices, units: Words()) == 2)
    #expect(WrittenList("").lines.isEmpty)
  }
}

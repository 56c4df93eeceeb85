import Testing

@testable import Bookkeeping

/// Words that somebody types for what was given.
@Suite struct TypedWordsTests {
  /// Units as an office would know them.
  private struct Units: UnitNames {
    private static let time = TimeWords(
      hour: ["hour", "hours", "h"], minute: ["min"], half: ["half"], quarter: ["quarter"])
    private static let keys = ["lb": "lb", "lbs": "lb", "dozen": "dozen", "box": "box", "boxes": "box", "kg": "kg"]

    func isUnit(_ word: String) -> Bool { Self.keys[word] != nil || Self.time.hours(in: word) != nil }

    func count(of said: String, in entry: PriceBook.Entry) -> ExactFraction? {
      if let asked = Self.time.hours(in: said), let priced = Self.time.hours(in: entry.unit) {
        return asked.divided(by: priced)
      }
      return Self.keys[said] != nil && Self.keys[said] == Self.keys[entry.unit] ? .one : nil
    }
  }

  private static let prices = PriceBook.read(
    utf8(
      ([priceHeader + ",alias"]
        + [
          ("Bread, white", "lb", ""), ("Bread, whole wheat", "lb", ""), ("Eggs, large", "dozen", ""),
          ("Childcare, babysitter", "hour", "Kinderhüten"), ("Bicycle repair", "hour", ""), ("Car repair", "hour", ""),
          ("Haircut, men's", "visit", ""), ("Haircut, women's", "visit", ""), ("Café crème", "each", ""),
          ("Milk, 2 pints", "each", ""), ("Milk, 4 pints", "each", ""), ("Rice", "lb", ""), ("Flour", "lb", ""),
          ("Rice flour", "lb", ""), ("Box lunch", "each", ""), ("C++ lessons", "hour", ""), ("C# lessons", "hour", ""),
          ("7up", "each", ""), ("散髪、男性", "visit", ""),
        ].map { "\"\($0)\",food,\($1),1.00,USD,Somebody,2026,,\"\($2)\"" }).joined(separator: "\n"))
  ).value

  private func read(_ words: [String]) -> Reading<[GivenItem]> {
    GivenItem.read(words, prices: Self.prices, units: Units())
  }

  private func read(_ line: String) -> Reading<[GivenItem]> { read(line.split(separator: " ").map(String.init)) }

  private func told(_ line: String) -> [InputFault.Fact] { read(line).faults.map(\.fact) }

  @Test(arguments: [
    ("whole wheat", "Bread, whole wheat"), ("bread white", "Bread, white"), ("white bread", "Bread, white"),
    ("WHITE, bread", "Bread, white"), ("large eggs", "Eggs, large"), ("cafe creme", "Café crème"),
    ("kinderhuten", "Childcare, babysitter"), ("babysitter childcare", "Childcare, babysitter"),
    ("mens haircut", "Haircut, men's"), ("haircut men’s", "Haircut, men's"), ("haircut men", "Haircut, men's"),
    ("\u{200E}bread\u{202C} white", "Bread, white"), ("bicycle", "Bicycle repair"),
    ("repair bicycle", "Bicycle repair"),
    ("milk 2 pints", "Milk, 2 pints"), ("milk ２ pints", "Milk, 2 pints"), ("c# lessons", "C# lessons"), ("7up", "7up"),
    ("rice", "Rice"), ("男性", "散髪、男性"),
  ])
  func namesNeedNoQuotes(line: String, item: String) {
    for reading in [read(line), read([line])] {
      #expect(reading.value == [GivenItem(item)])
      #expect(reading.faults.isEmpty)
    }
  }

  @Test(arguments: [
    ("2x whole wheat", "2"), ("2 x whole wheat", "2"), ("2 × whole wheat", "2"), ("2× whole wheat", "2"),
    ("whole wheat x2", "2"), ("whole wheat × 2", "2"), ("2 whole wheat", "2"), ("whole wheat 2", "2"),
    ("whole wheat 1.5", "1.5"), ("1,5 whole wheat", "1,5"), ("２ whole wheat", "2"), ("whole wheat ２", "2"),
    ("whole wheat 2 lb", "2"), ("2 lb whole wheat", "2"), ("2lb whole wheat", "2"), ("whole wheat 2lbs", "2"),
    ("2 lbs whole wheat", "2"),
  ])
  func quantitiesStandBeforeOrBehind(line: String, quantity: String) {
    for reading in [read(line), read([line])] {
      #expect(reading.value.map(\.name) == ["Bread, whole wheat"])
      #expect(reading.value.map { WrittenNumber($0.quantity) } == [WrittenNumber(quantity)])
      #expect(reading.faults.isEmpty)
    }
  }

  @Test(arguments: [
    ("1.5h childcare", "1.5"), ("childcare 1.5h", "1.5"), ("childcare 1.5 hours", "1.5"), ("90min childcare", "1.5"),
    ("childcare 90 min", "1.5"), ("3 hours childcare", "3"),
  ])
  func timesAreTurnedIntoTheUnitOfThePrice(line: String, quantity: String) {
    #expect(read(line).value == [GivenItem("Childcare, babysitter", quantity: quantity)])
    #expect(read([line]).value == [GivenItem("Childcare, babysitter", quantity: quantity)])
  }

  @Test func severalItemsAreToldApart() {
    let all = [GivenItem("Bicycle repair", quantity: "2"), GivenItem("Eggs, large"), GivenItem("Bread, whole wheat")]
    #expect(read(["Bicycle repair", "2", "Eggs, large", "whole wheat"]).value == all)
    #expect(read("bicycle repair 2 eggs large whole wheat").value == all)
    #expect(read("2 bicycle repair eggs whole wheat").value == all)
    #expect(read("2x bicycle repair, eggs, whole wheat").value == all)
    #expect(read("bicycle repair 2 h eggs 1 dozen whole wheat 1 lb").value.map(\.quantity) == ["2", "1", "1"])
    let two = [GivenItem("Eggs, large", quantity: "2"), GivenItem("Childcare, babysitter", quantity: "1.5")]
    #expect(read("2x eggs 1.5h childcare").value == two)
    #expect(read("2x eggs, 90 min childcare").value == two)
    #expect(
      read("2 lb flour 3 box lunch").value == [
        GivenItem("Flour", quantity: "2"), GivenItem("Box lunch", quantity: "3"),
      ])
  }

  /// A piece of a word is no item, and neither is a word that only links others.
  @Test func linkingWordsAreNoItems() {
    let prices = book("Sewing and mending", "Night's lodging, for two", "Music teacher", "Rice", "Flour", "Rice flour")
    func read(_ line: String) -> Reading<[GivenItem]> {
      GivenItem.read(line.split(separator: " ").map(String.init), prices: prices, units: Units())
    }
    let both = [GivenItem("Rice"), GivenItem("Sewing and mending")]
    #expect(read("rice and sewing").value == both && read("rice, and mending").value == both)
    #expect(read("2 rice and 3 flour").value == [GivenItem("Rice", quantity: "2"), GivenItem("Flour", quantity: "3")])
    #expect(read("sewing and mending 2").value == [GivenItem("Sewing and mending", quantity: "2")])
    #expect(read("rice und flour").value == [GivenItem("Rice"), GivenItem("Flour")])
    #expect(read("rice flour and sewing").faults.count == 1, "one or two things")
    for line in ["tea", "and", "for 2", "rice for 2", "of", "rice at 3", "and rice"] {
      let reading = read(line)
      // What is no number is told by name when the order is made of it.
      let faults = reading.faults + Order.typed(reading.value).faults
      #expect(!faults.isEmpty, "\(line): \(reading.value)")
    }
    #expect(prices.find("tea") == .unknown && prices.find("and") == .unknown && prices.find("FOR") == .unknown)
  }

  @Test(arguments: [
    ("½ rice", "0.5"), ("1½ rice", "1.5"), ("1/2 rice", "0.5"), ("rice 3/4", "0.75"), ("rice ¼", "0.25"),
  ])
  func sharesAreNumbers(line: String, quantity: String) {
    #expect(read(line).value == [GivenItem("Rice", quantity: quantity)])
  }

  @Test func aShareOfTooMuchIsNoNumber() {
    for line in ["9223372036854775807½ rice", "99999999999999999999½ rice", "1/0 rice", "1/3 rice"] {
      let reading = read(line)
      // What is no number is told by name when the order is made of it.
      let faults = reading.faults + Order.typed(reading.value).faults
      #expect(!faults.isEmpty, "\(line): \(reading.value)")
    }
  }

  @Test func nothingIsGuessed() {
    #expect(told("bread") == [.ambiguousItem("bread", fitting: ["Bread, white", "Bread, whole wheat"])])
    #expect(told("repair 2") == [.ambiguousItem("repair", fitting: ["Bicycle repair", "Car repair"])])
    #expect(told("rice flour") == [.severalReadings("rice flour", readings: [["Rice flour"], ["Rice", "Flour"]])])
    #expect(read(["rice flour"]).value == [GivenItem("Rice flour")])
    #expect(read("rice 1 flour 1").value.count == 2)
    #expect(told("story telling") == [.unknownItem("story telling", known: Self.prices.items)])
    #expect(told("eggs pudding 2") == [.unknownItem("pudding", known: Self.prices.items)])
    #expect(told("xylophone bicycle 0") == [.unknownItem("xylophone", known: Self.prices.items)])
    #expect(read("xylophone bicycle 0").value == [GivenItem("Bicycle repair", quantity: "0")])
    #expect(told("2 eggs 3") == [.looseNumber("3")])
    #expect(told("2x eggs 3") == [.looseNumber("3")])
    #expect(told("eggs 2 3") == [.looseNumber("3")])
    #expect(told("3 x 2 eggs") == [.looseNumber("2")])
    #expect(told("2") == [.looseNumber("2")])
    #expect(told("eggs 2 h") == [.otherUnit("h", item: "Eggs, large", unit: "dozen")])
    #expect(told("3kg flour") == [.otherUnit("kg", item: "Flour", unit: "lb")])
    #expect(told("") == [.blank(.item)])
    #expect(told("eg\u{1B}gs") == [.refusedCharacter("\u{1B}", column: 3)])
    for line in ["bread", "rice flour", "2 eggs 3", "3kg flour"] { #expect(read(line).value.isEmpty) }
  }

  @Test func whatIsWrongInThePriceBookIsToldThere() {
    let text = "\(priceHeader)\nCake,food,kg,x,USD,S,2026,\n\"Bread, white\",food,kg,1,USD,S,2026,\n"
    let reading = GivenItem.read(["cake", "2"], prices: PriceBook.read(utf8(text)).value, units: Units())
    #expect(reading.value.isEmpty && reading.faults.isEmpty)
  }

  @Test func theBookIsSearchedAsNamesAreTyped() {
    func found(_ words: String) -> [String] { Self.prices.search(words).map(\.item) }
    #expect(found("bread") == ["Bread, white", "Bread, whole wheat"])
    #expect(found("food cafe") == ["Café crème"])
    #expect(found("kinderhüten") == ["Childcare, babysitter"])
    #expect(found("男") == ["散髪、男性"])
    #expect(found("xyz").isEmpty && found("").isEmpty)
  }
}

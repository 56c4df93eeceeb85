import Testing

@testable import Bookkeeping

/// Names as people type them, in an order.
@Suite struct NameWordsTests {
  @Test(arguments: [
    ("cafe moulu", "Café moulu"), ("Moulu café", "Café moulu"), ("CAFÉ MOULU", "Café moulu"),
    ("Ｃａｆé moulu", "Café moulu"),
    ("white bread", "Bread, white"), ("tomatoes", "Tomato"), ("TOMATO", "Tomato"), ("coffees moulu", "Coffee, moulu"),
    ("Bread white", "Bread, white"), ("size 10-20 shirts", "Shirt, size 10-20"),
  ])
  func theSameIsFound(typed: String, item: String) {
    let prices = book("Café moulu", "Bread, white", "Tomato", "Coffee, moulu", "Shirt, size 10-20", "Rice")
    guard case .entry(let entry) = prices.find(typed) else {
      Issue.record("\(typed): \(prices.find(typed))")
      return
    }
    #expect(entry.item == item)
  }

  @Test(arguments: ["♂ shirt", "shirt 20-10", "glass", "brown bread", "Masse", "Gro", "grass"])
  func anotherIsNot(typed: String) {
    let prices = book("♀ shirt", "Size shirt 10-20", "Juice 50%", "Gla", "Maß", "Bread, white", "Gras")
    if case .entry(let entry) = prices.find(typed) { Issue.record("\(typed) is taken for \(entry.item)") }
  }

  /// Two letters or one: only where nothing else is meant.
  @Test func aSharpSIsTwoWhereNothingElseIsCalledSo() {
    let prices = book("Maße", "Masse", "Straße")
    for (typed, item) in [
      ("maße", "Maße"), ("MASSE", "Masse"), ("MAẞE", "Maße"), ("STRASSE", "Straße"), ("strasse", "Straße"),
    ] {
      guard case .entry(let entry) = prices.find(typed) else {
        Issue.record("\(typed): \(prices.find(typed))")
        continue
      }
      #expect(entry.item == item)
    }
  }

  @Test(arguments: [("ﾊﾟﾝ", "パン"), ("oeuf", "Œuf"), ("パン", "パン")])
  func widthsAndRareLettersAreTypedOtherwise(typed: String, item: String) {
    guard case .entry(let entry) = book("パン", "Œuf", "Rice").find(typed) else {
      Issue.record("\(typed)")
      return
    }
    #expect(entry.item == item)
  }

  @Test func severalAreTold() {
    let prices = book("Crème brûlée", "Brulée creme")
    #expect(prices.find("creme brulee") == .ambiguous(["Crème brûlée", "Brulée creme"]))
  }

  @Test func namesStayAsTheyAreWritten() {
    let reading = PriceBook.read(
      utf8("\(priceHeader)\nA \u{301}b  c,food,kg,1,USD,S,2026,\n \u{301}x,food,kg,1,USD,S,2026,\n"))
    #expect(reading.told == [])
    #expect(
      reading.value.entries.map { Array($0.item.unicodeScalars) }
        == ["A \u{301}b c", "\u{301}x"].map { Array($0.unicodeScalars) })
  }

  @Test(arguments: ["\u{200D}", "\u{FE0F}", "\u{2800}", "\u{3164}", "\u{115F} \u{1160}", "\u{AD}"])
  func whatNobodySeesIsBlank(name: String) {
    let reading = PriceBook.read(utf8("\(priceHeader)\n\(name),food,kg,1,USD,S,2026,\n"))
    #expect(reading.told == [Told(2, 1, .blank(.item))])
  }
}

import Testing

@testable import Bookkeeping

@Suite struct MoneyMarkTests {
  @Test(
    arguments: [
      ("R$ 15,90", "R$", "15,90", "BRL"), ("305円", "円", "305", "JPY"), ("$4.50", "$", "4.50", "USD"),
      ("US$4", "US$", "4", "USD"),
      ("110.7 €", "€", "110.7", "EUR"), ("CHF 14.550", "CHF", "14.550", "CHF"), ("₦1,500.00", "₦", "1,500.00", "NGN"),
      ("-950,00 €", "€", "-950,00", "EUR"), ("€ -5", "€", "-5", "EUR"), ("12,50 zł", "zł", "12,50", "PLN"),
      ("25 Kč", "Kč", "25", "CZK"), ("Fr. 5.50", "Fr.", "5.50", "CHF"), ("5 eur", "eur", "5", "EUR"),
      ("4.50$", "$", "4.50", "CAD"),
      ("١٢٫٥ د.إ", "د.إ", "١٢٫٥", "AED"), ("1 234,50 €", "€", "1 234,50", "EUR"), ("¥３００", "¥", "３００", "JPY"),
      ("4€50", "€", "4٫50", "EUR"), ("12€50", "€", "12٫50", "EUR"), ("＄４．５０", "$", "４．５０", "USD"),
      ("￡3", "£", "3", "GBP"), ("Fr. 5.-", "Fr.", "5.-", "CHF"),
    ])
  func partsTheSignFromTheNumber(text: String, mark: String, bare: String, code: String) throws {
    let found = try #require(MoneyMark(text))
    #expect(found.text == mark && found.bare == bare)
    #expect(found.currencies.contains(code))
  }

  @Test(arguments: [
    "5", "1.234,50", "2 kg", "free", "€", "$5 USD", "5 €/kg", "-5", "", "1e3", "abc 5 x", "4€5",
  ])
  func leavesAlone(text: String) {
    #expect(MoneyMark(text) == nil)
  }

  private func told(_ price: String, _ currency: String) -> (value: String?, told: [InputFault.Fact]) {
    let reading = PriceBook.read(utf8("\(priceHeader)\nA,x,u,\"\(price)\",\(currency),k,2026,\n"))
    return (reading.value.entries.first?.price.amount.plainDescription, reading.faults.map(\.fact))
  }

  @Test func theSignMustFitTheCurrency() {
    #expect(told("R$ 15,90", "BRL").value == "15.90")
    #expect(told("305円", "JPY").value == "305")
    #expect(told("3,700円", "JPY").value == "3700")
    #expect(told("$4.50", "MXN").value == "4.50")
    let wrong = InputFault.Fact.otherCurrency(.price, text: "€4.50", mark: "€", Currency(code: "USD")!)
    #expect(told("€4.50", "USD").told == [wrong])
    let negative = InputFault.Fact.number(.price, text: "-950,00 €", .marked(bare: "-950,00", .signed))
    #expect(told("-950,00 €", "EUR").told == [negative])
    #expect(told("$1,234", "USD").value == nil)
  }
}

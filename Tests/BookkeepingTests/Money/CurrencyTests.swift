import Testing

@testable import Bookkeeping

@Suite struct CurrencyTests {
  @Test(arguments: [("USD", 2), ("usd", 2), ("Jpy", 0), ("KWD", 3), ("ISK", 0), ("XCG", 2), ("ZWG", 2), ("TND", 3)])
  func knowsCodesInAnyCase(code: String, digits: Int) throws {
    let currency = try #require(Currency(code: code))
    #expect(currency.code == code.uppercased())
    #expect(currency.minorUnitDigits == digits)
  }

  @Test(arguments: ["", "US", "USS", "HRK", "BGN", "ANG", "XAU", "XXX", "US D", "€"])
  func refusesWhatIsNotInUse(code: String) {
    #expect(Currency(code: code) == nil)
  }

  @Test func listsEveryCodeOnce() {
    #expect(Currency.allCodes.count == 155)
    #expect(Currency.allCodes == Set(Currency.allCodes).sorted())
    #expect(Currency.allCodes.allSatisfy { $0.utf8.count == 3 && Currency(code: $0)?.code == $0 })
  }
}

import Testing

@testable import Bookkeeping

@Suite struct MoneyTests {
  private let dollar: Currency
  private let euro: Currency

  init() throws {
    dollar = try #require(Currency(code: "USD"))
    euro = try #require(Currency(code: "EUR"))
  }

  @Test func addsExactly() throws {
    let sum = try Money(minorUnits: 199, currency: dollar).adding(Money(minorUnits: 1, currency: dollar))
    #expect(sum == Money(minorUnits: 200, currency: dollar))
    #expect(sum.decimal.plainDescription == "2.00")
    #expect(try Money.zero(dollar).adding(sum) == sum)
  }

  @Test func refusesToOverflow() {
    let most = Money(minorUnits: .max, currency: dollar)
    #expect(throws: MoneyError.overflow) { try most.adding(Money(minorUnits: 1, currency: dollar)) }
    let least = Money(minorUnits: .min, currency: dollar)
    #expect(throws: MoneyError.overflow) { try least.adding(Money(minorUnits: -1, currency: dollar)) }
  }

  @Test func refusesToMixCurrencies() {
    #expect(throws: MoneyError.mixedCurrencies(dollar, euro)) { try Money.zero(dollar).adding(.zero(euro)) }
  }
}

import TestTools
import Testing

@testable import Bookkeeping

@Suite struct PriceTests {
  private func amount(_ price: ExactDecimal, _ quantity: ExactDecimal, _ code: String) throws -> Int64 {
    let price = Price(amount: price, currency: try #require(Currency(code: code)))
    return try price.amount(for: try #require(Quantity(quantity))).minorUnits
  }

  @Test func roundsOnceHalfUp() throws {
    #expect(try amount(decimal(725, 3), decimal(1), "USD") == 73)
    #expect(try amount(decimal(724, 3), decimal(1), "USD") == 72)
    #expect(try amount(decimal(725, 3), decimal(2), "USD") == 145)
    #expect(try amount(decimal(544, 3), decimal(25, 1), "USD") == 136)
    #expect(try amount(decimal(5, 1), decimal(1), "JPY") == 1)
    #expect(try amount(decimal(5, 9), decimal(1, 9), "USD") == 0)
    #expect(try amount(decimal(3), decimal(1), "KWD") == 3000)
  }

  @Test func overflowIsAnError() throws {
    #expect(try amount(decimal(.max, 2), decimal(1), "USD") == .max)
    #expect(throws: MoneyError.overflow) { try amount(decimal(.max, 2), decimal(11, 1), "USD") }
    #expect(throws: MoneyError.overflow) { try amount(decimal(.max), decimal(.max), "KWD") }
    #expect(throws: MoneyError.overflow) { try amount(decimal(.max), decimal(1), "USD") }
  }

  @Test(.slow) func agreesWithReckoningOnPaper() throws {
    var random = SplitMix64(seed: 20_260_501)
    for _ in 0..<20_000 {
      // Lengths are even, not values, so that small and large numbers come alike.
      let price = decimal(
        Int64.random(in: 1...Int64.max, using: &random) >> Int64.random(in: 0...62, using: &random),
        .random(in: 0...9, using: &random))
      let quantity = decimal(
        max(1, Int64.random(in: 1...Int64.max, using: &random) >> Int64.random(in: 0...62, using: &random)),
        .random(in: 0...9, using: &random))
      let code = ["USD", "JPY", "KWD"].randomElement(using: &random) ?? "USD"
      let expected = try OnPaper.amount(price, quantity, digits: #require(Currency(code: code)).minorUnitDigits)
      if let expected {
        #expect(try amount(price, quantity, code) == expected, "\(price) × \(quantity) \(code)")
      } else {
        #expect(throws: MoneyError.overflow, "\(price) × \(quantity) \(code)") { try amount(price, quantity, code) }
      }
    }
  }
}

/// Multiplication as at school, digit by digit, without any machine integer that could overflow.
private enum OnPaper {
  static func amount(_ price: ExactDecimal, _ quantity: ExactDecimal, digits: Int) -> Int64? {
    var product = multiply(String(price.mantissa), String(quantity.mantissa))
    let surplus = price.scale + quantity.scale - digits
    if surplus <= 0 { return Int64(product + String(repeating: "0", count: -surplus)) }
    product = String(repeating: "0", count: surplus + 1) + product
    let kept = String(product.dropLast(surplus))
    let firstDropped = product.suffix(surplus).first ?? "0"
    return Int64(firstDropped >= "5" ? increment(kept) : kept)
  }

  private static func multiply(_ one: String, _ other: String) -> String {
    let (a, b) = (one.reversed().compactMap(\.wholeNumberValue), other.reversed().compactMap(\.wholeNumberValue))
    var columns = [Int](repeating: 0, count: a.count + b.count)
    for (i, x) in a.enumerated() {
      for (j, y) in b.enumerated() { columns[i + j] += x * y }
    }
    for index in columns.indices.dropLast() {
      columns[index + 1] += columns[index] / 10
      columns[index] %= 10
    }
    return columns.reversed().map(String.init).joined()
  }

  private static func increment(_ number: String) -> String {
    var digits = Array(number.reversed().compactMap(\.wholeNumberValue))
    for index in digits.indices {
      digits[index] += 1
      if digits[index] < 10 { return digits.reversed().map(String.init).joined() }
      digits[index] = 0
    }
    return "1" + digits.reversed().map(String.init).joined()
  }
}

import Testing

@testable import Bookkeeping

@Suite struct QuantityTests {
  @Test func isPositive() {
    #expect(Quantity(decimal(1, 9))?.description == "0.000000001")
    #expect(Quantity(decimal(0, 2)) == nil)
    #expect(Quantity(decimal(-1)) == nil)
  }
}

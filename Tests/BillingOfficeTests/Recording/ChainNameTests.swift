import Foundation
import Ledger
import TestTools
import Testing

@testable import BillingOffice

/// Says what it is told to, whatever is asked.
private struct TwoNames: RandomNumberGenerator {
  /// Places in the alphabet of names, of which the highest five bits tell one.
  var places: [UInt64]

  mutating func next() -> UInt64 { places.isEmpty ? 0 : places.removeFirst() << 59 }
}

@Suite struct ChainNameTests {
  /// "ACC7-000001" would be an account's number.
  @Test func noNameReadsAsAnAccount() throws {
    let scratch = try Scratch()
    let keeper = ChainKeeper(state: scratch.path("state"), desk: "A", ledger: scratch.path("ledger.sqlite"))
    var plain = TwoNames(places: [1, 2, 3])
    #expect(ChainName(desk: "A", using: &plain).description == "A123")
    var bad = TwoNames(places: [12, 12, 7])
    #expect(ChainName(desk: "A", using: &bad).description == "ACC7")
    var both = TwoNames(places: [12, 12, 7, 1, 2, 3])
    #expect(try keeper.chain(using: &both).description == "A123")
  }
}

@testable import Bookkeeping
import BillingOffice
import Foundation
import OfficeFixtures
import Papers
import TestTools
import Vetting

/// What somebody calls something: as it is vetted, compared, looked for and typed.
struct NameTarget: FuzzTarget {
  private let prices: PriceBook
  private let units: any UnitNames

  init() throws {
    prices =
      PriceBook.read([UInt8](try Data(contentsOf: Repository.root.appending(path: "Templates/office/prices.csv"))))
      .value
    units = try TestOffice().office.strings("en").units
  }

  func take(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = Vetting.finding(in: text)
    _ = Vetting.paymentData(in: text)
    _ = Vetting.claims(in: text)
    _ = TextExcess(text)
    _ = NameSearch(prices.index).find(text)
    let words = text.split(separator: " ").map(String.init)
    let given = GivenItem.read(words, prices: prices, units: units)
    for item in given.value { precondition(prices.entries.contains { $0.item == item.name }, "\(item) is no item") }
    _ = UnpricedItem.read(words, prices: prices, units: units)
  }
}

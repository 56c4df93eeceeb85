import Bookkeeping
import Foundation
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// `sample.yaml`: an order nobody made, at real prices.
@Suite struct SampleOrderTests {
  private let prices: PriceBook

  init() throws {
    let data = try Data(contentsOf: URL(fileURLWithPath: Repository.path("Templates/office/prices.csv")))
    prices = PriceBook.read([UInt8](data)).value
  }

  private func faults(_ text: String) -> [String] {
    let (sample, wrong) = SampleOrder.read(text, file: "sample.yaml")
    let unpriced = sample.rows.isEmpty ? [] : sample.invoice(prices, file: "sample.yaml").faults
    return (wrong + unpriced).map { $0.description.prefix { $0 != "\n" } }.map(String.init)
  }

  @Test func readsAnOrder() throws {
    let (sample, wrong) = SampleOrder.read(
      """
      office: { name: Hilltop Commons, place: On the hill }
      order:
        - { item: childcare, quantity: 3 }
        - { item: "Bread, whole wheat", quantity: 1.5 }
      """, file: "sample.yaml")
    #expect(wrong.isEmpty)
    #expect(sample.office == "Hilltop Commons")
    #expect(sample.place == "On the hill")
    let invoice = try #require(sample.invoice(prices, file: "sample.yaml").invoice)
    #expect(invoice.lines.map(\.entry.item) == ["Childcare, babysitter, one child", "Bread, whole wheat"])
    #expect(invoice.lines.map(\.quantity.description) == ["3", "1.5"])
    #expect(sample.repeated.rows.count == 62)
  }

  @Test func theInvoicesSampleIsSound() throws {
    let text = try String(contentsOfFile: Repository.path("Templates/invoice/sample.yaml"), encoding: .utf8)
    #expect(faults(text) == [])
  }

  @Test func tellsWhatIsWrongWithItsPlace() {
    #expect(faults("order: [") == ["sample.yaml:1:9: error: this is not YAML: did not find expected node content"])
    #expect(faults("order: []") == ["sample.yaml:1:8: error: order: must be a list of what was given"])
    #expect(
      faults("- a") == [
        "sample.yaml:1:1: error: here must be keys and values, not a list",
        "sample.yaml:1:1: error: order: must be a list of what was given",
      ])
    #expect(
      faults(
        """
        offcie: a
        office: { nam: a, place: [b] }
        order:
          - { item: childcaer, quantity: 3 }
          - { item: tutoring, quantity: -3 }
          - { itme: tutoring, quantity: 3 }
          - rice
          - { item: "a \\"quoted\\", name", quantity: 1 }
        """) == [
          "sample.yaml:1:1: error: there is no such key as \"offcie\"",
          "sample.yaml:2:11: error: there is no such key as \"nam\"",
          "sample.yaml:2:26: error: place: must be a text, not a list",
          "sample.yaml:6:7: error: there is no such key as \"itme\"", "sample.yaml:6:5: error: item: is missing",
          "sample.yaml:7:5: error: here must be keys and values, not \"rice\"",
          "sample.yaml:5:33: error: the quantity \"-3\" has a plus or a minus",
          "sample.yaml:4:13: error: no item called \"childcaer\" in the price book",
          "sample.yaml:8:13: error: no item called \"a \"quoted\", name\" in the price book",
        ])
  }

  @Test func refusesWhatNoPaperMayCarry() {
    #expect(
      faults("office: { name: DE89 3704 0044 0532 0130 00 }\norder: [{ item: rice, quantity: 1 }]") == [
        "sample.yaml:1:17: error: \"DE89 3704 0044 0532 0130 00\" reads as the number of a bank account"
      ])
  }
}

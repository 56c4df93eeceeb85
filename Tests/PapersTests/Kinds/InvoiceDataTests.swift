import Bookkeeping
import Ledger
import Templating
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct InvoiceDataTests {
  private static let prices = PriceBook.read(
    Array(
      """
      item,category,unit,price,currency,source,checked,basis
      Flour,food,lb,0.544,USD,"ONS, https://ons.example/a",2026-05,price
      Tutoring,learning,hour,19.27,USD,BLS,2024,wage
      """.utf8)
  ).value

  private let strings: Strings
  private let settings: OfficeSettings

  init() throws {
    strings = try TestOffice().office.strings("en")
    settings = try #require(OfficeSettingsReader.read("", file: "").settings)
  }

  private func values(_ order: String, number: String?) throws -> [String: TemplateData] {
    let invoices = Invoice.build(ItemList.read(Array(order.utf8)).value, prices: Self.prices).value
    let values = InvoiceData.values(
      of: try #require(invoices.first),
      number: number.flatMap { EntryNumber($0) }.map { PaperNumber($0, seal: "9JX3NQ6TKM") },
      issued: try #require(TestOffice.issued), ledger: settings.ledger, wording: VoidWording.in("en"),
      formats: Formats(locale: "en-US"), strings: strings, items: ItemWording())
    return OfficeData.constants(settings, strings).merging(values) { $1 }
  }

  /// Where values have not the shape that templates were promised; empty where they have.
  private func differences(_ value: TemplateData?, _ shape: DataShape, at path: String) -> [String] {
    switch (shape, value) {
    case (.text, .text), (.flag, .flag): return []
    case (.list(_, let entry), .list(let values)):
      return values.enumerated().flatMap { differences($1, entry, at: "\(path)[\($0)]") }
    case (.indexed(_, let record), .indexed(let make)):
      return (0...3).flatMap { differences(.record(make($0)), record, at: "\(path)(\($0))") }
    case (.record(let fields), .record(let values)):
      let surplus = Set(values.keys).subtracting(fields.map(\.name)).map { "\(path).\($0) is not promised" }
      return surplus + fields.flatMap { differences(values[$0.name], $0.shape, at: "\(path).\($0.name)") }
    default: return ["\(path) is \(value.map { "\($0)" } ?? "not there")"]
    }
  }

  @Test func valuesHaveTheShapeThatTemplatesArePromised() throws {
    let shape = InvoiceData.shape(words: strings.shape)
    for (order, number) in [
      ("item,quantity\nFlour,1.5\nTutoring,2\nFlour,1", nil), ("item,quantity\nFlour,1", "RIVER-A7K2-000042"),
    ] {
      #expect(differences(.record(try values(order, number: number)), shape, at: "") == [])
    }
    #expect(shape.names.count == Set(shape.names).count)
  }

  @Test func valuesSayWhatWasGiven() throws {
    let values = try values("item,quantity\nFlour,1.5\nTutoring,2\nFlour,1", number: "RIVER-A7K2-000042")
    func texts(_ list: String, _ names: [String]) -> [[String]] {
      guard case .list(let entries)? = values[list] else { return [] }
      return entries.map { entry in
        guard case .record(let fields) = entry else { return [] }
        return names.map { if case .text(let text)? = fields[$0] { text } else { "–" } }
      }
    }
    #expect(
      texts("lines", ["item", "quantity", "unit", "unit_price", "amount", "due", "note"]) == [
        ["Flour", "1.5", "lb", "$0.544", "$0.82", "0", "1"], ["Tutoring", "2", "hours", "$19.27", "$38.54", "0", "2"],
        ["Flour", "1", "lb", "$0.544", "$0.54", "0", "1"],
      ])
    #expect(
      texts("notes", ["number", "citation", "url", "address", "checked"]) == [
        ["1", "ONS", "https://ons.example/a", "ons.example/a", "May 2026"], ["2", "BLS", "", "", "2024"],
      ])
    func text(_ name: String) -> String? { if case .text(let text)? = values[name] { text } else { nil } }
    #expect(text("number") == "RIVER-A7K2-000042")
    #expect(text("market_total") == "$39.90")
    #expect(text("total_due") == "$0.00")
    #expect(text("issued") == "November 20, 2026")
    #expect(text("line_count") == "3")
    guard case .record(let code)? = values["code"], case .text(let url)? = code["url"],
      case .indexed(let subtotals)? = values["subtotals"]
    else {
      Issue.record("no code or no subtotals")
      return
    }
    #expect(url == "HTTPS://LEDGER.EXAMPLE.ORG/R/RIVER-A7K2-000042")
    let sums = (0...4).map { if case .text(let text)? = subtotals($0)["subtotal"] { text } else { "–" } }
    #expect(sums == ["$0.00", "$0.82", "$39.36", "$39.90", "$39.90"])
  }

  @Test func aDraftLeadsToTheLedgersFrontPage() throws {
    let values = try values("item,quantity\nFlour,1", number: nil)
    guard case .text("DRAFT")? = values["number"], case .flag(true)? = values["is_draft"],
      case .flag(false)? = values["has_wages"], case .record(let code)? = values["code"],
      case .text(let url)? = code["url"]
    else {
      Issue.record("\(values)")
      return
    }
    #expect(url == "HTTPS://LEDGER.EXAMPLE.ORG")
  }
}

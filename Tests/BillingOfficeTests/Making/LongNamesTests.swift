import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// Names as long as they come, and figures of billions, print whole on every paper of every template.
@Suite(.slow) struct LongNamesTests {
  private static let names = [
    "The Neighbours of Riverside and Hillside Commons Mutual Aid Society of the North",
    "Donaudampfschifffahrtsgesellschaftskapitaenei",
  ]
  private static let item =
    "Repair of old bicycles with three gears, a lamp, a bell and a basket of willow, x"
  private static let stall = "Wheelchairs, walking aids, crutches and everything with wheel"

  private static let made: [(kind: String, template: String, paper: String)] = {
    let library = TemplateLibrary(office: "/", installation: TestOffice.installation)
    return library.names.compactMap { try? library.find($0) }.flatMap { found in
      library.papers(of: found).map { (library.kind(of: found) ?? "", found.name, $0) }
    }
  }()

  private func office(_ name: String, _ locale: String) throws -> TestOffice {
    let source = "Office of National Statistics, table 4, https://example.org/prices"
    return try TestOffice([
      "office.yaml": """
      name: \(name)
      place: Riverside Market, every first Saturday
      desk: A
      currency: CDF
      locale: \(locale)
      paper: A4
      ledger:
        url: https://ledger.example.org
      """,
      "prices.csv": """
      item,category,unit,price,currency,source,checked
      "\(Self.item)",repair,hour,1234567890.00,CDF,"\(source)",2026-10-01
      \(Self.names[1]),food,each,98765432.10,CDF,"\(source)",2026-10-01
      """,
      "order.csv": "item,quantity\n\"\(Self.item)\",2\n\(Self.names[1]),3\n",
      "signs.csv": "item,stall\n\"\(Self.item)\",\"\(Self.stall)\"\n\(Self.names[1]),\(Self.names[1])\n",
    ])
  }

  private func make(_ kind: String, _ template: String, _ paper: String, in office: TestOffice) throws -> [UInt8] {
    let day = try #require(TestOffice.issued)
    let look = PaperLook(template: template, paper: paper)
    let list = office.path("signs.csv")
    let documents =
      switch kind {
      case "sign":
        try office.office.makeInMemory(
          SignRequest(list: list, template: template, size: paper, sheet: paper, output: OutputWish(), issued: day))
      case "price-list": try office.office.makeInMemory(PriceListRequest(list: list, look: look, issued: day))
      case "board": try office.office.makeInMemory(SheetRequest<BoardKind>(look: look, issued: day))
      case "licence": try office.office.makeInMemory(SheetRequest<LicenceKind>(look: look, issued: day))
      default:
        try office.office.makeInMemory(
          try office.request("order.csv", kind == "receipt" ? ReceiptKind() : InvoiceKind(), look: look))
      }
    return documents.documents.first?.bytes ?? []
  }

  /// Every paper with one of the names, in turn.
  @Test(arguments: [0, 1]) func printWholeOnEveryPaper(turn: Int) throws {
    let name = Self.names[turn]
    let office = try office(name, ["en-US", "de-DE"][turn])
    let file = "out.pdf"
    #expect(Self.made.count > 50)
    for (index, (kind, template, paper)) in Self.made.enumerated() where index % 2 == turn {
      let bytes = try make(kind, template, paper, in: office)
      try Data(bytes).write(to: URL(fileURLWithPath: office.scratch.path(file)))
      let text = try Tool.pdftotext.text("-raw", office.scratch.path(file), "-")
      // Lines and words may be broken anywhere, and capitals set: the letters are all there, in their order.
      let letters = text.lowercased().filter { $0.isLetter || $0.isNumber }
      func says(_ words: String) -> Bool { letters.contains(words.lowercased().filter { $0.isLetter || $0.isNumber }) }
      #expect(says(name), "\(template) on \(paper) says its office's name")
      if kind == "board" || kind == "licence" { continue }
      #expect(says(Self.item) && says(Self.names[1]), "\(template) on \(paper) says what is given")
      // A picture of an invoice has the amounts alone: what two of it would have cost.
      let price = kind == "invoice" && paper == "Card" ? "2469135780,00" : "1234567890,00"
      #expect(says(price), "\(template) on \(paper) says the price")
      if kind == "sign" || kind == "price-list" { #expect(says(Self.stall), "\(template) on \(paper) says the stall") }
    }
  }
}

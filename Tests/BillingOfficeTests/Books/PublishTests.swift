import Foundation
import OfficeFixtures
import Papers
import TestTools
import Testing

@testable import BillingOffice

/// The public site of an office's ledger.
@Suite struct PublishTests {
  private let office: TestOffice

  init() throws { office = try TestOffice() }

  /// The page to which the code on a paper leads, below the site's folder.
  private func page(behindCodeOn paper: String) throws -> String {
    let picture = office.scratch.path("page")
    _ = try Tool.pdftoppm.run(["-r", "150", "-png", "-singlefile", office.path(paper), picture])
    let code = try Tool.zbarimg.text("-q", "--raw", picture + ".png").trimmingCharacters(in: .whitespacesAndNewlines)
    let base = "HTTPS://LEDGER.EXAMPLE.ORG/"
    try #require(code.hasPrefix(base), "\(code)")
    return String(code.dropFirst(base.count))
  }

  private func text(of page: String) throws -> String {
    String(decoding: try office.bytes("output/ledger/\(page)/index.html"), as: UTF8.self)
  }

  /// Print, look at the paper with a camera's eyes, follow the code into the published site.
  @Test(.slow) func theCodeOnPaperLeadsToItsPage() throws {
    let papers = try office.print("orders.csv", isRecorded: true, split: true)
    let (path, site) = try office.office.ledger.publish(to: nil, locale: nil)
    #expect(office.own([path]) == ["output/ledger"] && site.written > papers.numbers.count && site.removed == 0)
    for number in papers.numbers {
      let page = try text(of: page(behindCodeOn: "output/\(number).pdf"))
      let entry = try #require(try office.office.ledger.entries(number.number).first).entry
      let shown = LedgerText.lines(of: entry, takenBackBy: nil).joined(separator: "\n")
      let total = try #require(shown.firstMatch(of: /market total USD ([\d.]+)/)).1
      #expect(
        page.contains("\(number)") && page.contains(">\(number.seal)<") && page.contains("$\(total)<"), "\(number)")
    }
    #expect(try office.office.ledger.publish(to: nil, locale: nil).site.written == 0)
  }

  /// Whether it was given yet or not.
  @Test func theCodeOnASignLeadsToItsItem() throws {
    try office.print(isRecorded: true)
    _ = try office.office.ledger.publish(to: nil, locale: nil)
    var signs = SignRequest(issued: try #require(TestOffice.issued))
    (signs.runsOn, signs.size, signs.sheet, signs.pages) = (true, "A5", "A5", 28...28)
    _ = try office.office.make(signs)
    let page = try page(behindCodeOn: "output/signs.pdf")
    #expect(page.hasPrefix("I/"))
    #expect(try text(of: page).contains("/ hour"))
  }

  /// What a scanned sign leads to says what the sign does, in the site's language as far as the office has names in it; the rest says
  /// that it is in the price book's.
  @Test(arguments: ["en-US", "es-MX"]) func anItemsPageSaysWhatItsSignSays(locale: String) throws {
    let office = try TestOffice([
      "office.yaml": try OfficeFiles.settings([("locale: en-US", "locale: \(locale)")]),
      "prices.csv": """
      item,category,unit,price,source,checked,pack
      Rice,food,lb,1.0219,City list,2026,5 lb sack
      Beans,food,lb,2.10,City list,2026,
      """, "order.csv": "item,quantity\nRice,2\n",
      "names.csv": "item,language,name\nRice,es,Arroz\nfood,es,Comida\n",
    ])
    try office.print(isRecorded: true)
    for (folder, locale) in [("own", nil), ("spanish", "es-MX"), ("english", "en-US")] {
      _ = try office.office.ledger.publish(to: office.path(folder), locale: locale)
    }
    func page(_ name: String) throws -> String {
      String(decoding: try office.bytes("\(name)/index.html"), as: UTF8.self)
    }
    let english = try page("english/I/RICE")
    #expect(
      english.contains("<h1><bdi>Rice</bdi></h1>")
        && english.contains("<s>$5.11</s> <small><bdi>per 5\u{A0}lb sack</bdi></small>"), "\(english)")
    for folder in locale == "es-MX" ? ["own", "spanish"] : ["spanish"] {
      let rice = try page("\(folder)/I/RICE")
      #expect(
        rice.contains("<h1><bdi>Arroz</bdi></h1>") && rice.contains("<bdi>por 5\u{A0}lb sack</bdi>")
          && rice.contains("<bdi lang=\"en\">City list</bdi>"), "\(folder): \(rice)")
      #expect(try page("\(folder)/I/BEANS").contains("<h1><bdi lang=\"en\">Beans</bdi></h1>"), "\(folder)")
      #expect(try page(folder).contains("<bdi>Comida</bdi></th>"), "\(folder)")
    }
  }

  @Test func aSiteHasItsLanguageAndAFolderOfItsOwn() throws {
    try office.print(isRecorded: true)
    _ = try office.office.ledger.publish(to: office.path("arabic"), locale: "ar-EG")
    #expect(
      String(decoding: try office.bytes("arabic/index.html"), as: UTF8.self).contains("lang=\"ar-EG\" dir=\"rtl\""))
    try office.refuses(
      .cannotWrite,
      "output: error: other files are in this folder\n  → name a new folder, or one that was published before"
    ) { _ = try office.office.ledger.publish(to: office.path("output"), locale: nil) }
  }
}

import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers
import Vetting

/// Promise 1: zero due, always void. These tests try to get around it, through template, words and data.
@Suite struct VoidTests {
  /// The line with which the program's own template places its stamp.
  private static let stamp: String = {
    let text = try? String(contentsOfFile: Repository.path("Templates/invoice-calm/template.yaml"), encoding: .utf8)
    // It is the last of the template's keys.
    return text.flatMap { text in text.range(of: "\nstamp:").map { String(text[$0.lowerBound...].dropFirst()) } }
      ?? "stamp:"
  }()

  /// What printing says when the template's stamp is replaced.
  private func faults(stamp: String, and changes: [(String, String)] = []) throws -> [String] {
    let template = try TestOffice.template([(Self.stamp, stamp)] + changes)
    let office = try TestOffice(["Templates/invoice/template.yaml": template])
    let faults = office.faults()
    #expect(faults.isEmpty == !office.papers.isEmpty, "a refused paper leaves no file: \(office.papers)")
    return faults
  }

  private func messages(_ faults: [String]) -> [String] {
    faults.map { $0.split(separator: "error: ").last.map { String($0.prefix { $0 != "\n" }) } ?? $0 }
  }

  @Test func theStarterPassesOnEveryPaper() throws {
    for paper in ["A4", "A5", "Letter"] {
      #expect(try TestOffice().faults(paper: paper).isEmpty)
    }
  }

  @Test func aTemplateWithoutAStampGetsOneAllTheSame() throws {
    let template = try TestOffice.template([(Self.stamp, "")])
    let office = try TestOffice(["Templates/invoice/template.yaml": template])
    let path = try #require(try office.print().paths.first)
    let text = try Tool.pdftotext.text("-raw", path, "-")
    #expect(text.contains("VOID BY SOLIDARITY"))
    #expect(text.contains("TOTAL DUE $0.00 · NOTHING IS OWED."))
  }

  @Test func aSmallStampIsRefused() throws {
    let found = messages(try faults(stamp: "stamp: { width: 60mm }"))
    // Some papers have a scale of their own, so the share differs with the template.
    let pattern = #/the stamp would be 2\d % of the page's shorter side; it must be at least 45 %/#
    #expect(found.map { $0.wholeMatch(of: pattern) != nil } == [true], "\(found)")
  }

  @Test(.slow) func aStampOffThePageIsRefused() throws {
    for place in ["[110%, 50%]", "[50%, 99%]", "[-20%, 50%]", "[90%, 23%]", "[50%, 500%]"] {
      #expect(messages(try faults(stamp: "stamp: { at: \(place) }")) == ["the stamp would stick out of the page"])
    }
    #expect(messages(try faults(stamp: "stamp: { width: 400mm }")) == ["the stamp would stick out of the page"])
  }

  @Test func aFaintStampIsRefused() throws {
    #expect(
      messages(try faults(stamp: "stamp: { color: \"#ffffff\" }")) == [
        "the stamp's ink is too faint: its contrast with paper is 1.0 : 1 and must be 3 : 1"
      ])
    #expect(messages(try faults(stamp: "stamp: { color: \"#ffb0b0\" }")).count == 1)
  }

  @Test func aDarkPageIsRefused() throws {
    let black = [("content:\n", "content:\n  - { space: 120mm, background: \"#000000\" }\n")]
    #expect(messages(try faults(stamp: Self.stamp, and: black)) == ["the stamp could not be seen on this page"])
    let foot = [("footer:\n  stack:\n", "footer:\n  padding: 2mm 0 10mm\n  background: \"#000000\"\n  stack:\n")]
    let low = [("margin: 14mm 17mm 17mm", "margin: 14mm 17mm 0mm")]
    // The foot is kept for the sentence, so a template cannot reach it.
    #expect(try faults(stamp: Self.stamp, and: foot + low).isEmpty)
  }

  @Test func hugeBlackTypeIsRefused() throws {
    let blocks = [
      (
        "content:\n",
        "content:\n  - { text: \"████████\", font-family: Noto Sans, font-size: 170pt, line-height: 0.6 }\n"
      )
    ]
    let found = messages(try faults(stamp: "stamp: { at: [50%, 20%] }", and: blocks))
    #expect(!found.isEmpty)
  }

  @Test func aPictureOverTheStampIsRefused() throws {
    let art = "<svg xmlns='http://www.w3.org/2000/svg' width='600' height='400'><rect width='600' height='400'/></svg>"
    let template = try TestOffice.template([("content:\n", "content:\n  - { picture: art/night.svg, width: 170mm }\n")])
    let office = try TestOffice(["Templates/invoice/template.yaml": template, "Templates/invoice/art/night.svg": art])
    #expect(messages(office.faults()) == ["the stamp could not be seen on this page"])
    #expect(office.papers.isEmpty)
  }

  @Test func aCodeInTheStampsPlaceMovesTheStamp() throws {
    let code = [("content:\n", "content:\n  - { qr: \"{{ledger.url}}\", size: 60mm }\n")]
    let template = try TestOffice.template(code)
    let office = try TestOffice(["Templates/invoice/template.yaml": template])
    let path = try #require(try office.print().paths.first)
    let page = try #require(try Tool.pdftotext.text("-raw", path, "-").split(separator: "\u{C}").first)
    #expect(page.contains("VOID BY SOLIDARITY"))
    #expect(page.contains("TOTAL DUE $0.00 · NOTHING IS OWED."))
  }

  @Test func codesThatLeaveTheStampNoPlaceAreRefused() throws {
    let code = [("content:\n", "content:\n  - space: 37mm\n  - { qr: \"{{ledger.url}}\", size: 100mm }\n")]
    let steep = "stamp: { at: [50%, 45%], rotate: -40deg, width: 160mm }"
    let found = messages(try faults(stamp: steep, and: code))
    #expect(found == ["a code takes away too much of the stamp"])
  }

  @Test(.slow) func everyLengthOfAnOrderIsPrintedOnEveryPaper() throws {
    let office = try TestOffice()
    for paper in ["A5", "A4", "Letter"] {
      for locale in ["en-US", "ar-EG"] {
        var orders = "invoice,item,quantity\n"
        for count in 1...70 { orders += String(repeating: "\(count),childcare,1\n", count: count) }
        try office.scratch.write(orders, to: "office/all.csv")
        #expect(throws: Never.self) {
          try office.print("all.csv", output: office.path("\(paper) \(locale)"), paper: paper, locale: locale)
        }
      }
    }
  }

  @Test func aLinkToAWayToPayIsRefused() throws {
    let link = [("{{t.nothing_owed}}\"", "{{t.nothing_owed}}\", href: \"https://paypal.me/riverside\"")]
    let found = messages(try faults(stamp: Self.stamp, and: link))
    #expect(found == ["\"https://paypal.me/riverside\" is a way to send money"])
  }

  @Test func aCodeThatLeadsElsewhereIsRefused() throws {
    let code = [("qr: \"{{code.url}}\"", "qr: \"https://pay.example.org/{{number}}\"")]
    let found = messages(try faults(stamp: Self.stamp, and: code))
    #expect(found == ["a code may lead only to the ledger, not to \"https://pay.example.org/DRAFT\""])
  }

  @Test(.slow, arguments: ["PAID", "Paid", "PAID IN FULL", "P A I D", "PАID", "ＰＡＩＤ", "PAGADO", "BEZAHLT", "مدفوع"])
  func aTemplateThatSaysPaidIsRefused(_ claim: String) throws {
    let said = [("{{t.nothing_owed}}", claim), ("font-family: Inter", "font-family: [Inter, Noto Sans]")]
    #expect(!(try faults(stamp: Self.stamp, and: said)).isEmpty, "\(claim) was printed")
  }

  @Test func aClaimPutTogetherFromPiecesIsRefused() throws {
    let office = try TestOffice([
      "office.yaml": """
      name: PA
      place: ID
      desk: A
      currency: USD
      locale: en-US
      paper: A4
      ledger: { url: "https://ledger.example.org" }
      """,
      "Templates/invoice/template.yaml": try TestOffice.template([
        ("{{t.nothing_owed}}", "{{office.name}}{{office.place}}")
      ]),
    ])
    #expect(!office.faults().isEmpty)
    #expect(office.papers.isEmpty)
  }

  @Test func anAmountThatIsDueIsRefused() throws {
    for demand in ["Total due: $198.18", "Amount due {{market_total}}", "Please pay {{market_total}} by Friday"] {
      #expect(!(try faults(stamp: Self.stamp, and: [("{{t.nothing_owed}}", demand)])).isEmpty, "\(demand) was printed")
    }
  }

  @Test func paymentDetailsAreRefusedInEveryField() throws {
    let iban = "DE89 3704 0044 0532 0130 00"
    let settings = """
      name: Riverside \(iban)
      place: https://paypal.me/riverside
      desk: A
      currency: USD
      locale: en-US
      paper: A4
      ledger: { url: "https://ledger.example.org" }
      """
    let found = try TestOffice(["office.yaml": settings]).faults()
    #expect(found.count == 2)
    #expect(found.first?.hasPrefix("office.yaml:1:7: error: ") == true)
    #expect(found.last?.hasPrefix("office.yaml:2:8: error: ") == true)

    let header = "item,category,unit,price,currency,source,checked\n"
    let order = "item,quantity\nBread,1\n"
    for (row, column) in [
      ("Bread,food,loaf,3,USD,\"\(iban), https://x.example\",2026", 23),
      ("Bread,food,loaf,3,USD,\"A publisher, https://buy.stripe.com/abc\",2026", 23),
      ("Bread,food,4111 1111 1111 1111,3,USD,A publisher,2026", 12),
    ] {
      let office = try TestOffice(["prices.csv": header + row + "\n", "order.csv": order])
      let found = office.faults()
      #expect(found.first?.hasPrefix("prices.csv:2:\(column): error: ") == true, "\(row): \(found)")
      #expect(office.papers.isEmpty)
    }
    let template = try TestOffice.template([("{{t.nothing_owed}}", "Send it to \(iban)")])
    #expect(!(try TestOffice(["Templates/invoice/template.yaml": template]).faults()).isEmpty)
  }

  @Test func everyPageCarriesStampZeroAndSentence() throws {
    let items = (1...80).map { _ in "childcare,2" }.joined(separator: "\n")
    let office = try TestOffice(["order.csv": "item,quantity\n\(items)\n"])
    let papers = try office.print(isRecorded: true, paper: "A5")
    let (path, number) = (try #require(papers.paths.first), try #require(papers.numbers.first))
    let pages = try Tool.pdftotext.text("-raw", path, "-").split(separator: "\u{C}").map(String.init)
    #expect(pages.count > 2)
    for page in pages {
      #expect(page.contains("VOID BY SOLIDARITY"))
      #expect(page.contains("TOTAL DUE $0.00 · NOTHING IS OWED."))
      #expect(page.contains("This is not a bill. Nothing is owed. Total due: $0.00"))
      #expect(page.contains("Mock invoice by Riverside Commons"))
    }
    #expect(try Tool.pdfinfo.text(path).contains("Title:           Mock invoice \(number) · Riverside Commons"))
  }

  @Test func everyLanguageHasItsOwnWords() {
    for language in ["en", "es", "fr", "de", "ar", "he"] {
      let words = VoidWording.in(language)
      #expect(words.stamp.count > 8 && words.nothingOwed.count > 8 && words.notABill.count > 8)
      #expect(language == "en" || words != VoidWording.in("en"))
      // The words themselves must pass the vetting.
      for text in [
        words.stamp, words.nothingOwed, words.notABill, "\(words.totalDue) 0.00", words.issuedBy, words.draft,
      ] {
        #expect(Vetting.finding(in: text) == nil, "\(text)")
        #expect(Vetting.finding(in: text.uppercased()) == nil, "\(text.uppercased())")
      }
    }
    #expect(VoidWording.in("sw") == VoidWording.in("en"))
  }
}

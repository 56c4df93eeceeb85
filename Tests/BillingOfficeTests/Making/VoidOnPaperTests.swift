import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Drawing
@testable import Papers

/// What makes a paper void, on papers as an office makes them.
@Suite struct VoidOnPaperTests {
  private static func order(_ count: Int) throws -> String {
    let sample = try String(contentsOfFile: Repository.path("Templates/office/order.csv"), encoding: .utf8)
    let rows = sample.split(separator: "\n")
    return ([rows[0]] + (0..<count).map { rows[1 + $0 % (rows.count - 1)] }).joined(separator: "\n")
  }

  @Test(arguments: ["80mm", "58mm"])
  func aLongRollBearsItEvery30Centimetres(paper: String) throws {
    let office = try TestOffice(["long.csv": try Self.order(120)])
    let request = try office.request(
      "long.csv", ReceiptKind(), look: PaperLook(paper: paper), output: OutputWish(office.path("long.pdf")))
    let path = try #require(try office.office.make(request).paths.first)
    let text = try Tool.pdftotext.text("-bbox", path, "-")
    let heights = text.matches(of: /yMin="([0-9.]+)"[^>]*>owed\.</).compactMap { Double($0.output.1) }
    let page = try #require(
      text.firstMatch(of: /page width="[0-9.]+" height="([0-9.]+)"/).flatMap { Double($0.output.1) })
    #expect(heights.count >= 4)
    for (upper, lower) in zip([0] + heights.sorted(), heights.sorted() + [page]) {
      #expect(lower - upper < 302 / 25.4 * 72)
    }
  }

  @Test func aLongTextRepeatsIt() throws {
    let office = try TestOffice(["long.csv": try Self.order(130)])
    let request = try office.request(
      "long.csv", ReceiptKind(), output: OutputWish(office.path("long.txt"), format: .text))
    let path = try #require(try office.office.make(request).paths.first)
    let lines = try String(contentsOfFile: path, encoding: .utf8).components(separatedBy: "\n")
    let places = lines.indices.filter { lines[$0] == "This is not a bill. Nothing is owed." }
    #expect(places.count == 3)
    for (upper, lower) in zip([0] + places, places) { #expect(lower - upper <= 60) }
    #expect(places.allSatisfy { lines[$0 + 1] == "Total due: $0.00" })
  }

  /// A head shares out the grey of pictures over dots, and so that of a coloured stamp over them, whatever else is there.
  @Test(arguments: ["", "  - { each: lines, text: \"{{item}}\", font-size: 5pt, color: \"#d4d4d4\" }\n"])
  func aPictureUnderTheStampTearsItsLetters(text: String) throws {
    let template = """
      kind: receipt
      page: { size: 80mm, margin: 2mm }
      styles: { body: { font-family: Inter, font-size: 9pt } }
      content:
        - { text: "{{number}}" }
      footer:
        - { picture: art/white.svg, height: 44mm }
      \(text)stamp: { width: 72mm, rotate: -1deg, color: "#d92e3d", above-end: 50mm }

      """
    let white =
      "<svg xmlns='http://www.w3.org/2000/svg' width='640' height='400'><path fill='#fff' d='M0 0h640v400H0z'/></svg>"
    let office = try TestOffice([
      "Templates/torn/template.yaml": template, "Templates/torn/art/white.svg": white,
    ])
    let request = try office.request(
      "order.csv", ReceiptKind(), look: PaperLook(template: "torn", paper: "80mm"),
      output: OutputWish(format: .escpos(dots: nil)))
    #expect(try office.told(.data) { _ = try office.office.makeInMemory(request) }.contains("could not be seen"))
  }

  /// Lines that stand in one another are dots for one order and a wall for the next: the one says nothing of the other.
  @Test func aPaperDoesNotStandForTheNextOne() throws {
    let (thin, thick) = ("............................", "%##@ 88%%#@& 8#@%% #@%8#@&")
    let source = "USD,\"A statistics office, https://example.org/p\",2026-10-01"
    let rows = (1...2).flatMap { paper in (1...30).map { "\(paper),\"\(paper == 1 ? thin : thick)\",\($0)" } }
    let office = try TestOffice([
      "prices.csv": OfficeFiles.prices("\"\(thin)\",food,each,1,\(source)", "\"\(thick)\",food,each,1,\(source)"),
      "two.csv": "invoice,item,quantity\n" + rows.joined(separator: "\n") + "\n",
      "Templates/wall/template.yaml": """
      kind: invoice
      page: { size: A4, margin: 10mm }
      styles: { body: { font-family: Inter, font-size: 9pt } }
      content:
        - { text: "{{number}}" }
        - { space: 110mm }
        - { each: lines, text: "{{item}} {{item}}", font-size: 11pt, line-height: 0.15, font-weight: 500, white-space: nowrap }
      stamp: { at: [50%, 46%], width: 110mm, rotate: 0deg, color: "#000000" }

      """,
    ])
    let request = try office.request(
      "two.csv", look: PaperLook(template: "wall", paper: "A4"), output: OutputWish(office.path("two.pdf")))
    let path = try #require(try office.office.make(request).paths.first)
    // The second one's stamp stands elsewhere, since its letters could not be read where the template wants it.
    let heights = try (1...2).map { page in
      let text = try Tool.pdftotext.text("-f", "\(page)", "-l", "\(page)", "-bbox", path, "-")
      return try #require(text.firstMatch(of: /yMin="([0-9.]+)"[^>]*>VOID</).flatMap { Double($0.output.1) })
    }
    #expect(abs(heights[0] - heights[1]) > 20)
  }

  @Test func noFontOfAnOfficeTakesTheNameOfTheStamps() throws {
    let office = try TestOffice()
    try FileManager.default.createDirectory(atPath: office.path("Fonts"), withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: "/usr/share/fonts/opentype/bebas-neue/BebasNeue-Thin.otf", toPath: office.path("Fonts/own.otf"))
    let faults = office.faults()
    #expect(faults.contains { $0.contains("own.otf") && $0.contains("Bebas Neue") }, "\(faults)")
  }

  @Test(arguments: [
    "row: [{ text: Amount, width: auto }, { text: due, width: auto }, { text: \"{{market_total}}\", width: auto }]",
    "row: [{ text: Please pay, width: auto }, { text: \"{{market_total}}\", width: auto }]",
    "row: [{ text: DE89 3704 0044, width: auto }, { text: 0532 0130 00, width: auto }]",
  ])
  func whatStandsBesideOneAnotherIsOneText(_ row: String) throws {
    let template = try TestOffice.template([("content:\n", "content:\n  - \(row)\n")])
    let office = try TestOffice(["Templates/invoice/template.yaml": template])
    #expect(!office.faults().isEmpty)
  }

  @Test(arguments: [
    "stack: [{ text: TOTAL DUE }, { text: \"{{market_total}}\", font-size: 40pt }]",
    "table: { each: lines, columns: [{ width: 1fr, head: Given, cell: \"{{item}}\" }, { width: 40mm, head: Amount due, cell: \"{{amount}}\" }] }",
    "stack: [{ text: Rechnungsbetrag }, { text: \"{{market_total}}\" }]",
  ])
  func whatStandsBelowBelongsToItsHead(_ element: String) throws {
    let template = try TestOffice.template([("content:\n", "content:\n  - \(element)\n")])
    let office = try TestOffice(["Templates/invoice/template.yaml": template])
    #expect(office.faults().contains { $0.contains("asks for money") }, "\(office.faults())")
  }

  @Test func wordsForTheMarketAskForNothing() throws {
    for (old, new) in [
      ("zero: \"0\"", "zero: \"25.00 USD\""), ("market_amount: Market amount", "market_amount: Amount due"),
      ("market_total: The market would have charged", "market_total: Amount you must pay by Friday"),
    ] {
      let text = try String(contentsOfFile: Repository.path("Templates/strings/en.yaml"), encoding: .utf8)
      #expect(text.contains(old))
      #expect(try !TestOffice(["strings/en.yaml": text.replacing(old, with: new)]).faults().isEmpty, "\(new)")
    }
  }

  @Test(arguments: ["Total due", "AMOUNT DUE:", "Bitte überweisen"]) func noOfficeIsCalledSo(_ name: String) throws {
    let settings = try String(contentsOfFile: Repository.path("Templates/office/office.yaml"), encoding: .utf8)
    let office = try TestOffice([
      "office.yaml": settings.replacing("name: Riverside Commons", with: "name: \"\(name)\"")
    ])
    #expect(office.faults().contains { $0.contains("asks for money") }, "\(office.faults())")
  }

  @Test(arguments: ["$191.22", "191,22 EUR", "USD 5"]) func aLicenceNamesNoAmount(_ amount: String) throws {
    let text = try String(contentsOfFile: Repository.path("Templates/licence/licence.yaml"), encoding: .utf8)
    let title = try #require(text.firstMatch(of: /title: [^\n]+/)).output
    let office = try TestOffice(["licence.yaml": text.replacing(title, with: "title: \"Yours for \(amount)\"")])
    let day = try #require(TestOffice.issued)
    do {
      _ = try office.office.makeInMemory(
        SheetRequest<LicenceKind>(look: PaperLook(), output: OutputWish(), issued: day))
      Issue.record("it was made")
    } catch { #expect("\(error.all)".contains("bears no stamp"), "\(error.all)") }
  }

  @Test func marksAreStackedOnNoText() throws {
    let stacked = "n" + String(repeating: "\u{331}", count: 46)
    let template = try TestOffice.template([("content:\n", "content:\n  - { text: \"\(stacked)\" }\n")])
    let office = try TestOffice(["Templates/invoice/template.yaml": template])
    #expect(office.faults().contains { $0.contains("more marks on one letter") })
  }

  @Test(arguments: [
    ("each: lines\n    stack: [{ each: lines, text: x }]", "repeated for each entry of lines itself"),
    ("fit: { fit: { fit: { fit: { text: x } } } }", "stands within 3 others"),
  ])
  func whatTakesTooLongIsRefused(_ element: String, _ told: String) throws {
    let template = try TestOffice.template([("content:\n", "content:\n  - \(element)\n")])
    let office = try TestOffice(["Templates/invoice/template.yaml": template])
    #expect(office.faults().contains { $0.contains(told) }, "\(office.faults())")
  }

  @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@example.org"])
  func linksLeadToTheWeb(_ address: String) throws {
    let template = try TestOffice.template([("content:\n", "content:\n  - { text: x, href: \"\(address)\" }\n")])
    let office = try TestOffice(["Templates/invoice/template.yaml": template])
    #expect(office.faults().contains { $0.contains("may lead only to the web") })
  }

  @Test func figuresAreThoseOfTheLanguage() throws {
    #expect(LocaleName.plain("en-US-u-nu-thai") == nil)
    #expect(LocaleName.plain("zh-Hant-TW") == "zh-Hant-TW")
    guard case .extendedLocale(_, "en-US") = LocaleName.fault("en-US-u-nu-thai") else {
      Issue.record("it is another fault")
      return
    }
  }
}

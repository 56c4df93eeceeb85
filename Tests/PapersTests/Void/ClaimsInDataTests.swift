import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// Claims in what an office gives are printed under the stamp and told once; a template cannot make any of them its own.
@Suite struct ClaimsInDataTests {
  private static let header = "item,category,unit,price,currency,source,checked\n"
  private static let book =
    header + """
      Debt advice (final notice),advice on overdue bills,hour,40,USD,"Legal Aid, Unpaid work in 2025",2026
      Unpaid leave advice,advice on overdue bills,hour,30,USD,Legal Aid,2026
      Library books due on Monday,library,loan,1,USD,Legal Aid,2026
      PAID,library,loan,1,USD,Legal Aid,2026
      Bread,food,loaf,3,USD,Legal Aid,2026
      """
  private static let order = """
    invoice,item,quantity
    7,Debt advice (final notice),2
    7,Unpaid leave advice,1
    7,Library books due on Monday,1
    7,PAID,1
    OVERDUE,Bread,1
    """

  private static func office(_ changes: [String: String] = [:]) throws -> TestOffice {
    try TestOffice(
      ["prices.csv": book, "order.csv": order, "names.csv": "item,language,name\nPAID,es,Pagada\n"].merging(changes) {
        $1
      })
  }

  private func words(_ faults: [Diagnostic]) -> [String] {
    faults.map { fault in
      let place =
        "\(fault.file.map { ($0 as NSString).lastPathComponent } ?? ""):\(fault.line ?? 0):\(fault.column ?? 0)"
      return "\(place) \(fault.severity) \(fault.message)"
    }
  }

  private static let told = [
    "prices.csv:2:1 warning \"final notice\" asks for money",
    "prices.csv:4:1 warning \"due on\" asks for money",
    "prices.csv:5:1 warning \"PAID\" says that something was paid",
  ]

  @Test func anInvoiceIsPrintedAndEachPlaceToldOnce() throws {
    let office = try Self.office()
    let papers = try office.print(isRecorded: true, paper: "A5")
    #expect(
      words(papers.warnings.filter { $0.fact is ClaimInData })
        == Self.told + ["order.csv:6:0 warning \"OVERDUE\" asks for money"])
    let text = try Tool.pdftotext.text("-raw", try #require(papers.paths.first), "-")
    for said in ["Debt advice (final notice)", "Library books due on Monday", "PAID", "NOTHING IS OWED"] {
      #expect(text.contains(said), "\(said)")
    }
  }

  @Test func longOrdersTellThemOnceToo() throws {
    let rows = (1...40).flatMap { number in ["PAID", "Debt advice (final notice)"].map { "\(number),\($0),1" } }
    let office = try Self.office(["order.csv": "invoice,item,quantity\n" + rows.joined(separator: "\n")])
    let papers = try office.print(paper: "A5", workers: 2)
    #expect(words(papers.warnings) == [Self.told[0], Self.told[2]])
  }

  @Test func checkTellsThemAndFindsNoError() throws {
    let office = try Self.office()
    let report = office.office.check(
      CheckRequest(orders: [office.path("order.csv")], issued: try #require(TestOffice.issued)))
    #expect(!report.hasErrors, "\(report.faults)")
    #expect(Self.told.allSatisfy(words(report.faults).contains))
  }

  @Test(arguments: ["receipt", "receipt-large"])
  func receiptsArePrinted(template: String) throws {
    let office = try Self.office()
    for format in [PaperFormat.pdf, .text] {
      let request = try office.request(
        "order.csv", ReceiptKind(), look: PaperLook(template: template), output: OutputWish(format: format))
      #expect(words(try office.office.make(request).warnings).count == 4)
    }
    let text = try office.scratch.files.filter { $0.hasSuffix(".txt") }.map { path in
      try String(contentsOfFile: office.scratch.path(path), encoding: .utf8)
    }.joined()
    #expect(text.contains("Debt advice (final notice)"))
    #expect(text.contains("VOID BY SOLIDARITY"))
  }

  @Test func aReprintAndTheBoardShowWhatTheLedgerHas() throws {
    let office = try Self.office()
    let first = try office.print(isRecorded: true)
    let number = try #require(first.numbers.first?.number)
    let again = try office.office.reprint(
      ReprintRequest(InvoiceKind(), [number], output: OutputWish(office.path("again.pdf"))))
    #expect(
      try Tool.pdftotext.text("-raw", try #require(again.paths.first), "-").contains("Debt advice (final notice)"))
    let board = try office.office.make(SheetRequest<BoardKind>(issued: try #require(TestOffice.issued)))
    let words = try Tool.pdftotext.text("-raw", try #require(board.paths.first), "-").lowercased()
    #expect(words.replacing("\n", with: " ").contains("overdue bills"))
  }

  @Test(arguments: ["sign", "sign-cut", "sign-calm"])
  func signsArePrinted(template: String) throws {
    let office = try Self.office(["signs.csv": "item,stall\nPAID,Overdue\nDebt advice (final notice),Overdue\n"])
    for language in ["en", "es", "en+es"] {
      let papers = try office.office.make(
        SignRequest(
          list: office.path("signs.csv"), template: template, language: language, size: "A6",
          issued: try #require(TestOffice.issued)))
      #expect(
        words(papers.warnings).filter { !$0.contains("has no name in") } == [
          Self.told[0], Self.told[2], "names.csv:2:9 warning \"Pagada\" says that something was paid",
          "signs.csv:2:6 warning \"Overdue\" asks for money",
        ])
    }
  }

  @Test func priceListsArePrinted() throws {
    let office = try Self.office()
    let papers = try office.office.make(PriceListRequest(issued: try #require(TestOffice.issued)))
    #expect(words(papers.warnings).prefix(3) == Self.told[...])
  }

  @Test func aWayToPayIsStillRefused() throws {
    let office = try Self.office([
      "prices.csv": Self.book + "\nHelp with paypal.me/robin,advice,hour,1,USD,Legal Aid,2026"
    ])
    let report = office.office.check(
      CheckRequest(orders: [office.path("order.csv")], issued: try #require(TestOffice.issued)))
    #expect(
      report.faults.filter { $0.severity == .error }.map(\.message) == ["\"paypal.me/robin\" is a way to send money"])
  }

  @Test(
    .slow,
    arguments: [
      // The claim is the template's, though an item is called so.
      "{ text: \"PAID\" }", "{ text: \"Paid\", text-transform: uppercase }",
      "{ each: lines, text: \"PAID {{item}}\" }", "{ each: lines, text: \"{{item}}: PAID\" }",
      "{ each: lines, text: \"UN{{item}}\" }", "{ text: \"PAID IN FULL, {{number}}\" }",
      "{ text: \"{{office.name}}: PAID\" }", "{ each: lines, text: \"{{item}} in full\" }",
      "{ text: \"paid by {{currency}}\", text-transform: uppercase }", "{ each: lines, text: \"{{item}} {{item}}\" }",
      // The amount is the data's, but the demand is the template's.
      "{ text: \"Total due {{market_total}}\" }", "{ each: lines, text: \"Amount due: {{amount}}\" }",
      "{ each: lines, text: \"Please pay for {{item}}\" }",
      "{ text: \"Final notice: {{market_total}}\" }",
      // Beside large words, a little below them, and below them: an address, or what looks like one, does not make it less.
      "{ row: [{ text: TOTAL DUE, font-size: 60pt, white-space: nowrap, width: auto }, { text: \"{{market_total}}\", font-size: 16pt, width: auto }], align-items: bottom }",
      "{ stack: [{ text: Total due, font-size: 30pt }, pay.example.com/198.18] }",
      "{ stack: [{ text: Total due, font-size: 30pt }, $198.USD/18] }",
      "{ stack: [{ text: Total due, font-size: 30pt }, { text: \"{{market_total}}\", font-size: 30pt }] }",
    ])
  func aTemplateMakesNoClaimOfItsOwn(_ element: String) throws {
    let template = try TestOffice.template([("content:\n", "content:\n  - \(element)\n")])
    let office = try Self.office(["Templates/invoice/template.yaml": template])
    #expect(!office.faults().filter { $0.contains("error: ") }.isEmpty, "\(element) was printed")
    #expect(office.papers.isEmpty)
  }

  @Test(arguments: [
    "{ each: lines, text: \"{{quantity}} × {{item}} ({{amount}})\" }",
    "{ each: lines, text: \"{{item}}\", text-transform: uppercase }",
    "{ each: lines, text: \"{{item}}\", padding: 0 140mm 0 0 }",
    "{ each: lines, text: \"[{{note}}] {{item}}, from {{office.name}}\", padding: 0 145mm 0 0 }",
  ])
  func aTemplateMayShowWhatIsGiven(_ element: String) throws {
    let template = try TestOffice.template([("content:\n", "content:\n  - \(element)\n")])
    let office = try Self.office(["Templates/invoice/template.yaml": template])
    #expect(office.faults() == [])
  }

  @Test(.slow) func whatIsLeftForTheNextPageIsJudgedWhereItBelongs() throws {
    // Every line of the paragraph comes to stand alone at the head of some page of one of these.
    for space in stride(from: 150, through: 230, by: 4) {
      let template = try TestOffice.template([
        (
          "content:\n",
          """
          content:
            - space: \(space)mm
            - { text: "Prices: what the worker, who does it every day, is paid", font-size: 20pt, padding: 0 140mm 0 0 }

          """
        )
      ])
      let office = try Self.office(["Templates/invoice/template.yaml": template])
      let report = office.office.check(
        CheckRequest(orders: [office.path("order.csv")], issued: try #require(TestOffice.issued)))
      #expect(report.faults.filter { $0.severity == .error } == [], "\(space) mm")
    }
  }

  @Test func whatDesksGiveChecksWithoutAnError() throws {
    let text = try String(contentsOfFile: Repository.path("Tests/VettingTests/Data/items.tsv"), encoding: .utf8)
    let names = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.compactMap { $0.split(separator: "\t").last }
    #expect(names.count >= 500)
    let cells = names.map { "\"\($0.replacing("\"", with: "\"\""))\"" }
    let office = try Self.office([
      "prices.csv": Self.header + cells.map { "\($0),help,hour,10,USD,Legal Aid,2026\n" }.joined(),
      "order.csv": "item,quantity\n" + cells.map { "\($0),1\n" }.joined(),
    ])
    let report = office.office.check(
      CheckRequest(orders: [office.path("order.csv")], issued: try #require(TestOffice.issued)))
    #expect(report.faults.filter { $0.severity == .error } == [])
  }
}

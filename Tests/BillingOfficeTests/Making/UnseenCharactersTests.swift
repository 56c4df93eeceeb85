import Characters
import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Ledger
@testable import Papers

/// Characters that programs obey, in whatever an office reads: they are refused by name, and never sent on.
@Suite struct UnseenCharactersTests {
  private static let header = "item,category,unit,price,currency,source,checked\n"
  private static let refused: [Unicode.Scalar] = ["\u{1B}", "\u{7F}", "\u{9B}", "\u{90}"]

  @Test(arguments: refused) func namesInPriceBooksAndOrders(scalar: Unicode.Scalar) throws {
    let name = "Bread\(Character(scalar))[31mloaf"
    let office = try TestOffice([
      "prices.csv": Self.header + "\(name),food,kg,7.50,USD,Survey,2026-05\nTea,food,kg,1,USD,Survey,2026-05\n",
      "order.csv": "item,quantity\n\(name),2\n",
    ])
    let told = office.faults()
    #expect(
      told
        == ["prices.csv:2", "order.csv:2"].map {
          """
          \($0):6: error: \(scalar.spokenName) stands in column 6, which nobody sees and programs obey
            → take it out, or type the text anew
          """
        })
  }

  @Test(.slow) func settingsWordsAndTemplates() throws {
    let settings = try String(contentsOfFile: Repository.path("Templates/office/office.yaml"), encoding: .utf8)
    let name = try #require(settings.firstMatch(of: /(?m)^name:.*$/))
    let changed = settings.replacing(name.output, with: "name: \"Riverside Commons\\u202E\"")
    let office = try TestOffice(["office.yaml": changed])
    let line = settings[..<name.range.lowerBound].count(where: \.isNewline) + 1
    #expect(
      office.faults().first == """
        office.yaml:\(line):7: error: U+202E RIGHT-TO-LEFT OVERRIDE stands here, which turns the text behind it round
          → take it out, or type the text anew
        """)
    for (file, text) in [
      ("strings/en.yaml", "seal: \"Se\\eal\"\n"), ("strings/en.yaml", "\"se\\eal\": x\n"),
      ("office.yaml", settings + "# \u{202E}\n"), ("office.yaml", settings + "\"\\e[31mkey\": 1\n"),
      ("printers.yaml", "\"c\\e[31mx\": { kind: escpos, address: \"tcp://127.0.0.1:1\", paper: 80mm }\n"),
      ("Templates/invoice/template.yaml", try TestOffice.template([]) + "# \u{1B}\n"),
    ] {
      let office = try TestOffice([file: text])
      let report = office.office.check(CheckRequest(issued: try #require(TestOffice.issued)))
      let told = office.told(report.faults.filter { $0.severity == .error })
      #expect(
        told.contains(/\A[^\n]*: error: U\+(001B ESC|202E RIGHT-TO-LEFT OVERRIDE) stands here/), "\(file): \(told)")
      #expect(!told.contains("\u{1B}"))
    }
  }

  @Test func settingsAreRecordedWithoutMarks() throws {
    let settings = try String(contentsOfFile: Repository.path("Templates/office/office.yaml"), encoding: .utf8)
    let name = try #require(settings.firstMatch(of: /(?m)^name:.*$/))
    let office = try TestOffice([
      "office.yaml": settings.replacing(name.output, with: "name: \"\\u200FRiver\\u00ADside\"")
    ])
    #expect(try office.office.settings().name == "Riverside")
  }

  @Test(arguments: [
    "\u{202A}Bread, white\u{202C}", "Bread, white\u{200F}", "Bread,\u{200E} white", "\u{2068}Bread, white\u{2069}",
    "Bread, white\u{FE0F}", "Bread\u{200D}, white",
  ])
  func namesAreFoundWhateverDirectsThem(name: String) throws {
    let office = try TestOffice(["order.csv": "\u{200E}item,quantity\n\"\(name)\",1\n"])
    #expect(office.faults() == [])
  }

  @Test func nothingThatALedgerHoldsIsObeyed() throws {
    let office = try TestOffice()
    let number = try #require(try office.print(isRecorded: true).numbers.first?.number)
    var entry = try office.office.ledger.gift(number)
    guard case .shown(var texts, let salt) = entry.lines[0].texts else {
      Issue.record("the line is shown")
      return
    }
    texts.item = "\u{1B}]0;x\u{7}Bread\u{202E}\n2. Bread"
    entry.lines[0].texts = .shown(texts, salt: salt)
    entry.desk = "\u{9B}31mA"
    let lines = LedgerText.lines(of: entry, takenBackBy: nil) + [LedgerText.row(of: entry)]
    #expect(lines.allSatisfy { $0.firstRefused == nil && !$0.contains("\n") })
    #expect(lines.contains { $0.hasPrefix("1. <U+001B>]0;x<U+0007>Bread<U+202E> 2. Bread: ") })
    #expect(entry.exportRows.split(separator: "\r\n").map(String.init).allSatisfy { $0.firstRefused == nil })
    let invoice = try GiftRecord.invoice(of: entry, withheld: "–")
    #expect(invoice.lines[0].entry.item == "<U+001B>]0;x<U+0007>Bread<U+202E> 2. Bread")
  }

  @Test func whatIsQuotedIsNotObeyed() throws {
    let office = try TestOffice(["order.csv": "item,quantity\n\"Cake\nx\",1\n"])
    #expect(office.faults().first?.contains("no item called \"Cake x\"") == true)
    let told = Diagnostic(KeyFact.unknown("\u{1B}[31m", known: []), file: "a\u{9B}b").description
    #expect(told.firstRefused == nil)
    #expect(told.hasPrefix("a<U+009B>b: error: there is no such key as \"<U+001B>[31m\""))
  }
}

import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// Where papers say the ledger is, and those of an office whose ledger has no site.
@Suite struct LedgerSiteTests {
  private static func withoutSite() throws -> TestOffice {
    try TestOffice([
      "office.yaml": try OfficeFiles.settings([("ledger:\n  url: https://ledger.example.org ", "ledger: none ")])
    ])
  }

  private func codes(_ pdf: String, _ office: TestOffice) throws -> String {
    _ = try Tool.pdftoppm.run(["-r", "150", "-png", "-singlefile", pdf, office.path("page")])
    return try Tool.zbarimg.text("-q", "--raw", office.path("page.png"))
  }

  /// Every template that comes along leaves code, address and words about them out.
  @Test(.slow, arguments: try Repository.templates()) func withoutASiteThereIsNoCode(template: String) throws {
    let office = try Self.withoutSite()
    let templates = try OfficeTemplates(office: office.path(""), from: "/", installation: TestOffice.installation)
    let day = try #require(TestOffice.issued)
    #expect(try templates.check(template, issued: day).faults.isEmpty)
    for locale in OfferedLanguage.all.map(\.code) {
      let papers = try templates.printSample(SampleRequest(template: template, locale: locale, issued: day))
      let path = try #require(papers.paths.first)
      #expect(try codes(path, office).isEmpty)
      let text = try Tool.pdftotext.text("-raw", path, "-")
      let words = try office.office.strings(locale).words
      for key in ["scan", "whole_ledger"] {
        let said = try #require(words[key])
        #expect(!text.contains(said), "\(locale): \(said)")
      }
    }
  }

  @Test(.slow) func withoutASiteATextSaysTheSealAlone() throws {
    let office = try Self.withoutSite()
    let papers = try office.make(isRecorded: true) {
      ($0.giftKind, $0.output.format) = (ReceiptKind(), .text)
    }
    let paper = try #require(papers.numbers.first)
    let text = String(decoding: try office.bytes("output/\(paper).txt"), as: UTF8.self)
    #expect(text.contains("\n\nSeal: \(paper.seal)\n\nThis is not a bill. ") && !text.contains("public ledger"))
    let draft = try office.make { ($0.giftKind, $0.output.format) = (ReceiptKind(), .text) }
    #expect(try office.text(of: draft).contains("\n\n\n") == false)
    // The ledger is there all the same, and can be published to a folder or a stick.
    #expect(try office.office.ledger.publish(to: nil, locale: nil).path.hasSuffix("output/ledger"))
  }

  @Test func aTemplateThatNeedsASiteIsTold() throws {
    let office = try Self.withoutSite()
    try office.scratch.write(OfficeFiles.labels, to: "office/Templates/invoice/template.yaml")
    #expect(
      office.faults().map { $0.split(separator: "\n", maxSplits: 1).map(String.init) }.map { $0[1] } == [
        "  → show it only where there is one: if: has_code"
      ])
  }

  /// The code that is scanned and the link that is clicked are one string, whatever the address is made of.
  @Test(
    .slow,
    arguments: [
      ("https://ledger.example.org", "HTTPS://LEDGER.EXAMPLE.ORG"),
      ("HTTPS://Märkte.example:8443/Our/Ledger/", "https://xn--mrkte-gra.example:8443/Our/Ledger"),
      ("http://[2001:DB8::7]/it;s&more,=a@b!", "http://[2001:db8::7]/it;s&more,=a@b!"),
    ])
  func codesAndLinksAreTheSame(written: String, address: String) throws {
    let office = try TestOffice([
      "office.yaml": try OfficeFiles.settings([("url: https://ledger.example.org ", "url: \"\(written)\" ")])
    ])
    let path = try #require(try office.print().paths.first)
    #expect(try codes(path, office) == address + "\n")
    let plain = try Tool.qpdf.text("--qdf", "--object-streams=disable", path, "-")
    #expect(plain.contains("/URI (\(address))"))
  }
}

extension TestOffice {
  /// What is in the only file that was made.
  fileprivate func text(of papers: PrintedPapers) throws -> String {
    try String(contentsOfFile: try #require(papers.paths.first), encoding: .utf8)
  }
}

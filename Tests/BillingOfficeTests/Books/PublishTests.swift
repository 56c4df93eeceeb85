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

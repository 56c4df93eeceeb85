import Foundation
import TestTools
import Testing

/// Whole pages beside the pictures that were kept of them; `Pictures/README.md` says how to renew them.
@Suite(.slow) struct PictureTests {
  static let kept = PageCase.looks.filter(\.isKept) + PageCase.languages
  private let pictures = KeptPictures("invoices")

  @Test(arguments: kept) func looksAsItDid(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    try pictures.compare(paper.path, pages: paper.count, name: page.name)
  }

  @Test(arguments: PageCase.receipts) func receiptsLookAsTheyDid(_ page: PageCase) async throws {
    let paper = try await Printery.paper(of: page)
    #expect(!page.paper.hasSuffix("mm") || paper.count == 1, "a roll has no pages")
    try KeptPictures("receipts").compare(paper.path, pages: paper.count, name: page.name)
  }

  @Test func noReceiptIsLeftOver() throws { try KeptPictures("receipts").areAll(of: PageCase.receipts.map(\.name)) }

  @Test func noPictureIsLeftOver() throws { try pictures.areAll(of: Self.kept.map(\.name)) }

  /// The tolerance lies well above what printing again gives, and well below one line that is a point too low.
  @Test func theToleranceSeesALineThatIsAPointTooLow() async throws {
    let page = try #require(PageCase.all.first { $0.name == "starter-a4" })
    var lower = page
    lower.name = "starter-lower"
    // The market's total; what stands below it stays where it is.
    lower.changes = [
      ("min: 5pt", "min: 5pt\n            padding: 1pt 0 0"), ("padding: 3.4mm 0 2.5mm", "padding: 8.638pt 0 2.5mm"),
    ]
    func picture(_ page: PageCase) async throws -> GreyPicture {
      let paper = try await Printery.paper(of: page)
      return GreyPicture(try Pixels(pdf: paper.path, dpi: KeptPictures.dpi)).inSixteenShades
    }
    let same = try await picture(page)
    var again = page
    again.name = "starter-again"
    let nothing = Difference(same, try await picture(again))
    let point = Difference(same, try await picture(lower))
    #expect(nothing.mean == 0 && nothing.share == 0, "\(nothing)")
    #expect(point.mean > 1.5 * Difference.mostMean && point.share > 2 * Difference.mostShare, "\(point)")
  }
}

import Foundation
import Layout
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// Where a sheet is folded once, a code no longer scans and a total no longer looks like one.
@Suite struct FoldTests {
  /// How far from the fold both keep, in points: 3 mm.
  private static let distance = 3 * Length.millimetre

  @Test(
    .slow,
    arguments: ["invoice", "invoice-calm", "gig", "certificate", "reminder", "tickets"], ["A4", "Letter"])
  func theFoldIsFreeOfCodesAndTotals(template: String, paper: String) throws {
    let office = try HidingOffice(prices: OfficeFiles.file("Templates/office/prices.csv", []))
    let request = try office.office.request(
      look: PaperLook(template: template, paper: paper), output: OutputWish(isTagged: false))
    let pages = try office.pages(of: request, as: .pdf, .none)
    #expect(pages.frames.count == 1)
    let page = SetPage(try #require(pages.frames.first))
    let fold = pages.frames[0].size.height / 2
    #expect(page.codes.count == 1)
    for rect in page.codes + page.headlines {
      #expect(
        rect.maxY < fold - Self.distance || rect.minY > fold + Self.distance,
        "\(Int(rect.minY / Length.millimetre))–\(Int(rect.maxY / Length.millimetre)) mm")
    }
  }
}

import Foundation
import Layout
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// A last page with a line or two on it looks like a mistake, and costs a sheet.
@Suite struct OrphanTests {
  /// So many lines stand on a last page at the least, beside its head and foot.
  private static let least = 3

  private func check(_ pages: HidingOffice.Pages, _ what: String) {
    guard let last = pages.frames.last, pages.frames.count > 1 else { return }
    let before = pages.frames[pages.frames.count - 2]
    #expect(
      SetPage(last).lines(notOn: SetPage(before)) >= Self.least, "\(what): page \(pages.frames.count) is an orphan")
  }

  /// The papers of the starter's market, each on all its sizes.
  @Test(
    .slow,
    arguments: ["invoice", "invoice-calm", "gig", "certificate", "reminder", "tickets", "receipt", "receipt-large"],
    ["en-US", "de-DE", "es-MX", "fr-FR", "ar-EG", "he-IL"])
  func noPaperHasAnOrphanPage(template: String, locale: String) throws {
    let office = try HidingOffice(prices: OfficeFiles.file("Templates/office/prices.csv", []))
    let isReceipt = template.hasPrefix("receipt")
    let small = ["receipt": ["A5", "A6"], "receipt-large": []][template] ?? ["A5"]
    for paper in ["A4", "Letter"] + small {
      let kind: any GiftKind = isReceipt ? ReceiptKind() : InvoiceKind()
      let request = try office.office.request(
        "order.csv", kind, look: PaperLook(template: template, paper: paper, locale: locale),
        output: OutputWish(isTagged: false))
      check(try office.pages(of: request, as: .pdf, .none), "\(template) \(paper)")
    }
  }
}

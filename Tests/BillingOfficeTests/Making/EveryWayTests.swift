import BillingOffice
import Foundation
import OfficeFixtures
import TestTools
import Testing

/// Every kind of paper in every format, on every paper, with the main options: each comes to an end, as a paper or as a sentence. A
/// trap would end the tests themselves.
@Suite struct EveryWayTests {
  private static let formats: [PaperFormat] = [
    .pdf, .png(dpi: 36), .svg, .share, .text, .escpos(dots: nil), .escpos(dots: 384),
  ]
  private static let papers: [String?] = [
    nil, "A3", "A4", "A5", "A6", "A7", "Letter", "Legal", "Tabloid", "80mm", "58mm", "85x55mm", "no such paper", "",
  ]
  private static let sheets: [String?] = [nil, "A4", "A7", "80mm", "320x450mm", "1x1mm", "99999x99999mm", ""]
  private static let orders = ["order.csv", "orders.csv"]

  /// Does something that may be refused.
  private func attempt(_ what: String, _ body: () throws -> Void) {
    do { try body() } catch let refused as Diagnostics {
      #expect(!refused.all.isEmpty, "\(what) was refused without a sentence")
      for diagnostic in refused.all {
        #expect(!diagnostic.words.message.isEmpty, "\(what) was refused without a sentence")
      }
    } catch { Issue.record("\(what): \(error)") }
  }

  private func day() throws -> CalendarDay { try #require(TestOffice.issued) }

  /// Gifts, drafts and recorded ones, and each printed again.
  private func gifts(_ paper: String?, _ formats: [PaperFormat], _ sheets: [String?]) throws {
    for kind in [InvoiceKind(), ReceiptKind()] as [any GiftKind] {
      for format in formats {
        for (index, sheet) in sheets.enumerated() {
          let office = try TestOffice()
          var request = try office.request(
            Self.orders[index % 2], kind, isRecorded: index % 3 != 0, look: PaperLook(paper: paper),
            output: OutputWish(format: format, force: true, isSplit: index % 4 == 3))
          request.sheet = sheet
          let what = "\(kind.name) on \(paper ?? "the usual") as \(format), sheet \(sheet ?? "none")"
          if index < 2 {
            attempt(what) { _ = try office.office.make(request) }
          } else {
            attempt(what + ", in memory") { _ = try office.office.makeInMemory(request) }
          }
        }
      }
    }
  }

  private func signs(_ size: String?, _ formats: [PaperFormat], _ sheets: [String?]) throws {
    let office = try TestOffice()
    for format in formats {
      for (index, sheet) in sheets.enumerated() {
        let starts: [(Int, ClosedRange<Int>?)] = [(1, nil), (4, 1...1), (1000, 2...7)]
        for (start, pages) in [starts[index % 3]] {
          var request = SignRequest(
            list: index % 2 == 0 ? nil : office.path("signs.csv"), size: size, sheet: sheet,
            hasMarks: index % 3 != 0, bleed: [0, 3, 80][index % 3], isStacked: index % 2 == 1, runsOn: index % 4 == 1,
            start: start, pages: pages, isProof: index % 5 == 4, readableFrom: index % 3 == 2 ? 40 : nil,
            output: OutputWish(format: format, force: true, isSplit: index % 4 == 2), issued: try day())
          request.language = index % 2 == 0 ? nil : "en+ar"
          attempt("signs \(size ?? "as usual") as \(format), sheet \(sheet ?? "as usual")") {
            _ = try office.office.makeInMemory(request)
          }
        }
      }
    }
  }

  private func others(_ paper: String?, _ formats: [PaperFormat]) throws {
    let office = try TestOffice()
    let look = PaperLook(paper: paper)
    for format in formats {
      let wish = OutputWish(format: format, force: true)
      attempt("price list on \(paper ?? "the usual") as \(format)") {
        _ = try office.office.makeInMemory(PriceListRequest(look: look, output: wish, issued: try day()))
      }
      for kind in PaperKinds.all.compactMap({ $0 as? any SheetKind }) {
        attempt("\(kind.name) on \(paper ?? "the usual") as \(format)") {
          try sheet(kind, office, look, wish)
        }
      }
    }
    let templates = try OfficeTemplates(office: office.path(""), from: "/", installation: TestOffice.installation)
    for kind in PaperKinds.all {
      attempt("check of \(kind.name) on \(paper ?? "the usual")") {
        _ = try templates.check(kind.name, paper: paper, issued: try day())
      }
      attempt("picture of \(kind.name) on \(paper ?? "the usual")") {
        let request = PreviewRequest(
          template: kind.name, output: office.path("preview.png"), paper: paper, dpi: 36, showsOverflow: true,
          issued: try day())
        _ = try templates.preview(request).render()
      }
    }
  }

  private func sheet(_ kind: some SheetKind, _ office: TestOffice, _ look: PaperLook, _ wish: OutputWish) throws {
    func make<Kind: SheetKind>(_: Kind) throws {
      _ = try office.office.makeInMemory(SheetRequest<Kind>(look: look, output: wish, issued: try day()))
    }
    try make(kind)
  }

  @Test func theUsualWays() throws {
    try gifts(nil, [.png(dpi: 36), .text], [nil, "A4"])
    try gifts("58mm", [.escpos(dots: nil)], [nil])
    try signs(nil, [.pdf], ["A4", "1x1mm"])
    try others("58mm", [.svg])
  }

  @Test(.slow, arguments: papers) func gifts(on paper: String?) throws {
    try gifts(paper, Self.formats, Self.sheets)
  }

  @Test(.slow, arguments: papers + ["tent", "A8", "50x30mm", "0x0mm", "1e9mm"]) func signs(of size: String?) throws {
    try signs(size, Self.formats, Self.sheets)
  }

  @Test(.slow, arguments: papers) func otherPapers(on paper: String?) throws { try others(paper, Self.formats) }
}

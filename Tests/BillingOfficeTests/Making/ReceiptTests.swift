import Foundation
import OfficeFixtures
import Papers
import TestTools
import Testing

@testable import BillingOffice

/// Receipts: on a roll, on a sheet that is cut, and in large print.
@Suite struct ReceiptTests {
  private let office: TestOffice

  init() throws { office = try TestOffice() }

  /// Makes receipts of an order.
  @discardableResult
  private func receipt(
    _ order: String = "order.csv", isRecorded: Bool = false, _ change: (inout GiftRequest) -> Void
  ) throws -> PrintedPapers {
    try office.make(order, isRecorded: isRecorded) {
      $0.giftKind = ReceiptKind()
      change(&$0)
    }
  }

  private func give(_ words: String..., change: (inout GiftRequest) -> Void = { _ in }) throws -> PrintedPapers {
    try receipt(isRecorded: true) {
      $0.given = .words(words)
      $0.look.paper = "58mm"
      change(&$0)
    }
  }

  private func shown(_ papers: PrintedPapers) throws -> String {
    try office.office.ledger.entries(try #require(papers.numbers.first).number)
      .flatMap { LedgerText.lines(of: $0.entry, takenBackBy: nil) }.joined(separator: "\n")
  }

  @Test func aReceiptIsRecordedAsAnInvoiceIs() throws {
    let papers = try receipt(isRecorded: true) { $0.look.paper = "80mm" }
    let number = try #require(papers.numbers.first).description
    #expect(office.own(papers.paths) == ["output/\(number).pdf"])
    #expect(try shown(papers).contains("market total USD 198.18"))
    let text = try office.text("output/\(number).pdf")
    #expect(text.contains(number) && text.contains("$198.18") && text.contains("$0.00"))
    // As wide as the roll, and as long as what is on it.
    let info = try Tool.pdfinfo.text(office.path("output/\(number).pdf"))
    let size = try #require(info.firstMatch(of: /Page size: +([\d.]+) x ([\d.]+) pts/))
    let (width, height) = (Double(size.1) ?? 0, Double(size.2) ?? 0)
    #expect(abs(width - 226.772) < 0.01)
    #expect(height > 500)
    #expect(info.contains("Pages:           1\n"))
    _ = try Tool.pdftoppm.run([
      "-r", "203", "-mono", "-singlefile", office.path("output/\(number).pdf"), office.path("roll"),
    ])
    #expect(try Tool.zbarimg.text("-q", "--raw", office.path("roll.pbm")) == "HTTPS://LEDGER.EXAMPLE.ORG/R/\(number)\n")
  }

  /// The stamp and the sentence below it keep away from what a head does not reach, whatever the language; the last 37 mm of a
  /// receipt are theirs alone.
  @Test(.slow, arguments: ["80mm", "58mm"], ["en-US", "de-DE", "ar-EG"])
  func nothingOfTheVoidIsCutOff(paper: String, locale: String) throws {
    for template in ["receipt", "receipt-large"] {
      try receipt {
        $0.look = PaperLook(template: template, paper: paper, locale: locale)
        $0.output = OutputWish(office.path("roll.escpos"), format: .escpos(dots: nil), force: true)
      }
      let receipt = try #require(try PrintedReceipt.decode([UInt8](office.bytes("roll.escpos"))).first)
      let rows = receipt.rows.suffix(296)
      let used = rows.map { (first: $0.firstIndex(of: true), last: $0.lastIndex(of: true)) }
      let (first, last) = (used.compactMap(\.first).min() ?? 0, used.compactMap(\.last).max() ?? 0)
      #expect(first >= 3 && last <= receipt.width - 4, "\(template): dots \(first) to \(last) of \(receipt.width)")
      #expect(last - first > receipt.width / 2)
    }
  }

  @Test func whatIsTypedIsGiven() throws {
    let shown = try shown(try give("Bicycle repair", "2", "Eggs, large", "whole wheat", "1.5"))
    #expect(shown.contains("1. Bicycle repair: 2 hour × 19.40 = USD 38.80\n"))
    #expect(shown.contains("2. Eggs, large: 1 dozen × 2.191 = USD 2.19\n"))
    #expect(shown.contains("3. Bread, whole wheat: 1.5 lb × 2.814 = USD 4.22\n"))
    // What it is called for short.
    #expect(try self.shown(try give("Eggs, large", "bread")).contains("2. Bread, white: 1 lb × 1.830 = USD 1.83\n"))
    try office.refuses(
      .data,
      """
      error: "haircut" may be "Haircut, women's" or "Haircut, men's"
        → write the whole name, or a part of it that fits one item only
      error: no item called "Xylophone" in the price book
        → add it there, with its price, source and date
      error: the quantity "0" is nothing
        → write how many units are given, or leave the row out
      """
    ) { _ = try give("haircut", "Xylophone", "bicycle", "0") }
    #expect(try office.office.ledger.newest(9).count == 2)
  }

  /// Four to a sheet, with marks to cut along; each has its code and its stamp.
  @Test(
    .slow,
    arguments: [("A4", 4, "A6"), ("Letter", 4, nil), ("A4", 2, "A5"), ("320x450mm", 9, "A6")]
      as [(String, Int, String?)])
  func severalGoOnASheet(sheet: String, each: Int, paper: String?) throws {
    let rows = (1...9).map { "\($0),Tutoring,1\n" }.joined()
    try office.scratch.write("invoice,item,quantity\n" + rows, to: "office/nine.csv")
    let papers = try receipt("nine.csv", isRecorded: true) {
      ($0.sheet, $0.look.paper, $0.output.path) = (sheet, paper, office.path("tonight.pdf"))
    }
    #expect(office.own(papers.paths) == ["tonight.pdf"])
    let pages = (9 + each - 1) / each
    #expect(try Tool.pdfinfo.text(office.path("tonight.pdf")).contains("Pages:           \(pages)\n"))
    _ = try Tool.pdftoppm.run(["-r", "150", "-png", office.path("tonight.pdf"), office.path("sheet")])
    let pictures = office.listing.filter { $0.contains("sheet-") }.map { office.scratch.path($0) }
    let codes = try Tool.zbarimg.run(["-q", "--raw"] + pictures).output.split(separator: "\n")
    #expect(Set(codes).count == 9)
    #expect(try office.text("tonight.pdf").matches(of: /This is not a bill/).count == 9)
  }

  @Test(
    arguments: [
      ("A4", "80mm", false, "a receipt cannot be cut from a sheet at the size \"80mm\""),
      ("A6", "A5", false, "A5 does not fit on the sheet"), ("folio", nil, false, "there is no sheet \"folio\""),
      ("A4", nil, true, "a file for each receipt is asked for, and several on one sheet, too"),
    ] as [(String, String?, Bool, String)])
  func whatCannotBeCutFromASheetIsRefused(sheet: String, paper: String?, isSplit: Bool, words: String) throws {
    let told = try office.told(.usage) {
      try receipt(isRecorded: true) {
        ($0.sheet, $0.look.paper, $0.output.isSplit) = (sheet, paper, isSplit)
      }
    }
    #expect(told.contains(words), "\(told)")
    #expect(!office.listing.contains { $0.hasSuffix("ledger.sqlite") })
  }

  /// Large print: on a sheet no letter of the receipt's own is smaller than 20 points.
  @Test(arguments: ["A4", "Letter"]) func largePrintIsLarge(paper: String) throws {
    for output in [OutputWish(format: .svg), OutputWish(office.path("large.pdf"))] {
      try receipt {
        $0.look = PaperLook(template: "receipt-large", paper: paper)
        $0.output = output
      }
    }
    let boxes = try Tool.pdftotext.text("-bbox-layout", office.path("large.pdf"), "-")
    let line = try #require(boxes.firstMatch(of: /yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(Riverside)</))
    #expect((Double(line.2) ?? 0) - (Double(line.1) ?? 0) > 26)
    for word in boxes.matches(of: /yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(babysitter,|hours|market|Where)</) {
      #expect((Double(word.output.2) ?? 0) - (Double(word.output.1) ?? 0) > 20)
    }
  }

  @Test func aDraftIsNoGift() throws {
    let papers = try give("tutoring") {
      ($0.recordedAt, $0.output) = (nil, OutputWish(office.path("try.png"), format: .png(dpi: 72)))
      $0.look.paper = nil
    }
    #expect(office.own(papers.paths) == ["try.png"])
    #expect(!FileManager.default.fileExists(atPath: office.path("ledger.sqlite")))
  }
}

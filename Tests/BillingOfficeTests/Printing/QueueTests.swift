import Foundation
import OfficeFixtures
import Layout
import Papers
import TestTools
import Testing

@testable import BillingOffice

/// Receipts through CUPS itself: the service that `scripts/test` starts on loopback, with a printer that makes PDFs.
@Suite(.serialized, .slow) struct QueueTests {
  private let office: TestOffice
  private let day: CalendarDay

  /// Without the service these tests cannot be run.
  init() throws {
    let server = try #require(
      ProcessInfo.processInfo.environment["TEST_CUPS_SERVER"], "CUPS is not started; run the tests with scripts/test")
    // What an office starts finds it by what this process was started with.
    try #require(ProcessInfo.processInfo.environment["CUPS_SERVER"] == server)
    office = try TestOffice()
    day = try #require(TestOffice.issued)
  }

  /// What the PDF printer made of a job.
  private func printed(_ title: String) throws -> String {
    let folder = "/var/spool/cups-pdf/ANONYMOUS"
    for _ in 0..<100 {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      if let name = names.first(where: { $0.hasPrefix(title) && $0.hasSuffix(".pdf") }) {
        let path = "\(folder)/\(name)"
        if try Tool.qpdf.run(["--check", path]).status == 0 { return path }
      }
      Thread.sleep(forTimeInterval: 0.1)
    }
    throw Missing(title: title)
  }

  struct Missing: Error { var title: String }

  /// Where the dark bars across the receipts of the first page begin and end, in pixels of a quarter of a point.
  private func bars(_ path: String) throws -> (left: Int, right: Int, top: Int, bottom: Int) {
    let pixels = try Pixels(pdf: path, dpi: 288)
    var box = (left: Int.max, right: 0, top: Int.max, bottom: 0)
    for y in 0..<pixels.height {
      let dark = (0..<pixels.width).filter { pixels[$0, y].allSatisfy { $0 < 60 } }
      // No other row is as dark as a bar.
      guard dark.count > pixels.width * 7 / 10, let first = dark.first, let last = dark.last else { continue }
      box = (min(box.left, first), max(box.right, last), min(box.top, y), max(box.bottom, y))
    }
    return box
  }

  /// The paper that comes out is the paper that was laid out: as large, not scaled, not moved; and its codes are read.
  @Test(arguments: ["A4", "Letter"])
  func whatIsPrintedIsWhatWasLaidOut(sheet: String) throws {
    try office.scratch.write(
      "invoice,item,quantity\n" + (1...4).map { "\($0),Tutoring,1\n" }.joined(), to: "office/four.csv")
    _ = try office.office.add(Printer(.queue("laser-2"), paper: sheet), as: "office")
    let request = try office.request("four.csv", ReceiptKind(), isRecorded: true)
    let papers = try office.office.printGifts(request, on: try office.office.printer(named: "office"))
    #expect(papers.numbers.count == 4 && papers.warnings.allSatisfy { $0.fact is OfficeFact }, "\(papers.warnings)")
    let printed = try printed("\(try #require(papers.numbers.first))")

    // The same as a file, by way of drafts: the figures differ, the frame around them does not.
    var drafts = try office.request("four.csv", ReceiptKind())
    (drafts.sheet, drafts.output.path) = (sheet, office.path("same.pdf"))
    _ = try office.office.make(drafts)
    let info = try Tool.pdfinfo.text(printed)
    #expect(info.contains(sheet == "A4" ? "595 x 842 pts (A4)" : "612 x 792 pts (letter)"), "\(info)")
    let (ours, theirs) = (try bars(office.path("same.pdf")), try bars(printed))
    // A point and a half at the most: CUPS rounds A4 to whole ones, and Ghostscript fills every pixel that is touched. What fits a page to
    // what a printer can print makes it some three in a hundred smaller, sixty pixels.
    #expect(abs(ours.left - theirs.left) <= 3 && abs(ours.top - theirs.top) <= 3, "\(ours) \(theirs)")
    #expect(abs((ours.right - ours.left) - (theirs.right - theirs.left)) <= 6, "\(ours) \(theirs)")
    #expect(abs((ours.bottom - ours.top) - (theirs.bottom - theirs.top)) <= 6, "\(ours) \(theirs)")
    #expect(ours.right - ours.left > 1800 && ours.bottom - ours.top > 1400)

    _ = try Tool.pdftoppm.run(["-r", "200", "-png", printed, office.path("sheet")])
    let pages = try FileManager.default.contentsOfDirectory(atPath: office.path("")).filter { $0.hasPrefix("sheet-") }
    let codes = try pages.map { try Tool.zbarimg.text("-q", "--raw", office.path($0)) }.joined()
    for number in papers.numbers { #expect(codes.contains("/R/\(number)\n")) }
  }

  @Test func aRollIsAsLongAsTheReceipt() throws {
    var request = GiftRequest(
      ReceiptKind(), .items([GivenItem("tutoring")]), look: PaperLook(paper: "80mm"), recordedAt: TestOffice.moment,
      issued: day)
    let papers = try office.office.printGifts(request, on: try office.office.printer(queue: "laser-2"))
    let printed = try printed("\(try #require(papers.numbers.first))")
    request.output.path = office.path("same.pdf")
    _ = try office.office.make(request)
    let (ours, theirs) = (try size(of: office.path("same.pdf")), try size(of: printed))
    // CUPS knows whole points only.
    #expect(abs(theirs.width - 226.8) < 1 && abs(theirs.height - ours.height) < 1.5, "\(ours) \(theirs)")
    _ = try Tool.pdftoppm.run(["-r", "203", "-mono", "-singlefile", printed, office.path("roll")])
    #expect(try Tool.zbarimg.text("-q", "--raw", office.path("roll.pbm")).contains("/R/RIVER-"))
  }

  /// The size of the first page, in points.
  private func size(of pdf: String) throws -> Size {
    let size = try #require(try Tool.pdfinfo.text(pdf).firstMatch(of: /Page size: +([\d.]+) x ([\d.]+) pts/))
    return Size(try #require(Double(size.1)), try #require(Double(size.2)))
  }

  @Test func theTestSheetIsPrintedThere() throws {
    try office.office.printTest(on: try office.office.printer(orUsual: "laser-2"), day: day)
    _ = try Tool.pdftoppm.run([
      "-r", "300", "-png", "-singlefile", try printed("printer-test"), office.path("test"),
    ])
    // A module of 0.4 mm is the least that a phone held in the hand reads.
    #expect(try Tool.zbarimg.text("-q", "--raw", office.path("test.png")).contains(/TEST-\d+-DOTS-4\d\n/))
  }
}

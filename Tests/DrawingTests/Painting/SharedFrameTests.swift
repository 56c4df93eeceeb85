import Drawing
import Foundation
import Layout
import TestTools
import Testing

@Suite struct SharedFrameTests {
  private func furniture(_ bench: Workbench) throws -> Frame {
    var frame = Frame(size: Size(300, 100))
    for (row, text) in ["Commons office", "Riverside market", "Scan to see this gift", "गिफ्ट"].enumerated() {
      try bench.add(text, .body, at: Point(5, 20 + 20 * Double(row)), to: &frame)
    }
    return frame
  }

  @Test(.slow) func oneStoredCopyServesAllPages() throws {
    let bench = try Workbench()
    let frame = try furniture(bench)
    var page = Frame.a4
    page.add(.shared(SharedFrame(frame)), at: Point(50, 50))
    let shared = try bench.pdf(Array(repeating: page, count: 50), name: "shared.pdf")
    #expect(try occurrences(of: "/Subtype /Form", in: shared) == 1)
    var plain = Frame.a4
    plain.add(frame, at: Point(50, 50))
    let drawn = try bench.pdf(Array(repeating: plain, count: 50), name: "plain.pdf")
    #expect(try occurrences(of: "/Subtype /Form", in: drawn) == 0)
    #expect(try Pixels(pdf: shared, page: 50).distance(to: Pixels(pdf: drawn, page: 50)) < 0.05)
    #expect(try Tool.pdftotext.text(shared, "-") == Tool.pdftotext.text(drawn, "-"))
  }

  @Test func inkThatHangsOverTheEdgeIsNotCut() throws {
    let bench = try Workbench()
    var small = Frame(size: Size(10, 10))
    for x in [0.0, 40, 80] { try bench.add("Äg", .title, at: Point(x, 20), to: &small) }
    var page = Frame.square
    page.add(.shared(SharedFrame(small)), at: Point(40, 80))
    var plain = Frame.square
    plain.add(small, at: Point(40, 80))
    let a = try Pixels(pdf: try bench.pdf([page], name: "a.pdf"))
    let b = try Pixels(pdf: try bench.pdf([plain], name: "b.pdf"))
    #expect(a.inked > 100 && a.distance(to: b) < 0.5)
  }

  @Test func sharedFramesNest() throws {
    let bench = try Workbench()
    var outer = Frame(size: Size(300, 250))
    let inner = SharedFrame(try furniture(bench))
    for y in [0.0, 120] { outer.add(.shared(inner), at: Point(0, y)) }
    var page = Frame.a4
    page.add(.shared(SharedFrame(outer)), at: Point(20, 20))
    let path = try bench.pdf([page, page, page])
    #expect(try Tool.qpdf.run(["--check", path]).status == 0)
    #expect(try Tool.pdftotext.text(path, "-").matches(of: /Riverside market/).count == 6)
  }

  @Test func moreSharedFramesThanAreKeptAreStillDrawn() throws {
    let bench = try Workbench()
    let pages = try (0..<300).map { _ in
      var page = Frame.a4
      page.add(.shared(SharedFrame(try furniture(bench))), at: .zero)
      return page
    }
    let path = try bench.pdf(pages)
    #expect(try Tool.pdftotext.text(path, "-").matches(of: /Commons office/).count == 300)
  }
}

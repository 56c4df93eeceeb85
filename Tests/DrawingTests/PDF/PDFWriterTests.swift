import Drawing
import Foundation
import Layout
import TestTools
import Testing

@Suite struct PDFWriterTests {
  private func pages(_ bench: Workbench, count: Int) throws -> [Frame] {
    try (1...count).map { number in
      var page = Frame.a4
      try bench.add("Page \(number)", .body, at: Point(50, 50), to: &page)
      return page
    }
  }

  private func catalog(_ path: String) throws -> String {
    let trailer = try Tool.qpdf.text("--show-object=trailer", path)
    let root = try #require(trailer.firstMatch(of: /\/Root (\d+) 0 R/))
    return try Tool.qpdf.text("--show-object=\(root.1)", path)
  }

  @Test(arguments: [1, 2, 300]) func theFileIsSound(count: Int) throws {
    let bench = try Workbench()
    let path = try bench.pdf(try pages(bench, count: count), outlines: ["R-1", nil, "R-3"])
    #expect(try Tool.qpdf.run(["--check", path]).status == 0)
    let info = try Tool.pdfinfo.text(path)
    let pages = try #require(info.firstMatch(of: /Pages: +(\d+)\n/))
    #expect(Int(pages.1) == count)
    #expect(info.contains(/Tagged: +no\n/))
  }

  @Test func itSaysWhatItIs() throws {
    let bench = try Workbench()
    let path = try bench.pdf(try pages(bench, count: 1))
    let info = try Tool.pdfinfo.text("-isodates", path)
    for line in [
      /Title: +Mock invoice — проба\n/, /Author: +Mock invoice by an office\n/, /Subject: +A gift\n/,
      /CreationDate: +2026-11-20T09:30:00/, /ModDate: +2026-11-20T09:30:00/, /Page size: +595.276 x 841.89 pts/,
    ] { #expect(info.contains(line), "\(info)") }
    let catalog = try catalog(path)
    #expect(catalog.contains("/Lang (en-GB)"))
    #expect(catalog.contains("/PrintScaling /None") && catalog.contains("/DisplayDocTitle true"))
    #expect(!catalog.contains("/StructTreeRoot"))
  }

  @Test func sameInSameOut() throws {
    let contents = try (0..<2).map { _ in
      let bench = try Workbench()
      var page = try GroupTests.stampedPage(bench)
      page.add(.link(address: "https://example.org", size: Size(9, 9)), at: .zero)
      let path = try bench.pdf([page] + (try pages(bench, count: 3)), outlines: ["one", "two"])
      return try Data(contentsOf: URL(fileURLWithPath: path))
    }
    #expect(contents[0] == contents[1] && contents[0].count > 1000)
  }

  @Test func workersDoNotDisturbOneAnother() async throws {
    let all = try await withThrowingTaskGroup(of: Data.self) { group in
      for _ in 0..<4 {
        group.addTask {
          let bench = try Workbench()
          var page = try GroupTests.stampedPage(bench)
          try bench.add("Ωμέγα 漢字 عربي", .body, at: Point(10, 20), to: &page)
          let path = try bench.pdf(Array(repeating: page, count: 40))
          return try Data(contentsOf: URL(fileURLWithPath: path))
        }
      }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(all.count == 1)
  }

  @Test func outlinesLeadToTheirPages() throws {
    let bench = try Workbench()
    let path = try bench.pdf(try pages(bench, count: 3), outlines: ["R-2026-1", nil, "Ü (3)"])
    let text = try Tool.qpdf.text("--json", "--json-key=outlines", path)
    #expect(text.matches(of: /"title"/).count == 2)
    #expect(text.contains("\"title\": \"R-2026-1\"") && text.contains("\"title\": \"Ü (3)\""))
    #expect(text.contains("\"destpageposfrom1\": 1") && text.contains("\"destpageposfrom1\": 3"))
  }

  @Test func pagesMayDifferInSize() throws {
    let bench = try Workbench()
    let sizes = [Size(595.276, 841.89), Size(226.77, 400), Size(612, 792)]
    let path = try bench.pdf(sizes.map { Frame(size: $0) })
    let info = try Tool.pdfinfo.text("-f", "1", "-l", "3", path)
    for size in ["595.276 x 841.89", "226.77 x 400", "612 x 792"] { #expect(info.contains(size), "\(info)") }
  }

  @Test func aClosedDocumentTakesNothingMore() throws {
    let bench = try Workbench()
    let path = bench.path("closed.pdf")
    for abandons in [false, true] {
      let writer = try PDFWriter(to: FileSink(path: path), metadata: Workbench.metadata, measurer: bench.measurer)
      try writer.add(page: .a4, outline: nil)
      if abandons { writer.abandon() } else { try writer.finish() }
      #expect(throws: DrawingError.alreadyClosed(path: path)) { try writer.add(page: .a4, outline: nil) }
      #expect(throws: DrawingError.alreadyClosed(path: path)) { try writer.finish() }
      writer.abandon()
    }
    try FileManager.default.removeItem(atPath: path)
  }
}

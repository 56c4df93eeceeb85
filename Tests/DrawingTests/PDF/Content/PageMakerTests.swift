import Drawing
import Foundation
import Layout
import TestTools
import Testing

@Suite struct PageMakerTests {
  /// A page of its own measurer, as a worker would make it.
  private static func page(_ number: Int, _ bench: Workbench, _ shared: SharedFrame, tagged: Bool) throws -> Frame {
    var page = try GroupTests.stampedPage(bench)
    try bench.add("Page \(number) हिन्दी 漢字", .body, at: Point(10, 20), to: &page)
    page.add(.code(CodeItem(text: "https://example.org/\(number % 3)", side: 50, quietZone: 6)), at: Point(140, 140))
    page.add(.link(address: "https://example.org/\(number)", size: Size(9, 9)), at: .zero)
    page.add(.shared(shared), at: Point(20, 150))
    if tagged { page.role = .paragraph }
    return page
  }

  private static func shared(_ bench: Workbench) throws -> SharedFrame {
    var frame = Frame(size: Size(100, 30))
    try bench.add("Shared by all", .body, at: Point(0, 12), to: &frame)
    try bench.add("of them", .body, at: Point(0, 28), to: &frame)
    return SharedFrame(frame)
  }

  private static func document(_ options: PDFOptions, workers: Int, pages: Int = 24) async throws -> [UInt8] {
    let made = try await withThrowingTaskGroup(of: [(Int, PDFPage)].self) { group in
      for worker in 0..<workers {
        group.addTask {
          let bench = try Workbench()
          let maker = PDFPageMaker(options, measurer: bench.measurer)
          let shared = try shared(bench)
          return try stride(from: worker, to: pages, by: workers).map { number in
            (number, try maker.page(try page(number, bench, shared, tagged: options.isTagged)))
          }
        }
      }
      return try await group.reduce(into: [Int: PDFPage]()) { all, some in
        for (number, page) in some { all[number] = page }
      }
    }
    let sink = MemorySink(name: "pages")
    let writer = PDFWriter(to: sink, metadata: Workbench.metadata, measurer: try Workbench().measurer, options)
    for number in 0..<pages {
      guard let page = made[number] else { throw CancellationError() }
      try writer.add(page: page, outline: "\(number)", boxes: nil)
    }
    try writer.finish()
    return sink.bytes
  }

  @Test(arguments: [PDFOptions(), PDFOptions(isTagged: true), PDFOptions(version: .pdf14, compression: .quick)])
  func theBytesAreTheSameHoweverManyMakeThePages(_ options: PDFOptions) async throws {
    let one = try await Self.document(options, workers: 1)
    #expect(try await Self.document(options, workers: 2) == one)
    #expect(try await Self.document(options, workers: 5) == one)
    let bench = try Workbench()
    let path = bench.path("pages.pdf")
    try Data(one).write(to: URL(fileURLWithPath: path))
    #expect(try Tool.qpdf.run(["--check", path]).status == 0)
    #expect(try Tool.pdftotext.text("-raw", path, "-").matches(of: /Page \d+ हिन्दी 漢字/).count == 24)
    // The stamp, and what is shared unless it is to be read aloud on each page.
    #expect(try occurrences(of: "/Subtype /Form", in: path) == (options.isTagged ? 1 : 2))
    #expect(try occurrences(of: "/ImageMask true", in: path) == 3)
  }

  @Test func pagesLookTheSameInBothVersions() throws {
    let bench = try Workbench()
    let page = try Self.page(1, bench, try Self.shared(bench), tagged: false)
    let drawn = try [PDFVersion.pdf17, .pdf14].map { version in
      let path = bench.path("\(version).pdf")
      let writer = PDFWriter(
        to: try FileSink(path: path), metadata: Workbench.metadata, measurer: bench.measurer,
        PDFOptions(version: version))
      try writer.add(page: page, outline: nil)
      try writer.finish()
      #expect(try Tool.pdfinfo.text(path).contains("PDF version:     \(version == .pdf17 ? "1.7" : "1.4")"))
      return try Pixels(pdf: path)
    }
    #expect(drawn[0].bytes == drawn[1].bytes && drawn[0].inked > 1000)
  }
}

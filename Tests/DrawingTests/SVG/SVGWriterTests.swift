import Drawing
import Foundation
import FoundationXML
import Layout
import TestTools
import Testing

@Suite struct SVGWriterTests {
  private func svg(_ page: Frame, _ bench: Workbench) throws -> String {
    let writer = try SVGWriter(
      to: FileSink(path: bench.path("page.svg")), metadata: Workbench.metadata, measurer: bench.measurer)
    try writer.add(page: page, outline: nil)
    try writer.finish()
    return bench.path("page.svg")
  }

  /// What another program makes of it.
  private func pixels(_ svg: String, _ bench: Workbench) throws -> Pixels {
    #expect(try Tool.rsvgConvert.run(["-f", "pdf", "-o", bench.path("seen.pdf"), svg]).status == 0)
    return try Pixels(pdf: bench.path("seen.pdf"))
  }

  @Test func itLooksAsThePDFDoes() throws {
    let bench = try Workbench()
    var page = try GroupTests.stampedPage(bench, holes: [Rect(x: 130, y: 30, width: 30, height: 40)])
    let mark = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><circle cx='20' cy='20' r='20'/></svg>"
    let picture = try bench.write(mark, to: "mark.svg")
    page.items.insert(Placed(origin: Point(150, 150), item: .picture(path: picture, size: Size(40, 40))), at: 0)
    // What pages share is drawn in its place, whatever stands around it.
    var shared = Frame(size: Size(100, 30))
    try bench.add("Shared", .body, at: Point(0, 12), to: &shared)
    try bench.add("twice", .title, at: Point(30, 28), to: &shared)
    page.items.insert(Placed(origin: Point(20, 140), item: .shared(SharedFrame(shared))), at: 0)
    let drawn = try pixels(try svg(page, bench), bench)
    let expected = try Pixels(pdf: try bench.pdf([page]))
    #expect(drawn.width == expected.width && drawn.height == expected.height)
    #expect(drawn.distance(to: expected) < 1.5)
    #expect(isNear(drawn[32, 83], [0, 0, 0]))
    #expect(drawn[140, 48] == [255, 255, 255])
  }

  @Test func everythingIsAShape() throws {
    let bench = try Workbench()
    var page = try GroupTests.stampedPage(bench)
    page.items.insert(
      Placed(origin: Point(0, 100), item: .code(CodeItem(text: "HTTPS://A.ORG", side: 90, quietZone: 8))), at: 0)
    let path = try svg(page, bench)
    #expect(try occurrences(of: "<image", in: path) == 0)
    #expect(try occurrences(of: "mix-blend-mode:multiply", in: path) == 1)
    _ = try Tool.rsvgConvert.run(["-z", "4", "-o", bench.path("seen.png"), path])
    #expect(try Tool.zbarimg.text("-q", "--raw", bench.path("seen.png")) == "HTTPS://A.ORG\n")
  }

  @Test func itSaysWhatItIsAndWhereItLeads() throws {
    let bench = try Workbench()
    var page = Frame.square
    page.add(.link(address: "https://a.org/?a=1&b=<2>", size: Size(20, 10)), at: Point(5, 6))
    let writer = try SVGWriter(
      to: FileSink(path: bench.path("page.svg")),
      metadata: DocumentMetadata(title: "Mock & <co>", language: "es", created: ""),
      measurer: bench.measurer)
    try writer.add(page: page, outline: nil)
    try writer.finish()
    let document = try XMLDocument(contentsOf: URL(fileURLWithPath: bench.path("page.svg")))
    let root = try #require(document.rootElement())
    #expect(root.elements(forName: "title").first?.stringValue == "Mock & <co>")
    #expect(root.text("xml:lang") == "es")
    #expect(root.text("width") == "200.0pt")
    let link = try #require(root.elements(forName: "a").first)
    #expect(link.text("href") == "https://a.org/?a=1&b=%3C2%3E")
    #expect(link.elements(forName: "rect").first?.text("y") == "6.0")
  }

  @Test func aPictureHoldsOnePage() throws {
    let bench = try Workbench()
    let writer = try SVGWriter(
      to: FileSink(path: bench.path("page.svg")), metadata: Workbench.metadata, measurer: bench.measurer)
    #expect(throws: DrawingError.alreadyClosed(path: bench.path("page.svg"))) { try writer.finish() }
    try writer.add(page: .square, outline: nil)
    #expect(throws: DrawingError.alreadyClosed(path: bench.path("page.svg"))) {
      try writer.add(page: .square, outline: nil)
    }
  }
}

extension XMLElement {
  /// An attribute's value; `attribute(forName:)` finds none in a document that has a namespace.
  fileprivate func text(_ name: String) -> String? { attributes?.first { $0.name == name }?.stringValue }
}

import Foundation
import Layout
import TestTools
import Testing

@testable import Drawing

@Suite struct LinksTests {
  private func page(_ address: String) -> Frame {
    var inner = Frame(size: Size(200, 50))
    inner.add(.link(address: address, size: Size(100, 20)), at: Point(10, 5))
    for x in [1.0, 2, 3, 4] { inner.add(.box(BoxItem(size: Size(1, 1), fill: .black)), at: Point(x, 0)) }
    var page = Frame.square
    page.add(.shared(SharedFrame(inner)), at: Point(20, 30))
    return page
  }

  @Test func linksOfSharedFramesAreOnEveryPage() throws {
    let bench = try Workbench()
    let path = try bench.pdf(Array(repeating: page("https://example.org/R-1"), count: 3))
    // 20 + 10 from the left, 30 + 5 from the top; PDF counts from the bottom of the page.
    #expect(try occurrences(of: "/Rect [ 30 145 130 165 ]", in: path) == 3)
    #expect(try occurrences(of: "/URI (https://example.org/R-1)", in: path) == 3)
    #expect(try occurrences(of: "/BS << /W 0 >>", in: path) == 3)
    #expect(try Tool.pdfinfo.text("-url", path).matches(of: /https:\/\/example.org\/R-1/).count == 3)
  }

  @Test func linksLeaveASoundUntaggedFile() throws {
    let bench = try Workbench()
    let path = try bench.pdf(Array(repeating: page("https://example.org/R-1"), count: 30))
    #expect(try Tool.qpdf.run(["--check", path]).status == 0)
    #expect(try Tool.pdfinfo.text(path).contains(/Tagged: +no\n/))
    #expect(try occurrences(of: "/StructTreeRoot", in: path) == 0)
  }

  @Test func turnedLinksCoverTheirTurnedArea() {
    var content = Frame(size: Size(40, 10))
    content.add(.link(address: "https://example.org", size: Size(40, 10)), at: .zero)
    var page = Frame.square
    let quarter = Transform(cosine: 0, sine: 1, offset: Point(100, 50))
    page.add(.group(GroupItem(content: SharedFrame(content), transform: quarter)), at: Point(1, 2))
    #expect(LinkArea.all(in: page).map(\.area) == [Rect(x: 91, y: 52, width: 10, height: 40)])
  }

  @Test(arguments: [
    ("https://e.org/a?b=c&d=%20#e", "https://e.org/a?b=c&d=%20#e"), ("https://e.org/it's", "https://e.org/it%27s"),
    ("https://e.org/(a)\\ü \"", "https://e.org/%28a%29%5C%C3%BC%20%22"),
    ("https://e.org/a\nb\u{7f}", "https://e.org/a%0Ab%7F"),
  ])
  func addressesAreEncoded(address: String, expected: String) throws {
    #expect(LinkArea.encoded(address) == expected)
    let bench = try Workbench()
    let path = try bench.pdf([page(address)])
    #expect(try Tool.qpdf.run(["--check", path]).status == 0)
    #expect(try occurrences(of: "/URI (\(expected))", in: path) == 1)
  }

  @Test(arguments: [
    "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "mailto:a@b.c", "//e.org", "\\\\e\\f",
  ])
  func whatIsNotOfTheWebIsNoLink(address: String) {
    var page = Frame.square
    page.add(.link(address: address, size: Size(40, 10)), at: .zero)
    #expect(LinkArea.all(in: page).isEmpty)
    #expect(LinkArea.over(page, at: .zero) == nil)
  }
}

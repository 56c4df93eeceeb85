import Drawing
import Layout
import TestTools
import Testing

@Suite struct GroupTests {
  static let red = Color(red: 0.8, green: 0.1, blue: 0.2)
  static let sky = Color(red: 0.5, green: 0.8, blue: 1)

  /// Black and sky-blue ground on the left, white on the right, and a red bar with a word above all of it.
  static func stampedPage(_ bench: Workbench, holes: [Rect] = []) throws -> Frame {
    var content = Frame(size: Size(180, 40))
    content.add(.box(BoxItem(size: Size(180, 20), fill: red)), at: .zero)
    try bench.add("VOID", TextStyle(families: ["Bebas Neue"], size: 20, color: red), at: Point(5, 40), to: &content)
    var page = Frame.square
    page.add(.box(BoxItem(size: Size(60, 60), fill: .black)), at: Point(0, 40))
    page.add(.box(BoxItem(size: Size(60, 60), fill: sky)), at: Point(60, 40))
    let transform = Transform(cosine: 0.96, sine: -0.28, offset: Point(10, 80))
    let group = GroupItem(content: SharedFrame(content), transform: transform, blend: .multiply, holes: holes)
    page.add(.group(group), at: .zero)
    return page
  }

  private static func bytes(_ color: Color) -> [UInt8] {
    [color.red, color.green, color.blue].map { UInt8(($0 * 255).rounded()) }
  }

  @Test func inkMultiplies() throws {
    let bench = try Workbench()
    let pixels = try Pixels(pdf: try bench.pdf([try Self.stampedPage(bench)]))
    // Points in the middle of the bar, 10 below its upper edge: (x, y) turned by the group's transform.
    #expect(isNear(pixels[32, 83], [0, 0, 0]))
    #expect(isNear(pixels[90, 66], Self.bytes(Self.red.multiplied(over: Self.sky))))
    #expect(isNear(pixels[160, 46], Self.bytes(Self.red)))
    #expect(isNear(pixels[190, 150], [255, 255, 255]))
  }

  @Test func holesStayBlankEvenWhereTheyOverlap() throws {
    let bench = try Workbench()
    let holes = [Rect(x: 130, y: 30, width: 30, height: 40), Rect(x: 145, y: 30, width: 30, height: 40)]
    let pixels = try Pixels(pdf: try bench.pdf([try Self.stampedPage(bench, holes: holes)]))
    for x in [140, 150, 170] { #expect(pixels[x, 48] == [255, 255, 255]) }
    #expect(isNear(pixels[122, 57], Self.bytes(Self.red)))
    #expect(isNear(pixels[90, 66], Self.bytes(Self.red.multiplied(over: Self.sky))))
  }

  @Test func aStampIsStoredOnceAndNeverAsPixels() throws {
    let bench = try Workbench()
    let page = try Self.stampedPage(bench, holes: [Rect(x: 130, y: 30, width: 30, height: 40)])
    let path = try bench.pdf(Array(repeating: page, count: 50))
    #expect(try occurrences(of: "/Subtype /Form", in: path) == 1)
    #expect(try occurrences(of: "/Subtype /Image", in: path) == 0)
    #expect(try occurrences(of: "/Multiply gs", in: path) == 50)
    #expect(try occurrences(of: "/BM /Multiply", in: path) == 1)
    #expect(try Tool.pdftotext.text("-raw", path, "-").split(separator: "\u{C}").count == 50)
  }

  @Test func twoStampsOnAPageMultiplyBoth() throws {
    let bench = try Workbench()
    var page = try Self.stampedPage(bench)
    guard case .group(var second)? = page.items.last?.item else { throw CancellationError() }
    second.transform.offset.y += 60
    page.add(.box(BoxItem(size: Size(60, 60), fill: .black)), at: Point(0, 100))
    page.add(.group(second), at: .zero)
    let path = try bench.pdf([page])
    let pixels = try Pixels(pdf: path)
    #expect(isNear(pixels[32, 143], [0, 0, 0]) && isNear(pixels[160, 106], Self.bytes(Self.red)))
    #expect(isNear(pixels[90, 66], Self.bytes(Self.red.multiplied(over: Self.sky))))
    #expect(try Tool.qpdf.run(["--check", path]).status == 0)
    #expect(try occurrences(of: "/Subtype /Image", in: path) == 0)
  }

  @Test func aSharedFrameWithAStampStillMultiplies() throws {
    let bench = try Workbench()
    var inner = try Self.stampedPage(bench)
    inner.items.removeAll { if case .box = $0.item { true } else { false } }
    inner.add(.box(BoxItem(size: Size(1, 1), fill: .black)), at: .zero)
    inner.add(.box(BoxItem(size: Size(1, 1), fill: .black)), at: .zero)
    var page = Frame.square
    page.add(.box(BoxItem(size: Size(60, 60), fill: Self.sky)), at: Point(60, 40))
    page.add(.shared(SharedFrame(inner)), at: .zero)
    let pixels = try Pixels(pdf: try bench.pdf([page]))
    #expect(isNear(pixels[90, 66], Self.bytes(Self.red.multiplied(over: Self.sky))))
  }
}

import Drawing
import Foundation
import Layout
import TestTools
import Testing

@Suite struct PictureTests {
  static let art = """
    <svg xmlns="http://www.w3.org/2000/svg" width="40mm" height="20mm" viewBox="0 0 40 20">
    <g opacity="0.5"><rect width="20" height="20" fill="#ff0000"/></g><circle cx="30" cy="10" r="8" fill="#00f"/></svg>
    """

  @Test func sizesAreInPoints() throws {
    let bench = try Workbench()
    let stated = try bench.measurer.size(ofPicture: try bench.write(Self.art, to: "a.svg"))
    #expect(abs(stated.width - 40 * Length.millimetre) < 0.1 && abs(stated.height - 20 * Length.millimetre) < 0.1)
    let boxed = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 96 48\"><path d=\"M0 0h9v9z\"/></svg>"
    #expect(try bench.measurer.size(ofPicture: try bench.write(boxed, to: "b.SVG")) == Size(72, 36))
  }

  @Test func drawingsStayDrawingsAndAreStoredOnce() throws {
    let bench = try Workbench()
    let path = try bench.write(Self.art, to: "a.svg")
    var page = Frame.square
    page.add(.picture(path: path, size: Size(160, 80)), at: Point(20, 20))
    let pdf = try bench.pdf(Array(repeating: page, count: 20))
    #expect(try occurrences(of: "/Subtype /Image", in: pdf) == 0)
    #expect(try occurrences(of: "/Subtype /Form", in: pdf) < 6)
    let pixels = try Pixels(pdf: pdf, page: 20)
    #expect(isNear(pixels[40, 60], [255, 128, 128]))
    #expect(isNear(pixels[140, 60], [0, 0, 255]))
    #expect(pixels[100, 10] == [255, 255, 255] && pixels[177, 22] == [255, 255, 255])
  }

  /// A picture with a word in a family.
  private func word(in family: String, _ bench: Workbench) throws -> Pixels {
    let text = """
      <svg xmlns="http://www.w3.org/2000/svg" width="300" height="100">
      <text x="5" y="80" font-size="40" font-family="\(family)">which font</text></svg>
      """
    var page = Frame(size: Size(225, 75))
    page.add(.picture(path: try bench.write(text, to: "\(family).svg"), size: Size(225, 75)), at: .zero)
    return try Pixels(pdf: try bench.pdf([page]))
  }

  @Test func wordsInADrawingAreSetInOurFontsOnly() throws {
    let bench = try Workbench()
    let unknown = try word(in: "No Such Family", bench)
    #expect(unknown.inked > 200)
    #expect(try word(in: "DejaVu Sans Mono", bench).distance(to: unknown) == 0, "the system's fonts are used")
    let inter = try word(in: "Inter", bench)
    #expect(try word(in: "Bebas Neue", bench).distance(to: inter) > 1)
    // Fonts that are read later are not this measurer's.
    let small = try bench.write(
      "<fontconfig><dir>/usr/share/fonts/opentype/bebas-neue</dir></fontconfig>", to: "small.conf")
    let other = try Fonts(configuration: small, cache: Workbench.cache)
    #expect(other.families == ["Bebas Neue"])
    #expect(try word(in: "Inter", try Workbench()).distance(to: inter) == 0)
  }

  /// Phones and messengers give pictures names that do not say what they are.
  @Test(arguments: [
    ("logo.png", "\u{FF}\u{D8}\u{FF}\u{E0} JFIF", "it is a JPEG picture"),
    ("logo.jpg", "\u{FF}\u{D8}\u{FF}\u{E0} JFIF", "it is a JPEG picture"),
    ("a.svg", "\u{89}PNG\r\n\u{1A}\n", "it is a PNG picture"),
    ("a.png", "RIFF1234WEBPVP8 ", "it is a WebP picture"), ("a.png", "1234ftypheic1234", "it is a HEIC picture"),
    ("a.png", "no picture", "it is no PNG picture"), ("a.png", "", "it is no PNG picture"),
    ("a.bmp", "?", "not .svg or .png"),
    ("a.png", "\u{89}PNG\r\n\u{1A}\nIHDR", "it is damaged, or ends too early"),
  ])
  func whatIsNoPictureOfOursIsTold(name: String, content: String, reason: String) throws {
    let bench = try Workbench()
    let path = bench.path(name)
    try Data(content.unicodeScalars.map { UInt8($0.value) }).write(to: URL(fileURLWithPath: path))
    #expect(throws: ContentError.unreadablePicture(path: path, reason: reason)) {
      try bench.measurer.size(ofPicture: path)
    }
    let gone = bench.path("gone-\(name)")
    #expect(throws: ContentError.missingPicture(path: gone)) { try bench.measurer.size(ofPicture: gone) }
  }

  @Test func whatStandsTwiceOnAPageLeavesTheFileSound() throws {
    let bench = try Workbench()
    let path = try bench.write(Self.art, to: "a.svg")
    var inner = Frame(size: Size(200, 100))
    for x in [0.0, 60, 120] {
      inner.add(.picture(path: path, size: Size(40, 20)), at: Point(x, 5))
      inner.add(.code(CodeItem(text: "a", side: 50, quietZone: 6)), at: Point(x, 40))
    }
    var page = Frame(size: Size(200, 300))
    let shared = SharedFrame(inner)
    for y in [0.0, 100] { page.add(.shared(shared), at: Point(0, y)) }
    page.add(inner, at: Point(0, 200))
    let pdf = try bench.pdf([page, page])
    #expect(try Tool.qpdf.run(["--check", pdf]).status == 0)
    var single = Frame(size: Size(200, 300))
    for y in [0.0, 100, 200] { single.add(inner, at: Point(0, y)) }
    #expect(try Pixels(pdf: pdf).distance(to: Pixels(pdf: try bench.pdf([single], name: "b.pdf"))) < 0.5)
  }

  @Test func aPNGIsPlacedAndStoredOnce() throws {
    let bench = try Workbench()
    var frame = Frame(size: Size(30, 15))
    frame.add(.box(BoxItem(size: Size(15, 15), fill: Color(red: 0, green: 0.6, blue: 0))), at: .zero)
    let path = bench.path("p.png")
    try Raster.render(frame, dpi: 96, measurer: bench.measurer).writePNG(to: FileSink(path: path))
    #expect(try bench.measurer.size(ofPicture: path) == Size(30, 15))
    var page = Frame.square
    page.add(.picture(path: path, size: Size(100, 50)), at: Point(50, 50))
    let pdf = try bench.pdf([page, page])
    #expect(try occurrences(of: "/Subtype /Image", in: pdf) == 1)
    let pixels = try Pixels(pdf: pdf, page: 2)
    #expect(isNear(pixels[70, 75], [0, 153, 0]) && isNear(pixels[130, 75], [255, 255, 255]))
  }

  @Test func whatCannotBeReadIsNamed() throws {
    let bench = try Workbench()
    for name in ["none.svg", "none.png"] {
      #expect(throws: ContentError.missingPicture(path: bench.path(name))) {
        try bench.measurer.size(ofPicture: bench.path(name))
      }
    }
    for name in ["broken.svg", "broken.png", "broken.gif"] {
      let path = try bench.write("this is no picture", to: name)
      #expect(throws: ContentError.self) { try bench.measurer.size(ofPicture: path) }
      var page = Frame.square
      page.add(.picture(path: path, size: Size(10, 10)), at: .zero)
      #expect(throws: DrawingError.self) { try bench.pdf([page]) }
    }
    let bare = try bench.write("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", to: "bare.svg")
    #expect(throws: ContentError.self) { try bench.measurer.size(ofPicture: bare) }
  }
}

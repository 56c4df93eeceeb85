import Foundation
import Layout
import TestTools
import Testing

@testable import Drawing

@Suite struct EmbeddedFontTests {
  private let bench: Workbench
  init() throws { bench = try Workbench() }

  private func line(_ text: String, _ style: TextStyle = .body) throws -> GlyphLine {
    let lines = try bench.measurer.shape(text, style: style, scale: 1, direction: .leftToRight, width: nil).lines
    return try #require(lines.first?.content as? GlyphLine)
  }

  private func face(_ text: String, _ style: TextStyle = .body) throws -> FontFace {
    try #require(try line(text, style).runs.first).instance.face
  }

  private func compact(_ face: FontFace) -> CompactFont? {
    face.withTable(FontTag("CFF ")) { CompactFont($0, glyphs: face.glyphs) }
  }

  @Test func glyphsHaveNamesOrIdentifiers() throws {
    #expect(try #require(compact(try face("a"))).isCIDKeyed == false)
    let han = try #require(compact(try face("漢")))
    #expect(han.isCIDKeyed && han.identifiers == nil)
    // Quadratic outlines are no such table, nor is one that ends too early.
    #expect(compact(try face("ع")) == nil)
    let inter = try face("a")
    for length in [0, 1, 4, 30] {
      let cut = inter.withTable(FontTag("CFF ")) {
        CompactFont(UnsafeRawBufferPointer(rebasing: $0.prefix(length)), glyphs: inter.glyphs)
      }
      #expect(cut == nil)
    }
  }

  @Test func aFontWithNamesBecomesCIDKeyed() throws {
    let line = try line("Embedded")
    let glyphs = Set(line.shape.glyphs.map { UInt16($0.index) }).sorted()
    let face = try #require(line.runs.first).instance.face
    let program = try FontProgram(face, glyphs: glyphs)
    let read = try #require(program.bytes.withUnsafeBytes { CompactFont($0, glyphs: glyphs.count + 1) })
    #expect(read.isCIDKeyed && read.identifiers == [0] + glyphs)
    #expect(program.bytes.count < 8000)
    guard case .compact = program.kind else { throw CancellationError() }
  }

  @Test func quadraticOutlinesHaveAMapFromCodes() throws {
    let face = try face("ع")
    let glyph = try #require(face.nominalGlyph(of: "ع"))
    guard case .trueType(let places) = try FontProgram(face, glyphs: [glyph]).kind else { throw CancellationError() }
    #expect(places.count == 2 * (Int(glyph) + 1))
    #expect(places.suffix(2).elementsEqual([0, 1]) && places.dropLast(2).allSatisfy { $0 == 0 })
  }

  @Test(arguments: [
    ("Inter", "CID Type 0C", "Latin"), ("NotoSansCJKjp", "CID Type 0C", "漢字"),
    ("NotoSansArabic", "CID TrueType", "عربي"),
    ("NotoSansThai", "CID TrueType", "ไทย"),
  ])
  func everyKindOfFontIsEmbedded(name: String, kind: String, text: String) throws {
    var page = Frame.square
    try bench.add(text, .body, at: Point(10, 50), to: &page)
    let path = try bench.pdf([page])
    let fonts = try Tool.pdffonts.text(path)
    #expect(fonts.contains(try Regex("[A-Z]{6}\\+\(name)-Regular +\(kind) +Identity-H +yes yes yes")), "\(fonts)")
    try expectAsPixels(page, path, bench)
  }

  @Test func widthsAreThoseOfTheFont() throws {
    let face = try face("m")
    let widths = GlyphWidths(face)
    for text: Unicode.Scalar in ["m", "i", " "] {
      let glyph = try #require(face.nominalGlyph(of: text))
      let exact = Double(face.advance(of: glyph)) / Double(face.unitsPerEm)
      #expect(abs(widths[glyph] - exact) < 0.000_001 && exact > 0)
    }
    #expect(widths[UInt16.max] == 0)
  }

  /// A page in a font of which a configuration makes another.
  private func madeUp(_ edit: String) throws -> (page: Frame, path: String) {
    let configuration = try bench.write(
      """
      <fontconfig><dir>/usr/share/fonts/opentype/bebas-neue</dir><match target="font">\(edit)</match></fontconfig>
      """, to: "made-up.conf")
    let fonts = try Fonts(configuration: configuration, cache: Workbench.cache)
    let measurer = try PangoMeasurer(fonts: fonts, language: "en")
    var page = Frame.square
    let style = TextStyle(families: ["Bebas Neue"], size: 40)
    for (index, text) in ["LETTERS", "MADE UP"].enumerated() {
      let lines = try measurer.shape(text, style: style, scale: 1, direction: .leftToRight, width: nil).lines
      page.add(.text(lines[0], style), at: Point(20, 80 + 50 * Double(index)))
    }
    let path = bench.path("made-up.pdf")
    let writer = try PDFWriter(to: FileSink(path: path), metadata: Workbench.metadata, measurer: measurer)
    try writer.add(page: page, outline: nil)
    try writer.finish()
    return (page, path)
  }

  @Test func lettersThatAreMadeToLeanDo() throws {
    let (page, path) = try madeUp(
      """
      <edit name="matrix" mode="assign"><times><name>matrix</name><matrix><double>1</double><double>0.2</double>
      <double>0</double><double>1</double></matrix></times></edit>
      """)
    #expect(try occurrences(of: "1 0 .2 1 20 120 Tm", in: path) == 1)
    try expectAsPixels(page, path, bench)
  }

  @Test func lettersThatAreMadeBoldAre() throws {
    let (page, path) = try madeUp("<edit name=\"embolden\" mode=\"assign\"><bool>true</bool></edit>")
    #expect(try occurrences(of: "2 Tr", in: path) == 1 && occurrences(of: "1.667 w", in: path) == 1)
    // Each rounds corners in its way, but the letters are as broad, and lie where they should.
    let (ours, cairos) = (
      try Pixels(pdf: path, dpi: 300), Pixels(try Raster.render(page, dpi: 300, measurer: bench.measurer))
    )
    #expect(abs(Double(ours.inked) / Double(cairos.inked) - 1) < 0.05)
    let blocks = [ours, cairos].map { $0.blocks(of: 24, across: 34, down: 34) }
    #expect(zip(blocks[0], blocks[1]).reduce(0) { $0 + abs($1.0 - $1.1) } / 34 / 34 < 2)
  }

  /// Fonts that vary, whose A is a box that is broader the bolder it is: with quadratic outlines, and with cubic ones in a table that
  /// no document may hold.
  @Test(arguments: [("Varying", "CID TrueType", Self.varying), ("Later", "CID Type 0C", Self.later)])
  func aFontThatVariesIsEmbeddedOnceForEachWeight(family: String, kind: String, font: String) throws {
    let file = try #require(Data(base64Encoded: font.filter { !$0.isWhitespace }))
    try file.write(to: URL(fileURLWithPath: bench.path("\(family).font")))
    let configuration = try bench.write("<fontconfig><dir>\(bench.folder.path)</dir></fontconfig>", to: "varying.conf")
    let measurer = try PangoMeasurer(
      fonts: Fonts(configuration: configuration, cache: bench.path("cache")), language: "en")
    var page = Frame.square
    for (index, weight) in [400, 650, 900, 400].enumerated() {
      let style = TextStyle(families: [family], size: 40, weight: weight)
      let shaped = try measurer.shape("AA", style: style, scale: 1, direction: .leftToRight, width: nil)
      page.add(.text(shaped.lines[0], style), at: Point(20, 45 + 40 * Double(index)))
    }
    let path = bench.path("varying.pdf")
    let writer = try PDFWriter(to: FileSink(path: path), metadata: Workbench.metadata, measurer: measurer)
    try writer.add(page: page, outline: nil)
    try writer.finish()
    #expect(try Tool.pdffonts.text(path).matches(of: Regex("[A-Z]{6}\\+\(family)-Regular +\(kind)")).count == 3)
    #expect(try Tool.pdftotext.text("-raw", path, "-").matches(of: /AA/).count == 4)
    #expect(try Pixels(pdf: path).inked > 1000)
    try expectAsPixels(page, path, bench)
  }

  private static let varying = """
    AAEAAAAMAIAAAwBAT1MvMkUAQ1UAAAFIAAAAYGNtYXAAdQBcAAABuAAAADxmdmFyfPFpkgAAA0gAAAAkZ2x5ZlGnHU4AAAIAAAAATGd2YXJsWH+d
    AAADbAAAAGpoZWFkYQpDnAAAAMwAAAA2aGhlYQUWAWMAAAEEAAAAJGhtdHgF3ACWAAABqAAAABBsb2NhADMAJwAAAfQAAAAKbWF4cAAGAAYAAAEo
    AAAAIG5hbWVh3fQnAAACTAAAAM9wb3N0AC4AJAAAAxwAAAAqAAEAAAABAAA6Wsb+Xw889QADA+gAAAAAAAAAAAAAAAAAAAAAADIAAAHCArwAAAAD
    AAIAAAAAAAAAAQAAAyD/OAAAAfQAMgAyAcIAAQAAAAAAAAAAAAAAAAAAAAQAAQAAAAQABAABAAAAAAACAAAAAAAAAAAAAAAAAAAAAAADAXcBkAAF
    AAQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAEAAAAAAAAAAAAAAAA/Pz8/AAAAIABCAyD/OAAAAyAAyAAAAAAAAAAAAAAAAAAA
    ACAAAAH0ADIBLAAAAZAAMgEsADIAAAACAAAAAwAAABQAAwABAAAAFAAEACgAAAAGAAQAAQACACAAQv//AAAAIABB////4f/BAAEAAAAAAAAAAAAN
    AA0AGgAmAAAAAQAyAAABwgK8AAMAADMRIREyAZACvP1EAAABADIAAAFeArwAAwAAMxEhETIBLAK8/UQAAAEAMgAAAPoBkAADAAAzETMRMsgBkP5w
    AAAACABmAAEAAAAAAAEABwAAAAEAAAAAAAIABwAHAAEAAAAAAAYADwAOAAEAAAAAAQAABgAdAAMAAQQJAAEADgAjAAMAAQQJAAIADgAxAAMAAQQJ
    AAYAHgA/AAMAAQQJAQAADABdVmFyeWluZ1JlZ3VsYXJWYXJ5aW5nLVJlZ3VsYXJXZWlnaHQAVgBhAHIAeQBpAG4AZwBSAGUAZwB1AGwAYQByAFYA
    YQByAHkAaQBuAGcALQBSAGUAZwB1AGwAYQByAFcAZQBpAGcAaAB0AAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAADACQAJQAA
    AAEAAAAQAAIAAQAUAAAACHdnaHQAZAAAAZAAAAOEAAAAAAEAAAEAAAABAAIAAAAeAAQAAAAAACIAAAAAAAAAEwAkQADAAIACAAwADAABAAwAAACB
    Qf84/ziAQP84gYeBQQEsASyAQAEsgYcAgAIADAAIAAEADAAAAIEDnJwAnIGHgUEB9AH0gEAB9IGHAAAA
    """

  private static let later = """
    T1RUTwAKAIAAAwAgQ0ZGMkWtDZYAAAKsAAAAfU9TLzJFAEQEAAABEAAAAGBjbWFwAHUAXAAAAYAAAAA8ZnZhcnzxaZIAAAMsAAAAJGhlYWRhCkOc
    AAAArAAAADZoaGVhBRYCKgAAAOQAAAAkaG10eAYOAGQAAAFwAAAADm1heHAABFAAAAABCAAAAAZuYW1l/lG6egAAAbwAAADDcG9zdAAuACQAAAKA
    AAAAKgABAAAAAQAAmthiG18PPPUAAwPoAAAAAAAAAAAAAAAAAAAAAAAyAAABwgK8AAAAAwACAAAAAAAAAAEAAAMg/zgAAAK8ADIAMgHCAAEAAAAA
    AAAAAAAAAAAAAAADAABQAAAEAAAAAwImAZAABQAEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAAAAAAAAAPz8/PwAA
    ACAAQgMg/zgAAAMgAMgAAAAAAAAAAAAAAAAAAAAgAAAB9AAyASwAAAK8ADIAMgAAAAAAAgAAAAMAAAAUAAMAAQAAABQABAAoAAAABgAEAAEAAgAg
    AEL//wAAACAAQf///+H/wQABAAAAAAAAAAAACABmAAEAAAAAAAEABQAAAAEAAAAAAAIABwAFAAEAAAAAAAYADQAMAAEAAAAAAQAABgAZAAMAAQQJ
    AAEACgAfAAMAAQQJAAIADgApAAMAAQQJAAYAGgA3AAMAAQQJAQAADABRTGF0ZXJSZWd1bGFyTGF0ZXItUmVndWxhcldlaWdodABMAGEAdABlAHIA
    UgBlAGcAdQBsAGEAcgBMAGEAdABlAHIALQBSAGUAZwB1AGwAYQByAFcAZQBpAGcAaAB0AAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
    AAQAAAADACQAJQAAAgAFAAj3BgwkvBGcGAAAAAAAHgABAAAADAABAAAAFgABAAEAAEAAQAAAAAAAAAEAAAAAAAQBARAQIzi9ixWL+VAF+CSLBYv9
    UAW9ixWL+VAF98D3wIwQiwWL/VAFvYsVi/gkBYv3KvfAi4v7KgiL/CQFAAAAAQEBBYv3ERIAAAAAAQAAABAAAgABABQAAAAId2dodABkAAABkAAA
    A4QAAAAAAQA=
    """
}

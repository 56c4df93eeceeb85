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
    let glyphs = Set(line.glyphs.map { UInt16($0.index) }).sorted()
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

  /// Fonts of which a configuration makes slanted and bold ones.
  @Test func madeUpLettersLookAsCairoDrawsThem() throws {
    let configuration = try bench.write(
      """
      <fontconfig><dir>/usr/share/fonts/opentype/bebas-neue</dir>
      <match target="font"><edit name="matrix" mode="assign"><times><name>matrix</name>
      <matrix><double>1</double><double>0.2</double><double>0</double><double>1</double></matrix></times></edit>
      <edit name="embolden" mode="assign"><bool>true</bool></edit></match></fontconfig>
      """, to: "synthetic.conf")
    let fonts = try Fonts(configuration: configuration, cache: Workbench.cache)
    let measurer = try PangoMeasurer(fonts: fonts, language: "en")
    var page = Frame.square
    for (index, text) in ["LEANING", "AND BOLD"].enumerated() {
      let style = TextStyle(families: ["Bebas Neue"], size: 40)
      let lines = try measurer.shape(text, style: style, scale: 1, direction: .leftToRight, width: nil).lines
      page.add(.text(lines[0], style), at: Point(20, 80 + 50 * Double(index)))
    }
    let path = bench.path("synthetic.pdf")
    let writer = try PDFWriter(to: FileSink(path: path), metadata: Workbench.metadata, measurer: measurer)
    try writer.add(page: page, outline: nil)
    try writer.finish()
    #expect(try occurrences(of: "1 0 .2 1 20 120 Tm", in: path) == 1)
    #expect(try occurrences(of: "2 Tr", in: path) > 0)
    let (ours, cairos) = (
      try Pixels(pdf: path, dpi: 100), Pixels(try Raster.render(page, dpi: 100, measurer: measurer))
    )
    #expect(ours.distance(to: cairos) < 2)
    #expect(abs(Double(ours.inked) / Double(cairos.inked) - 1) < 0.05)
  }
}

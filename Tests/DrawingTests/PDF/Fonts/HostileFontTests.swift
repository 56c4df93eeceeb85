import Foundation
import Layout
import TestTools
import Testing

@testable import Drawing

/// Fonts whose bytes somebody has changed: each ends in a document that can be read, or in a refusal. A trap would end the tests themselves.
@Suite struct HostileFontTests {
  /// A font of the program's own kinds of outlines.
  private static func bytes(of family: String) throws -> [UInt8] {
    let measurer = try Workbench().measurer
    let style = TextStyle(families: [family], size: 12)
    let line = try #require(
      try measurer.shape("x", style: style, scale: 1, direction: .leftToRight, width: nil).lines.first)
    let glyphs = try #require(line.content as? GlyphLine)
    return Array(try Data(contentsOf: URL(fileURLWithPath: try #require(glyphs.runs.first).instance.face.key.file)))
  }

  /// The font under another name, which no other has.
  private static func renamed(_ font: [UInt8], _ family: String) -> [UInt8] {
    var data = Data(font)
    let other = String(String(family.reversed()).lowercased())
    for encoding in [String.Encoding.utf16BigEndian, .ascii] {
      guard let old = family.data(using: encoding), let new = other.data(using: encoding) else { continue }
      while let place = data.range(of: old) { data.replaceSubrange(place, with: new) }
    }
    return Array(data)
  }

  /// Where a table of a font begins, and how long it is.
  private static func table(_ tag: String, in font: [UInt8]) -> Range<Int>? {
    func word(_ place: Int) -> Int { font[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }
    let count = Int(font[4]) << 8 | Int(font[5])
    let records = (0..<count).map { 12 + 16 * $0 }
    return records.first { Array(font[$0..<$0 + 4]) == Array(tag.utf8) }.map {
      word($0 + 8)..<word($0 + 8) + word($0 + 12)
    }
  }

  @Test(arguments: [
    ("Bebas Neue", "CFF "), ("Bebas Neue", "hmtx"), ("Noto Sans", "glyf"), ("Noto Sans", "loca"), ("Noto Sans", "head"),
  ])
  func changedBytesHarmNobody(family: String, tag: String) throws {
    let font = Self.renamed(try Self.bytes(of: family), family)
    let place = try #require(Self.table(tag, in: font) ?? Self.table("glyf", in: font))
    var random = SplitMix64(seed: tag.utf8.reduce(0) { $0 + Int($1) })
    var (made, refused) = (0, 0)
    for turn in 0..<8 {
      var changed = font
      for _ in 0..<(turn == 0 ? 0 : 1 << turn) {
        changed[Int.random(in: place, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      let folder = try Workbench().folder
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      defer { try? FileManager.default.removeItem(at: folder) }
      try Data(changed).write(to: folder.appendingPathComponent("font.otf"))
      do {
        let fonts = try Fonts(
          configuration: Workbench.configuration, cache: folder.path + "/cache", folders: [folder.path])
        let measurer = try PangoMeasurer(fonts: fonts, language: "en")
        let style = TextStyle(families: [String(String(family.reversed()).lowercased())], size: 20)
        let text = try measurer.shape("Hamburgefonts", style: style, scale: 1, direction: .leftToRight, width: nil)
        var page = Frame.square
        for line in text.lines { page.add(.text(line, style), at: Point(10, 40)) }
        let path = folder.path + "/paper.pdf"
        let writer = PDFWriter(to: try FileSink(path: path), metadata: Workbench.metadata, measurer: measurer)
        try writer.add(page: page, outline: nil)
        try writer.finish()
        #expect(try Tool.qpdf.run(["--check", path]).status == 0, "\(tag), turn \(turn)")
        made += 1
      } catch is DrawingError { refused += 1 } catch is ContentError { refused += 1 }
    }
    #expect(made + refused == 8 && made > 0)
  }
}

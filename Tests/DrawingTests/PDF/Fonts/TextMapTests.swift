import Foundation
import Layout
import TestTools
import Testing

@testable import Drawing

/// What codes stand for, and what is said beside them.
@Suite struct TextMapTests {
  private let bench: Workbench
  init() throws { bench = try Workbench() }

  private func page(_ texts: [String], _ direction: Direction = .leftToRight) throws -> Frame {
    var page = Frame.a4
    for (index, text) in texts.enumerated() {
      try bench.add(text, .body, at: Point(50, 50 + 30 * Double(index)), to: &page, direction: direction)
    }
    return page
  }

  @Test(arguments: [
    ("plain text and kerning: AVATAR", Direction.leftToRight, 0), ("عربي", .rightToLeft, 0), ("हिन्दी", .leftToRight, 1),
    ("क्षेत्र", .leftToRight, 0),
    ("漢字", .leftToRight, 0), ("שָׁלוֹם", .rightToLeft, 1),
  ])
  func onlyWhatCodesCannotSayIsSaidBesideThem(text: String, direction: Direction, least: Int) throws {
    let path = try bench.pdf([try page([text], direction)])
    let spans = try occurrences(of: "/ActualText", in: path)
    #expect(least == 0 ? spans == 0 : spans >= least)
    let read = try Tool.pdftotext.text("-raw", path, "-").unicodeScalars.filter { $0.properties.isAlphabetic }
    let wanted = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    #expect(read.map(\.value) == wanted.map(\.value))
  }

  /// Words come in the order in which they were typed, in whatever script.
  @Test(arguments: [
    ("Latin", "the quick brown fox", Direction.leftToRight), ("Greek", "καλημέρα κόσμε", .leftToRight),
    ("Cyrillic", "привет мир", .leftToRight), ("Hebrew", "שלום עולם", .rightToLeft),
    ("Arabic", "مرحبا بالعالم", .rightToLeft),
    ("Devanagari", "नमस्ते दुनिया", .leftToRight), ("Bengali", "ওহে বিশ্ব", .leftToRight), ("Tamil", "வணக்கம் உலகம்", .leftToRight),
    ("Thai", "สวัสดีชาวโลก", .leftToRight), ("Han", "你好世界", .leftToRight), ("Kana", "こんにちは", .leftToRight),
    ("Hangul", "안녕하세요 세계", .leftToRight),
  ])
  func wordsAreReadAsTheyWereTyped(script: String, text: String, direction: Direction) throws {
    let path = try bench.pdf([try page([text], direction)])
    let scalars = { (text: String) in
      text.precomposedStringWithCanonicalMapping.unicodeScalars.filter {
        $0.properties.isAlphabetic || $0.properties.isGraphemeExtend
      }.map(\.value)
    }
    #expect(scalars(try Tool.pdftotext.text("-raw", path, "-")) == scalars(text), "\(script)")
  }

  @Test func aGlyphThatStandsForTwoTextsOnAPageIsSaidTheSecondTime() throws {
    // The Greek letter and the sign of increment have the same glyph.
    let path = try bench.pdf([try page(["a\u{394}b", "c\u{2206}d"])])
    #expect(try occurrences(of: "/Span<</ActualText<FEFF2206>>>BDC", in: path) == 1)
    #expect(try occurrences(of: "begincmap", in: path) == 1)
  }

  @Test func aGlyphThatStandsForTwoTextsOnTwoPagesHasTwoMaps() throws {
    let path = try bench.pdf([
      try page(["a\u{394}"]), try page(["c\u{2206}"]), try page(["e\u{394}"]), try page(["\u{2206}g"]),
    ])
    #expect(try occurrences(of: "/ActualText", in: path) == 0)
    #expect(try occurrences(of: "begincmap", in: path) == 2)
    #expect(try occurrences(of: "/FontFile3", in: path) == 1)
    #expect(try occurrences(of: "<0394>", in: path) == 1 && occurrences(of: "<2206>", in: path) == 1)
  }

  @Test func everyGlyphHasAText() throws {
    let path = try bench.pdf([try page(["हिन्दी क्षेत्र", "office ffi", "Tiếng"]), try page(["ক্ষুদ্র"])])
    let plain = String(decoding: try unpacked(path), as: UTF8.self)
    var shown: Set<Substring> = []
    for line in plain.split(separator: "\n") where line.hasSuffix("Tj") || line.hasSuffix("TJ") {
      for string in line.matches(of: /<([0-9A-F]+)>/) {
        var rest = string.1
        while !rest.isEmpty {
          shown.insert(rest.prefix(4))
          rest = rest.dropFirst(4)
        }
      }
    }
    let mapped = Set(plain.matches(of: /\n<([0-9A-F]{4})> <[0-9A-F]+>/).map(\.1))
    #expect(shown.count > 20 && shown.subtracting(mapped) == [])
  }

  @Test func longMapsAreParted() {
    let text = String(decoding: CharacterMap.bytes((0..<250).map { (UInt16($0), "x") }), as: UTF8.self)
    #expect(text.matches(of: /(\d+) beginbfchar/).map { String($0.1) } == ["100", "100", "50"])
    #expect(text.contains("<00F9> <0078>"))
  }

  @Test func mapsThatAgreeBecomeOne() {
    var (a, b, c) = (GlyphTexts(), GlyphTexts(), GlyphTexts())
    let first = [a.note(1, scalar: 65), a.note(1, scalar: 65), a.note(1, scalar: 66), a.note(2, text: "ffi")]
    #expect(first == [true, true, false, true])
    let second = [b.note(2, text: "ffi"), b.note(3, text: "xy"), c.note(2, text: "other")]
    #expect(second == [true, true, true])
    b.noteWeakly(4, text: "weak")
    let merged = [a.merge(b), a.merge(c)]
    #expect(merged == [true, false])
    #expect(a.all.map(\.text) == ["A", "ffi", "xy", "weak"] && a.all.map(\.glyph) == [1, 2, 3, 4])
  }
}

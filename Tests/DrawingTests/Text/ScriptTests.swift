import Drawing
import Foundation
import Layout
import TestTools
import Testing

/// Every script is drawn, and comes back out of the paper as the same text.
@Suite struct ScriptTests {
  @Test(
    .slow,
    arguments: [
      ("el", "Ελληνικό παράδειγμα", Direction.leftToRight), ("ru", "Русский пример", .leftToRight),
      ("ar", "مثال عربي", .rightToLeft), ("he", "דוגמה בעברית", .rightToLeft), ("hi", "हिन्दी क्षेत्र", .leftToRight),
      ("th", "ตัวอย่างไทย", .leftToRight), ("zh-Hans", "汉字样本", .leftToRight), ("zh-Hant", "漢字樣本", .leftToRight),
      ("ja", "かなカナ直", .leftToRight), ("ko", "한글 보기", .leftToRight), ("vi", "Tiếng Việt", .leftToRight),
      ("en", "office flow affix", .leftToRight),
    ])
  func textComesBack(language: String, text: String, direction: Direction) throws {
    let bench = try Workbench(language: language)
    var page = Frame.a4
    try bench.add(text, .body, at: Point(50, 50), to: &page, direction: direction)
    let path = try bench.pdf([page])
    #expect(try Pixels(pdf: path).inked > 50)
    let found = try Tool.pdftotext.text(path, "-").unicodeScalars.filter { !Self.isBidiControl($0) && $0 != "\u{C}" }
    let read = String(String.UnicodeScalarView(found)).trimmingCharacters(in: .whitespacesAndNewlines)
    #expect(read.precomposedStringWithCanonicalMapping == text.precomposedStringWithCanonicalMapping)
  }

  @Test(arguments: [
    ("one two three four  five six seven", Direction.leftToRight), ("אחת שתיים שלוש  ארבע חמש", .rightToLeft),
  ])
  func wrappedTextComesBack(text: String, direction: Direction) throws {
    let bench = try Workbench()
    var page = Frame.a4
    try bench.add(text, .body, at: Point(50, 50), to: &page, direction: direction, width: 60)
    let found = try Tool.pdftotext.text(try bench.pdf([page]), "-").unicodeScalars.filter { !Self.isBidiControl($0) }
    let words = String(String.UnicodeScalarView(found)).split(whereSeparator: \.isWhitespace)
    #expect(words == text.split(whereSeparator: \.isWhitespace) && page.items.count > 1)
  }

  @Test func languageChoosesTheVariantOfAHanCharacter() throws {
    // Pango counts Hangul alone as Korean: Han characters in a Korean text are drawn as Japan draws them.
    let texts = [("ja", "直骨角"), ("ko-KR", "한글"), ("zh-Hans", "直骨角"), ("zh-Hant", "直骨角"), ("zh-HK", "直骨角")]
    let drawn = try texts.map { language, text in
      let bench = try Workbench(language: language)
      var page = Frame.square
      try bench.add(text, .body, at: Point(10, 50), to: &page)
      return try Tool.pdffonts.text(try bench.pdf([page]))
    }
    for (fonts, face) in zip(drawn, ["CJKjp", "CJKkr", "CJKsc", "CJKtc", "CJKhk"]) { #expect(fonts.contains(face)) }
  }

  @Test func aParagraphsDirectionOrdersItsWords() throws {
    let bench = try Workbench()
    let text = "שלום example.org/a-1"
    for (direction, latinIsLeft) in [(Direction.rightToLeft, true), (.leftToRight, false)] {
      var page = Frame.a4
      try bench.add(text, .body, at: Point(50, 50), to: &page, direction: direction)
      let words = try Self.words(try bench.pdf([page]))
      let latin = try #require(words.first { $0.text == "example.org/a-1" })
      let hebrew = try #require(words.first { $0.text.contains("ש") })
      #expect((latin.x < hebrew.x) == latinIsLeft)
    }
  }

  private static func isBidiControl(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      || (0x200E...0x200F).contains(scalar.value)
  }

  private static func words(_ path: String) throws -> [(text: String, x: Double)] {
    let pattern = /xMin="([0-9.]+)".*?>(.*?)<\/word>/
    return try Tool.pdftotext.text("-bbox", path, "-").matches(of: pattern).map { match in
      (String(match.2), Double(match.1) ?? -1)
    }
  }
}

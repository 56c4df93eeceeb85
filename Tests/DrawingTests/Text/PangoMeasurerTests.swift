import Drawing
import Layout
import TestTools
import Testing

@Suite struct PangoMeasurerTests {
  let measurer: PangoMeasurer

  init() throws { measurer = try Workbench().measurer }

  func shape(_ text: String, _ style: TextStyle = .body, scale: Double = 1, width: Double? = nil) throws -> ShapedText {
    try measurer.shape(text, style: style, scale: scale, direction: .leftToRight, width: width)
  }

  @Test(arguments: [
    ("Ünë two  three\nfour five six", Direction.leftToRight), ("אחת שתיים  שלוש\nארבע חמש שש", .rightToLeft),
    ("हिन्दी पाठ का  क्षेत्र\nयहाँ है और वहाँ", .leftToRight),
  ])
  func linesTellWhereTheNextBegins(text: String, direction: Direction) throws {
    func shape(_ text: String, width: Double? = nil) throws -> ShapedText {
      try measurer.shape(text, style: .body, scale: 1, direction: direction, width: width)
    }
    let lines = try shape(text, width: 60).lines
    #expect(lines.count > 2)
    #expect(lines.last?.end == text.utf8.count)
    var start = 0
    for line in lines {
      #expect(line.end > start && line.width <= 60.01)
      let bytes = Array(text.utf8)[start..<line.end]
      var words = String(decoding: bytes, as: UTF8.self)
      while let last = words.last, last.isWhitespace { words.removeLast() }
      let alone = try #require(try shape(words).lines.first)
      #expect(abs(alone.width - line.width) < 0.05, "trailing white space counts in '\(words)'")
      start = line.end
    }
  }

  @Test func trailingSpacesCountWhereNothingWraps() throws {
    #expect(try shape("a  ").lines[0].width > shape("a").lines[0].width)
  }

  @Test func onlyLineFeedsBreakWithoutAWidth() throws {
    let lines = try shape("one two three four five six seven eight nine ten\n\nlast").lines
    #expect(lines.map(\.end) == [49, 50, 54])
    #expect(lines[1].width == 0)
    #expect(try shape("").lines.map(\.end) == [0])
  }

  @Test func aWideWordIsBrokenWithoutAHyphen() throws {
    let lines = try shape("incomprehensibilities", width: 40).lines
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { $0.width <= 40.01 })
    let total = lines.reduce(0) { $0 + $1.width }
    #expect(abs(total - (try shape("incomprehensibilities").lines[0].width)) < 1)
  }

  @Test func naturalWidthIsWideEnough() throws {
    for text in ["Childcare, one hour", "$1,234.50", "Loaf of sourdough bread and 7 more"] {
      let natural = try shape(text).lines[0].width
      #expect(try shape(text, width: natural).lines.count == 1)
    }
  }

  @Test func widthGrowsWithScale() throws {
    let plain = try shape("Measure")
    let double = try shape("Measure", scale: 2)
    #expect(abs(double.lines[0].width - 2 * plain.lines[0].width) < 0.02)
    #expect(abs(double.ascent - 2 * plain.ascent) < 0.02)
  }

  @Test func lettersCanStandApart() throws {
    let spaced = TextStyle(families: ["Inter"], size: 12, letterSpacing: 0.25)
    let plain = TextStyle(families: ["Inter"], size: 12)
    let extra = try shape("abcd", spaced).lines[0].width - shape("abcd", plain).lines[0].width
    #expect(abs(extra - 12) < 3.1)  // Three or four gaps of three points.
    // Space would tear letters apart that are joined; figures are not.
    let families = ["Noto Sans Arabic", "Inter"]
    let (apart, joined) = (
      TextStyle(families: families, size: 12, letterSpacing: 0.25), TextStyle(families: families, size: 12)
    )
    #expect(try shape("سلام", apart).lines[0].width == shape("سلام", joined).lines[0].width)
    #expect(try shape("١٢٣", apart).lines[0].width > shape("١٢٣", joined).lines[0].width)
  }

  /// Every size has the shape that the first was given, at its own measures.
  @Test func sizesShareAShape() throws {
    let style = TextStyle(families: ["Inter"], size: 9)
    let text = "Neighbours give bread, childcare and haircuts to one another"
    let first = try shape(text, style, scale: 1, width: 90)
    let second = try shape(text, style, scale: 3, width: 270)
    #expect(first.lines.count > 2)
    #expect(first.lines.map(\.end) == second.lines.map(\.end))
    for (small, large) in zip(first.lines, second.lines) {
      #expect(abs(large.width - 3 * small.width) < 0.001)
      #expect(small.typeSize == 9 && large.typeSize == 27)
      let (at, thrice) = (try #require(small.glyphPlaces.last).box, try #require(large.glyphPlaces.last).box)
      #expect(abs(thrice.maxX - 3 * at.maxX) < 0.001 && abs(thrice.minY - 3 * at.minY) < 0.001)
    }
    #expect(try shape(text, style, scale: 1, width: 90).lines.map(\.width) == first.lines.map(\.width))
  }

  @Test func tabularFiguresHaveOneWidth() throws {
    let tabular = TextStyle(families: ["Inter"], size: 12, hasTabularFigures: true)
    #expect(try shape("111", tabular).lines[0].width == shape("888", tabular).lines[0].width)
    #expect(try shape("111").lines[0].width < shape("888").lines[0].width)
  }

  @Test func liningFiguresAreAsHighAsCapitals() throws {
    func height(_ isLining: Bool) throws -> Double {
      let style = TextStyle(families: ["EB Garamond"], size: 100, hasLiningFigures: isLining)
      return try #require(try shape("0", style).lines[0].glyphPlaces.first).box.size.height
    }
    #expect(try height(true) > 1.3 * height(false))
  }

  @Test(arguments: ["MOCK", "$198.18", "0", "Ja, AVA"]) func bearingsAreTrimmed(text: String) throws {
    func line(_ trims: Bool) throws -> ShapedLine {
      try shape(text, TextStyle(families: ["Bebas Neue"], size: 100, trimsSideBearings: trims)).lines[0]
    }
    let (usual, trimmed) = (try line(false), try line(true))
    let boxes = trimmed.glyphPlaces.map(\.box)
    #expect(abs(try #require(boxes.map(\.minX).min())) < 0.01)
    #expect(abs(try #require(boxes.map(\.maxX).max()) - trimmed.width) < 0.01)
    #expect(trimmed.width < usual.width - 1)
  }

  /// Lines are broken as far as their ink reaches, not their bearings.
  @Test func aTrimmedLineFitsWhereItsInkDoes() throws {
    let style = TextStyle(families: ["Bebas Neue"], size: 60, trimsSideBearings: true)
    let word = try shape("ZAHLST", style).lines[0].width
    #expect(try shape("DU ZAHLST", style, width: word).lines.count == 2)
    #expect(try shape("ZAHLST", style, width: word - 1).lines.count == 2)
  }

  @Test func weightAndSlantChangeTheLetters() throws {
    let bold = TextStyle(families: ["Inter"], size: 12, weight: 700)
    #expect(try shape("Market total", bold).lines[0].width > shape("Market total").lines[0].width)
    let bench = try Workbench()
    var page = Frame.square
    try bench.add("a", TextStyle(families: ["Inter"], size: 12, isItalic: true), at: Point(9, 50), to: &page)
    try bench.add("a", bold, at: Point(9, 90), to: &page)
    try bench.add("A", .title, at: Point(9, 150), to: &page)
    let fonts = try Tool.pdffonts.text(try bench.pdf([page]))
    for name in ["Inter-Italic", "Inter-Bold", "BebasNeueRegular"] { #expect(fonts.contains(name), "\(fonts)") }
  }

  @Test func fallbackFontsDoNotMoveTheLine() throws {
    let latin = try shape("abc")
    let han = try shape("漢字")
    #expect(latin.ascent == han.ascent && latin.descent == han.descent)
    #expect(latin.ascent > 9 && latin.ascent < 15 && latin.descent > 1 && latin.descent < 6)
  }

  @Test(arguments: [
    ("see 🦀 and 🦀🏽", Character("🦀")), ("x\u{378}", "\u{378}"), ("a\u{0}b", "\0"), ("ok \u{10FFFD}", "\u{10FFFD}"),
  ])
  func aCharacterWithoutAGlyphIsNamed(text: String, character: Character) {
    #expect(throws: ContentError.missingGlyph(character, text: text, families: ["Inter", "Noto Sans"])) {
      try shape(text)
    }
  }

  @Test(arguments: [
    "a\u{200B}b", "a\u{2060}b", "a\u{FEFF}b", "a\u{7}b", "a\u{AD}b", "a\u{2068}b\u{2069}", "a\u{200D}b", "a\u{2028}b",
    "a\rb", "a\u{2029}b", "a\u{85}b", "a\u{B}b", "a\u{C}b", "a\r\nb", "a\tb",
  ])
  func charactersThatNeedNoGlyphDrawNone(text: String) throws {
    let bench = try Workbench()
    var page = Frame.square
    try bench.add(text, .body, at: Point(20, 50), to: &page)
    let read = try Tool.pdftotext.text(try bench.pdf([page]), "-").filter { $0.isLetter }
    #expect(read == "ab")
    let widths = try shape(text).lines.reduce(0) { $0 + $1.width }
    if !text.contains("\t") { #expect(widths < (try shape("ab").lines[0].width) + 0.1) }
  }

  @Test func aFamilyThatIsNotThereIsNamed() {
    let style = TextStyle(families: ["Inter", "Comic Sans"], size: 12)
    #expect(throws: ContentError.missingFont(family: "Comic Sans")) { try shape("a", style) }
  }
}

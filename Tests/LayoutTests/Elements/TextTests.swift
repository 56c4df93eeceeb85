import LayoutFakes
import Testing

@testable import Layout

struct TextTests {
  @Test func aLineStandsWhereReadingStarts() throws {
    let frame = try #require(try text("abc").placed(100, 50).whole)
    #expect(frame.size == Size(100, 10))
    #expect(frame.baseline == 8)
    #expect(frame.seen == [Seen("abc", 0, 0, 15, 10)])
    let mirrored = try #require(try text("abc").placed(100, 50, context(.rightToLeft)).whole)
    #expect(mirrored.seen == [Seen("abc", 85, 0, 15, 10)])
  }

  @Test(arguments: [
    (TextAlignment.center, Direction.leftToRight, 42.5), (.center, .rightToLeft, 42.5),
    (.end, .leftToRight, 85), (.end, .rightToLeft, 0),
    (.decimal, .leftToRight, 85), (.decimal, .rightToLeft, 85),
  ])
  func alignment(_ alignment: TextAlignment, _ direction: Direction, _ x: Double) throws {
    let frame = try #require(try text("abc", alignment).placed(100, 50, context(direction)).whole)
    #expect(frame.seen == [Seen("abc", x, 0, 15, 10)])
  }

  @Test func itsNaturalWidthIsThatOfItsWidestLine() throws {
    let space = Constraints(width: .atMost(100), height: 50)
    let frame = try #require(try text("abc\nabcde").layout(in: space, context()).whole)
    #expect(frame.size == Size(25, 20))
    let start = try #require(try text("abc").layout(in: space, context(.rightToLeft)).whole)
    #expect(start.seen == [Seen("abc", 0, 0, 15, 10)])
  }

  @Test func itBreaksAtBlanksAndInsideWordsThatAreTooLong() throws {
    let frame = try #require(try text("one two abcdefgh").placed(20, 50).whole)
    #expect(frame.texts == ["one", "two", "abcd", "efgh"])
    #expect(frame.size == Size(20, 40))
  }

  @Test func whatMayNotBeBrokenIsPlacedWholeOrNotAtAll() throws {
    var line = text("one two")
    line.wraps = false
    #expect(try line.placed(35, 50).whole?.texts == ["one two"])
    #expect(try line.placed(34, 50).misfit?.reason == .tooWide(needed: 35, available: 34))
    #expect(try line.naturalWidth(within: .infinity, context()) == 35)
    // Smaller type helps: half of it is as much as there is room for.
    let fitted = try #require(try Fit(line, least: 0.1).placed(17.5, 50).whole)
    #expect(fitted.texts == ["one two"] && (4.9...5).contains(fitted.size.height))
  }

  @Test func typeStandsInTheMiddleOfItsLine() throws {
    let airy = TextStyle(families: [], size: 10, lineHeight: 1.4)
    let frame = try #require(try Text("a\nb", style: airy).placed(20, 50).whole)
    #expect(frame.size == Size(20, 28))
    #expect(frame.baseline == 10)
    #expect(frame.seen == [Seen("a", 0, 2, 5, 10), Seen("b", 0, 16, 5, 10)])
  }

  @Test func theRestIsTheTextFromTheNextLineOn() throws {
    let (frame, rest) = try #require(try text("one two\nthrée four").placed(25, 29).part)
    #expect(frame.texts == ["one", "two"])
    #expect(frame.size == Size(25, 20))
    #expect((rest as? Text)?.text == "thrée four")
    #expect(try rest.placed(25, 29).whole?.texts == ["thrée", "four"])
  }

  @Test func noLineStandsAlone() throws {
    // Three of four lines fit, and two go on with the last.
    let (frame, rest) = try #require(try lines(4).placed(25, 35).part)
    #expect(frame.texts == ["a", "b"])
    #expect(try rest.placed(25, 35).whole?.texts == ["c", "d"])
    // Of three lines none can stay behind: all go on.
    #expect(try lines(3).placedBelow(25, 25).misfit == Misfit(.tooHigh(needed: 30, available: 25)))
    #expect(try lines(5).placedBelow(25, 15).misfit == Misfit(.tooHigh(needed: 40, available: 15)))
    #expect(try Stack([block("x", 10, 10), lines(2)]).pages(25, 25).map(\.count) == [1, 2])
    // A page that has no room for more breaks it all the same.
    #expect(try lines(3).pages(25, 25).map(\.count) == [2, 1])
    #expect(try lines(2).pages(25, 15).map(\.count) == [1, 1])
  }

  @Test func lessThanALineIsNoRoom() throws {
    #expect(try text("a").placed(20, 9.9).misfit == Misfit(.tooHigh(needed: 10, available: 9.9)))
    #expect(try text("a").placed(20, 9.9995).whole != nil)
    #expect(try text("a").placed(20, 0).misfit == Misfit(.tooHigh(needed: 10, available: 0)))
  }

  @Test func aLetterWiderThanItsSpaceIsRefused() throws {
    #expect(try text("ab").placed(4, 50).misfit == Misfit(.tooWide(needed: 5, available: 4)))
    #expect(try text("a  b").placed(0, 50).misfit == Misfit(.tooWide(needed: 5, available: 0)))
    #expect(try text("ab").placed(5, 50).whole?.texts == ["a", "b"])
  }

  @Test func anEmptyTextTakesALineAndShowsNothing() throws {
    let frame = try #require(try text("").placed(20, 50).whole)
    #expect(frame.size == Size(20, 10))
    #expect(frame.items.isEmpty)
  }

  @Test func typeWithoutHeightTakesNoRoom() throws {
    let flat = TextStyle(families: [], size: 10, lineHeight: 0)
    #expect(try Text("a\nb", style: flat).placed(20, 0).whole?.size == Size(20, 0))
  }

  @Test func theFontScaleScalesEverything() throws {
    var scaled = context()
    scaled.fontScale = 2
    let frame = try #require(try text("ab").placed(100, 50, scaled).whole)
    #expect(frame.seen == [Seen("ab", 0, 0, 20, 20)])
  }

  @Test func aTextThatFitsIsShapedOnce() throws {
    let measurer = FakeMeasurer()
    _ = try text("one two").placed(100, 50, LayoutContext(measurer: measurer))
    #expect(measurer.shaped == [FakeMeasurer.Shaping(text: "one two", width: nil)])
    _ = try text("one two").placed(20, 50, LayoutContext(measurer: measurer))
    #expect(measurer.shaped.last == FakeMeasurer.Shaping(text: "one two", width: 20))
  }

  @Test func aCharacterWithoutGlyphIsAnError() {
    let missing = ContentError.missingGlyph("☃", text: "a ☃", families: ["Fake"])
    #expect(throws: LayoutError.content(missing, nil)) { try text("a ☃").placed(100, 50) }
  }

  @Test(arguments: [
    ("1.5", 10), ("12.25", 15), ("3", 0), ("4 pcs.", 25), ("a. 7", 0), ("1.234.5", 10), ("7 m²", 15), ("none", 0),
    ("", 0),
  ])
  func theTailBeginsAtTheDecimalSignOrBehindTheLastFigure(_ figures: String, _ width: Double) throws {
    #expect(try text(figures, .decimal).widthAfterDecimalSign(context()) == width)
  }

  @Test func theDecimalSignIsTheLocales() throws {
    #expect(try text("4,00 €", .decimal).widthAfterDecimalSign(context(decimalSign: ",")) == 25)
    #expect(try text("1.234 €", .decimal).widthAfterDecimalSign(context(decimalSign: ",")) == 10)
    #expect(try text("٤٫٥", .decimal).widthAfterDecimalSign(context(decimalSign: "٫")) == 10)
  }

  @Test func aSlantedStrikeStaysOnItsLetters() throws {
    let style = TextStyle(
      families: ["F"], size: 10, lineHeight: 1, strike: Strike(color: .black, thickness: 0.1, slope: 0.2))
    func stroke(_ words: String) throws -> (origin: Point, line: LineItem)? {
      let frame = try #require(try Text(words, style: style).placed(500, 50).whole)
      for placed in frame.items {
        if case .line(let line) = placed.item { return (placed.origin, line) }
      }
      return nil
    }
    // Fakes' letters are half an em wide: three are 15 points.
    let short = try #require(try stroke("abc"))
    #expect(short.line.end == Point(15, -3) && short.line.width == 1)
    let long = try #require(try stroke("abcdefghijklmnopqrstuvwxyz"))
    #expect(long.line.end == Point(130, -5))
    // Its middle stays where it is.
    #expect(abs(short.origin.y - 1.5 - (long.origin.y - 2.5)) < 1e-9)
  }
}

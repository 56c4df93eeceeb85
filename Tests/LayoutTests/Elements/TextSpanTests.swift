import LayoutFakes
import Testing

@testable import Layout

/// What is said of text that is heard in another way than it stands.
@Suite struct TextSpanTests {
  private static let wording = Strike.Wording(beforeFigures: "price, struck:", beforeWords: "struck:")
  private static let struck = TextStyle(
    families: ["Fake"], size: 10, lineHeight: 1, strike: Strike(color: .black, wording: wording))

  private func roles(isTrial: Bool = false) -> LayoutContext {
    var context = LayoutContext(measurer: FakeMeasurer(), hasRoles: true)
    context.isTrial = isTrial
    return context
  }

  private func span(of frame: Frame?) -> TextSpan? {
    guard case .span(_, let span)? = frame?.items.first?.item else { return nil }
    return span
  }

  @Test func struckTextIsHeardAsStruck() throws {
    let frame = try #require(try Text("$78.72", style: Self.struck).placed(100, 50, roles()).whole)
    #expect(span(of: frame) == TextSpan(isStruck: true, description: "price, struck: $78.72"))
    #expect(frame.role == .paragraph)
    // It looks as it does to whoever sees it, the line included.
    let plain = try #require(try Text("$78.72", style: Self.struck).placed(100, 50).whole)
    #expect(frame.seen == plain.seen && frame.seen.count == 2)
    #expect(span(of: plain) == nil)
    let words = try Text("Debt", style: Self.struck).placed(100, 50, roles()).whole
    #expect(span(of: words)?.description == "struck: Debt")
  }

  @Test func aLineWithoutWordsIsStillToldOf() throws {
    let style = TextStyle(families: ["Fake"], size: 10, strike: Strike(color: .black))
    #expect(span(of: try Text("1", style: style).placed(100, 50, roles()).whole) == TextSpan(isStruck: true))
  }

  @Test func capitalsAreHeardAsTheyWereTyped() throws {
    let capitals = Text("PRICE", style: plain, typed: "Price")
    #expect(span(of: try capitals.placed(100, 50, roles()).whole) == TextSpan(typed: "Price"))
    #expect(span(of: try Text("PRICE", style: plain, typed: "PRICE").placed(100, 50, roles()).whole) == nil)
    let both = Text("SS 1", style: Self.struck, typed: "ß 1")
    #expect(span(of: try both.placed(100, 50, roles()).whole)?.description == "price, struck: ß 1")
  }

  @Test func aLanguageIsTold() throws {
    let french = Text("Pain", style: plain, headingLevel: 1, language: "fr")
    let frame = try #require(try french.placed(100, 50, roles()).whole)
    #expect(span(of: frame) == TextSpan(language: "fr") && frame.role == .heading(level: 1))
    #expect(span(of: try text("Pain").placed(100, 50, roles()).whole) == nil)
  }

  @Test func eachPageSaysItsOwnPart() throws {
    let (frame, rest) = try #require(
      try Text("1 one two", style: Self.struck, typed: "1 One two").placed(30, 15, roles()).part)
    #expect(span(of: frame)?.description == "price, struck: 1 one ")
    #expect(span(of: try rest.placed(30, 15, roles()).whole)?.description == "struck: two")
    #expect(span(of: frame)?.typed == nil)
  }

  @Test func nothingIsSaidInTrials() throws {
    #expect(span(of: try Text("1", style: Self.struck).placed(100, 50, roles(isTrial: true)).whole) == nil)
  }
}

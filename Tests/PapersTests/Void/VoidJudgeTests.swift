import Drawing
import Layout
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers
@testable import Templating

/// What makes a page void is judged on what comes out: in colour, in pixels, in dots, moved and stretched.
@Suite struct VoidJudgeTests {
  private static let paper = VoidLayerTests.paper
  private static let head = PrintHead(dots: 576)

  private let measurer: PangoMeasurer
  private let judge: VoidJudge
  private let layer: VoidLayer

  init() throws {
    let installation = TestOffice.installation
    let fonts = try Fonts(configuration: installation.fontConfiguration, cache: installation.cache)
    measurer = try PangoMeasurer(fonts: fonts, language: "en")
    judge = VoidJudge(measurer)
    layer = try VoidLayer(
      page: Self.paper, placement: VoidLayerTests.placement(), wording: VoidWording.in("en"), issuer: "Riverside",
      zero: "$0.00", look: "plain", LayoutContext(measurer: measurer))
    judge.known.add(layer)
  }

  /// A page with something below its void.
  private func page(_ items: [Placed] = [], under layer: VoidLayer? = nil) -> Frame {
    var page = Frame(size: Self.paper, items: items)
    (layer ?? self.layer).apply(to: &page, leavingOut: PageLeaves(page).survey.codes)
    return page
  }

  private func cover(_ area: Rect, _ color: Color = .black) -> Placed {
    Placed(origin: area.origin, item: .box(BoxItem(size: area.size, fill: color)))
  }

  private func bounds(of kind: VoidPhrase.Kind) throws -> Rect {
    try #require(layer.phrases.first { $0.kind == kind }?.bounds.first)
  }

  private func text(_ text: String, size: Double, at origin: Point, color: Color = .black, spacing: Double = 0) throws
    -> Placed
  {
    let style = TextStyle(families: ["Inter"], size: size, letterSpacing: spacing, color: color)
    let line = try measurer.shape(text, style: style, scale: 1, direction: .leftToRight, width: nil).lines[0]
    return Placed(origin: origin, item: .text(line, style))
  }

  @Test func everyPhraseIsKnownWithItsLetters() throws {
    #expect(
      layer.phrases.map(\.kind) == [.stamp, .zeroDue, .stampNothingOwed, .notABill, .nothingOwed, .total])
    let said = layer.phrases.map { $0.lines.flatMap(\.glyphs).map(\.text).joined() }
    #expect(
      said == [
        "VOIDBYSOLIDARITY", "TOTALDUE$0.00", "NOTHINGISOWED.", "Thisisnotabill.", "Nothingisowed.", "Totaldue:$0.00",
      ])
    for bounds in layer.phrases.prefix(3).flatMap(\.bounds) { #expect(layer.stampBounds.contains(bounds, slack: 1)) }
    for bounds in layer.phrases.suffix(3).flatMap(\.bounds) { #expect(layer.sentenceBounds.contains(bounds, slack: 1)) }
  }

  @Test(arguments: [
    PageOutput.vector(.none), .vector(PrintCorrection(x: 3, y: -2, across: 1.01, down: 0.99)), .pixels(dpi: 50),
    .pixels(dpi: 150), .dots(PrintHead(dots: 1680), .none),
  ])
  func aPlainPageCanBeRead(output: PageOutput) throws {
    #expect(try judge.violation(on: page(), as: output) == nil)
  }

  @Test func lettersOfHardlyAPixelAreNotRead() throws {
    #expect(try judge.violation(on: page(), as: .pixels(dpi: 36)) == .tooFewPixels)
  }

  @Test func aPageWithoutAVoidIsNone() throws {
    #expect(try judge.violation(on: Frame(size: Self.paper), as: .vector(.none)) == .missing)
  }

  @Test(arguments: [VoidPhrase.Kind.stamp, .zeroDue, .stampNothingOwed, .notABill, .nothingOwed, .total])
  func eachPhraseCountsByItself(kind: VoidPhrase.Kind) throws {
    let bounds = try bounds(of: kind)
    let violation: VoidViolation = kind.isOfStamp ? .hidden : .sentenceHidden
    #expect(try judge.violation(on: page([cover(bounds.grown(by: 3))]), as: .vector(.none)) == violation)
    // A fifth of it is too much, too, and so is a letter of small type.
    let part = Rect(bounds.origin, Size(bounds.size.width * 0.24, bounds.size.height))
    #expect(try judge.violation(on: page([cover(part.grown(by: 3))]), as: .vector(.none)) == violation)
  }

  @Test func whatIsDrawnOverItHidesItAsWell() throws {
    var page = page()
    page.items.append(cover(try bounds(of: .total).grown(by: 1), .white))
    #expect(try judge.violation(on: page, as: .vector(.none)) == .sentenceHidden)
  }

  @Test func aPaleGroundHidesNothing() throws {
    let ground = cover(Rect(.zero, Self.paper), Color(red: 0.9, green: 0.9, blue: 0.8))
    #expect(try judge.violation(on: page([ground]), as: .vector(.none)) == nil)
    #expect(try judge.violation(on: page([ground]), as: .dots(PrintHead(dots: 1680), .none)) == nil)
  }

  @Test func aGreyGroundIsBlackOnAHeadThatKnowsNoGrey() throws {
    let grey = Color(red: 0.58, green: 0.58, blue: 0.58)
    let layer = try VoidLayer(
      page: Self.paper, placement: VoidLayerTests.placement(color: .black), wording: VoidWording.in("en"),
      issuer: "Riverside", zero: "$0.00", look: "black", LayoutContext(measurer: measurer))
    judge.known.add(layer)
    let page = page([cover(Rect(.zero, Self.paper), grey)], under: layer)
    #expect(try judge.violation(on: page, as: .vector(.none)) == nil)
    #expect(try judge.violation(on: page, as: .dots(PrintHead(dots: 1680), .none)) == .hidden)
  }

  @Test func manySmallCoversAreAsGoodAsALargeOne() throws {
    let bounds = try bounds(of: .stamp)
    let (width, height) = (bounds.size.width / 40, bounds.size.height / 12)
    var boxes: [Placed] = []
    for column in 0..<40 {
      for row in 0..<12 {
        let corner = Point(bounds.minX + Double(column) * width, bounds.minY + Double(row) * height)
        boxes.append(cover(Rect(corner, Size(width, height))))
      }
    }
    #expect(try judge.violation(on: page(boxes), as: .vector(.none)) == .hidden)
  }

  @Test func typeHidesItWhateverItsSize() throws {
    let bounds = try bounds(of: .total)
    let blocks = try (0..<6).map { row in
      try text(
        String(repeating: "■", count: 80), size: 6,
        at: Point(bounds.minX - 20, bounds.minY + 2 * Double(row)), spacing: -0.3)
    }
    #expect(try judge.violation(on: page(blocks), as: .vector(.none)) == .sentenceHidden)
  }

  @Test func runningTextHidesNothing() throws {
    let rows = try stride(from: layer.stampBounds.minY, to: layer.stampBounds.maxY, by: 16).map { y in
      try text(
        "Bread, whole wheat: 2 lb × $2.814 from the Bureau of Labor Statistics, May 2026", size: 10, at: Point(80, y))
    }
    #expect(try judge.violation(on: page(rows), as: .vector(.none)) == nil)
  }

  @Test func wordsThatAreMovedOffThePaperAreRefused() throws {
    func violation(_ correction: PrintCorrection) throws -> VoidViolation? {
      try judge.violation(on: page(), as: .vector(correction))
    }
    #expect(try violation(PrintCorrection(y: 30 * Length.millimetre)) == .pushedOff)
    #expect(try violation(PrintCorrection(x: -60 * Length.millimetre)) == .pushedOff)
    #expect(try violation(PrintCorrection(down: 1.1)) == .pushedOff)
    #expect(try violation(PrintCorrection(x: 2, y: 2)) == nil)
  }

  /// What a printer's correction would push off is laid out further in from the first.
  @Test(arguments: [
    PrintCorrection(y: 7.5 * Length.millimetre), PrintCorrection(down: 1.03),
    PrintCorrection(x: -4 * Length.millimetre, y: 5 * Length.millimetre, across: 0.99, down: 1.01),
  ]) func aCorrectionKeepsTheFootOnThePaper(correction: PrintCorrection) throws {
    let output = PageOutput.vector(correction)
    #expect(try judge.violation(on: page(), as: output) == .pushedOff)
    let moved = try VoidLayer(
      page: Self.paper, placement: VoidLayerTests.placement(), wording: VoidWording.in("en"), issuer: "Riverside",
      zero: "$0.00", output: output, look: "moved", LayoutContext(measurer: measurer))
    judge.known.add(moved)
    #expect(try judge.violation(on: page(under: moved), as: output) == nil)
    let area = PrintableArea(output, width: Self.paper.width, isRoll: false)
    #expect(moved.sentenceBounds.minY > Self.paper.height - VoidLayer.foot(of: Self.paper, type: 0, in: area))
  }

  @Test func wordsOutsideOfAHeadsReachAreRefused() throws {
    #expect(try judge.violation(on: page(), as: .dots(Self.head, .none)) == .hidden)
  }

  @Test func itIsFoundOnSheetsAndPictures() throws {
    let hidden = page([cover(try bounds(of: .stamp).grown(by: 3))])
    for page in [page(), hidden] {
      let expected: VoidViolation? = page.items.count > 1 ? .hidden : nil
      #expect(try judge.violation(on: ShareCard.card(of: page), as: .pixels(dpi: ShareCard.dpi)) == expected)
      var sheet = Frame(size: Size(1200, 900))
      sheet.add(.frame(page), at: Point(600, 20))
      sheet.add(
        .group(
          GroupItem(
            content: SharedFrame(page), transform: Transform(cosine: -1, sine: 0, offset: Point(600, 880)))), at: .zero)
      #expect(try judge.violation(on: sheet, as: .vector(.none)) == expected)
    }
  }

  /// Under the stamp's corners, where it is turned away, there is none of its words, and a roll's words stand by its end.
  @Test func whatIsDrawnElsewhereIsNotLookedAt() throws {
    let words = try bounds(of: .stamp)
    #expect(try judge.violation(on: page(), as: .vector(.none)) == nil)
    let before = judge.looks
    let corner = Rect(x: words.minX, y: words.minY, width: 30, height: 12)
    #expect(try judge.violation(on: page([cover(corner)]), as: .vector(.none)) == nil)
    #expect(judge.looks == before)
    let covering = Rect(x: words.minX, y: words.maxY - 40, width: 30, height: 40)
    #expect(try judge.violation(on: page([cover(covering)]), as: .vector(.none)) == .hidden)
    #expect(judge.looks > before)
    for height in [400.0, 523.4] {
      let layer = try VoidLayer(
        page: Size(227, height), placement: VoidLayerTests.placement(width: 160), wording: VoidWording.in("en"),
        issuer: "Riverside", zero: "$0.00", isRoll: true, look: "roll", LayoutContext(measurer: measurer))
      judge.known.add(layer)
      var roll = Frame(size: Size(227, height))
      layer.apply(to: &roll, leavingOut: [])
      let looks = judge.looks
      #expect(try judge.violation(on: roll, as: .dots(Self.head, .none)) == nil)
      #expect(judge.looks - looks == (height == 400 ? 1 : 0))
    }
  }

  @Test func whatLooksTheSameIsLookedAtOnce() throws {
    func look(_ words: String, lower: Double = 0, ground: Color? = nil) throws -> Int {
      let before = judge.looks
      let y = (try bounds(of: .stamp)).minY + 40 + lower
      var items = try [text(words, size: 9, at: Point(200, y)), text("12", size: 9, at: Point(400, y))]
      if let ground { items.insert(cover(Rect(.zero, Self.paper), ground), at: 0) }
      #expect(try judge.violation(on: page(items), as: .vector(.none)) == nil)
      return judge.looks - before
    }
    // A page full of it is looked at, once as it is and once half a line lower.
    #expect(try look("Bread, whole wheat") == 2)
    // Other words, on another line, and the same words once more.
    #expect(try look("Eggs") == 0)
    #expect(try look("Childcare, babysitter, one child", lower: 7) == 0)
    // Blocks are no words, with which a page could be full, and another ground is another page.
    #expect(try look("■■") == 1)
    #expect(try look("Eggs", ground: Color(red: 0.9, green: 0.9, blue: 0.8)) == 2)
    #expect(try look("Eggs", ground: Color(red: 0.9, green: 0.9, blue: 0.8)) == 0)
  }
}

import Drawing
import Foundation
import Layout
import Templating

/// What must be put over a page, and where not.
package struct PageVoid {
  var layer: VoidLayer
  /// The boxes of the page's codes, which are left out, from where it begins.
  var codes: [Rect]
  /// How far below the page's top it begins, in points: a long roll bears several.
  var top = 0.0

  /// Puts it over the page.
  func apply(to page: inout Frame) { layer.apply(to: &page, leavingOut: codes, from: top) }
}

/// The stamp, the zero due and the sentence that nothing is owed: what goes over every page, last, whatever a template does.
///
/// It is painted by multiplication, so that nothing covers it and every figure below it stays readable; only the boxes of
/// codes are left out.
struct VoidLayer: Sendable {
  /// The layer in the page's coordinates.
  let frame: SharedFrame
  /// What it says, with where its letters lie on the page.
  let phrases: [VoidPhrase]
  /// What is said in its place where the page is read aloud: all of it, each thing once.
  let spoken: String
  /// What the ink of all its phrases lies within.
  let wordBounds: Rect
  /// The size of the smallest type of its phrases, in points; that of the stamp's first line counts for less, since its letters are
  /// narrow.
  let smallest: Double
  /// Whether the stamp is a picture of the template's own.
  let hasArt: Bool
  /// Whether the page is cut from a roll.
  let isRoll: Bool
  /// How close to the page's edges its words come without any correction, in points.
  let margin: Double
  /// What tells it from others, wherever on a roll of any length it is; empty where nobody said.
  let look: String
  /// The stamp's upright bounds on the page, in points.
  let stampBounds: Rect
  /// The stamp before it is turned, with its middle at the origin, and its turn.
  let stamp: (box: Rect, transform: Transform)
  /// The bounds of the sentence at the foot of the page, in points.
  let sentenceBounds: Rect
  /// Whether the stamp, with its frame, stands in the sentence, so that neither is read with ease.
  let isCrowded: Bool

  /// The blank that a page keeps at its foot for the sentence, in points: 13 mm; less on what is smaller than A5, but 10 mm
  /// wherever there is room, since small papers are cut from sheets whose last 5 mm printers leave blank.
  ///
  /// - Parameters:
  ///   - page: the page's size in points; endless for a roll.
  ///   - type: the size in points that the sentence's type has at the least.
  /// - Returns: the blank.
  static func foot(of page: Size, type: Double) -> Double {
    // A roll is cut behind what is printed, and its lines are short.
    guard page.height.isFinite else { return max(rollFoot, edge(of: page) + 1.3 * type * rollLines) }
    let room = type > 0 ? edge(of: page) + 1.3 * type * largeLines : 0
    return max(usualFoot(of: page), room)
  }
  /// How many lines of the sentence there is room for: on a roll, on a sheet, and on a sheet in large print.
  private static let (rollLines, lines, largeLines) = (5.0, 2.0, 4.0)

  private static func usualFoot(of page: Size) -> Double {
    let (usual, least) = (13 * Length.millimetre, 10 * Length.millimetre)
    return min(usual, max(0.062 * page.height, min(least, 0.1 * page.height)))
  }
  private static let rollFoot = 22 * Length.millimetre

  /// The blank that a page keeps at its foot where a printer's correction brings its end closer, in points.
  static func foot(of page: Size, type: Double, in area: PrintableArea) -> Double {
    let (blank, usual) = (foot(of: page, type: type), edge(of: page))
    return blank + area.edge(usual: usual, room: blank, height: page.height) - usual
  }

  /// How far everything stays from a roll's edges, in points: heads do not reach the outer 5 mm of a roll of 58 mm (384 dots, 48 mm),
  /// nor the outer 4 mm of one of 80 mm (576 dots, 72 mm).
  private static let rollSide = 5.5 * Length.millimetre
  /// The size of the sentence's type on rolls in points, which heads of 203 dots an inch print well.
  private static let rollSize = 8.0

  /// How far the sentence stays from the edge, in points: 5 mm, where the blank allows it; 2 mm on a roll, which is fed on before it is
  /// cut.
  private static func edge(of page: Size) -> Double {
    guard page.height.isFinite else { return 2 * Length.millimetre }
    return min(5 * Length.millimetre, 0.44 * usualFoot(of: page))
  }
  /// The size of the sentence's type in points, where the page is wide enough; it goes with the foot, and is 6 at the least, on signs lower
  /// than A7 5.
  private static func sentenceSize(_ foot: Double) -> Double {
    max(foot < 7 * Length.millimetre ? 5 : 6, 7.5 * foot / (13 * Length.millimetre))
  }

  /// How wide the letters of the stamp's first line are beside those of usual type.
  private static let narrow = 0.6

  /// How small the sentence's type may get.
  private static let leastShare = 0.5

  /// Makes the layer for pages of one size.
  ///
  /// - Parameters:
  ///   - page: the page's size in points.
  ///   - placement: how the template wants the stamp.
  ///   - center: where its middle is, as shares of the page, on a roll as a share of its width and points above its end; the first of its
  ///     places where not said.
  ///   - wording: the words.
  ///   - issuer: who issues the paper.
  ///   - zero: zero as it is shown in the invoice's currency.
  ///   - edition: whether the paper has been printed before, and its gift was taken back.
  ///   - isRoll: whether the page is cut from a roll, as long as its content.
  ///   - isTight: whether the sentence keeps to the foot of the page, however small it gets; else two lines may reach out of it.
  ///   - output: what the page comes out as: a printer's correction keeps the sentence on the paper.
  ///   - look: what tells it from others, but for the length of a roll.
  ///   - context: measures the words.
  /// - Throws: `LayoutError` when a word has a character that no font has.
  init(
    page: Size, placement: StampPlacement, at center: Point? = nil, wording: VoidWording, issuer: String, zero: String,
    edition: Edition = .first, isRoll: Bool = false, isTight: Bool = false,
    output: PageOutput = .vector(.none), look: String = "", _ context: LayoutContext
  ) throws(LayoutError) {
    let art = StampArt(
      wording: wording, zero: zero, color: placement.color, leastType: placement.leastType, art: placement.art)
    // Where reading runs the other way, so does the stamp.
    let center = center ?? placement.centers(isRoll: isRoll, isFirst: true)[0]
    let angle = placement.degrees * .pi / (context.direction == .leftToRight ? 180 : -180)
    let share = context.direction == .leftToRight ? center.x : 1 - center.x
    let middle = Point(page.width * share, isRoll ? page.height - center.y : page.height * center.y)
    let turn = Transform(cosine: cos(angle), sine: sin(angle), offset: middle)
    let width = isRoll ? placement.rollWidth : placement.width
    var made = try art.stamp(width: width, context)
    if isRoll {
      // What a head does not reach is lost.
      let needed = turn.bounds(of: Rect(.zero, made.frame.size)).size.width
      let reach = 2 * (min(middle.x, page.width - middle.x) - VoidLayer.rollSide)
      if needed > reach { made = try art.stamp(width: width * max(reach / needed, 0.01), context) }
    }
    let stampFrame = made.frame
    let half = Point(-stampFrame.size.width / 2, -stampFrame.size.height / 2)
    let box = Rect(half, stampFrame.size)

    var centered = Frame(size: stampFrame.size)
    centered.add(.frame(stampFrame), at: half)
    // White multiplies to what is below: where the stamp is worn, the page shows through.
    centered.add(.boxes(StampArt.wear(in: box), .white), at: .zero)
    stampBounds = turn.bounds(of: box)
    stamp = (box, turn)

    let kept = isRoll ? Size(page.width, .infinity) : page
    let foot = VoidLayer.foot(of: kept, type: placement.leastType)
    let side = isRoll ? VoidLayer.rollSide : VoidLayer.usualFoot(of: kept)
    let usualEdge = VoidLayer.edge(of: kept)
    let area = PrintableArea(output, width: page.width, isRoll: isRoll)
    let edge = area.edge(usual: usualEdge, room: foot, height: page.height)
    let sides = area.sides(usual: side...max(side, page.width - side), width: page.width)
    let usualSize = isRoll ? VoidLayer.rollSize : VoidLayer.sentenceSize(VoidLayer.usualFoot(of: kept))
    let size = max(usualSize, placement.leastType)
    let lines = isRoll ? VoidLayer.rollLines : size > usualSize ? VoidLayer.largeLines : VoidLayer.lines
    let usual = size * 1.3 * lines
    let sentence = try VoidSentence(
      VoidSentence.Wording(
        fixed: [
          (.notABill, wording.notABill), (.nothingOwed, wording.nothingOwed),
          // The zero stays beside what it is the total of.
          (.total, "\(wording.totalDue): \(zero)".replacing(" ", with: "\u{A0}")),
        ],
        issuer: [edition.mark(wording), issuer].compactMap { $0 }.joined(separator: " · ")),
      in: VoidSentence.Room(
        width: sides.upperBound - sides.lowerBound, height: isTight ? min(usual, foot - usualEdge) : usual, size: size,
        least: VoidLayer.leastShare),
      context)
    let origin = Point(sides.lowerBound, page.height - edge - sentence.frame.size.height)
    sentenceBounds = Rect(origin, sentence.frame.size)

    var layer = Frame(size: page)
    // Below the stamp, of which nothing may be lost.
    if edition == .takenBack {
      layer.add(.group(try VoidLayer.across(page, wording.takenBack, isRoll: isRoll, context)), at: .zero)
    }
    layer.add(.group(GroupItem(content: SharedFrame(centered), transform: turn)), at: .zero)
    layer.add(.frame(sentence.frame), at: origin)
    frame = SharedFrame(layer)
    phrases =
      made.phrases.map { $0.moved(by: turn.around(Transform(offset: half))) }
      + sentence.phrases.map { $0.moved(by: Transform(offset: origin)) }
    let stamp = LineVicinity(box, at: turn)
    isCrowded = phrases.contains { phrase in
      !phrase.kind.isOfStamp && phrase.bounds.contains { stamp.meets($0, at: Transform()) }
    }
    spoken =
      "\(wording.stamp). \(wording.notABill) \(wording.nothingOwed) \(wording.totalDue): \(zero). "
      + [edition.mark(wording), issuer].compactMap { $0 }.joined(separator: " · ")
    let words = phrases.flatMap(\.bounds)
    wordBounds = words.dropFirst().reduce(words.first ?? stampBounds) { $0.union($1) }
    smallest =
      phrases.flatMap { phrase in phrase.lines.map { phrase.kind == .stamp ? VoidLayer.narrow * $0.size : $0.size } }
      .min()
      ?? size
    (self.look, self.isRoll, hasArt, margin) = (look, isRoll, placement.art != nil, min(usualEdge, side))
  }

  /// Paints the layer over a finished page, leaving out the boxes of its codes.
  func apply(to page: inout Frame, leavingOut codes: [Rect], from top: Double = 0) {
    page.add(
      .group(
        GroupItem(content: frame, transform: Transform(), blend: .multiply, holes: codes, wording: spoken)),
      at: Point(0, top))
  }

  /// What stands across a whole page, in the other direction than the stamp: pale, so that the stamp and what is below stay
  /// readable. A receipt printer knows no grey: there it is of lines with what is below between them, and smaller.
  private static func across(_ page: Size, _ text: String, isRoll: Bool, _ context: LayoutContext) throws(LayoutError)
    -> GroupItem
  {
    let tone = isRoll ? 0 : 0.72
    let color = Color(red: tone, green: tone, blue: tone)
    func frame(_ size: Double) throws(LayoutError) -> Frame {
      let style = TextStyle(families: StampArt.displayFamilies, size: size, letterSpacing: 0.04, color: color)
      switch try Text(text, style: style, wraps: false).layout(
        in: Constraints(width: .atMost(10_000), height: 10_000, isFreshPage: true), context)
      {
      case .whole(let frame), .part(let frame, _): return frame
      case .none(let misfit): throw .overflow(misfit)
      }
    }
    let tilt = min(Double.pi / 4, atan2(page.height, page.width))
    // As long as fits at this tilt between the sides, with a margin.
    let room: Double = (isRoll ? 0.6 : 0.86) * page.width / cos(tilt)
    let usual = 100.0
    let needed = try frame(usual).size.width + usual * tan(tilt)
    let line = try frame(usual * room / needed)
    var centered = Frame(size: line.size)
    let corner = Point(-line.size.width / 2, -line.size.height / 2)
    centered.add(.frame(line), at: corner)
    // White multiplies to what is below.
    if isRoll { centered.add(.boxes(screen(over: Rect(corner, line.size)), .white), at: .zero) }
    let turn = context.direction == .leftToRight ? tilt : -tilt
    let middle = Point(page.width / 2, page.height * 0.4)
    return GroupItem(
      content: SharedFrame(centered),
      transform: Transform(cosine: cos(turn), sine: sin(turn), offset: middle))
  }

  /// How far the lines of a screen stand apart, and how much of that is white, in points: some four dots of a head of 203 dpi, and two.
  private static let (screenPitch, screenGap) = (0.5 * Length.millimetre, 0.27 * Length.millimetre)

  /// What lets about half of letters stand, as lines along them.
  private static func screen(over box: Rect) -> [Rect] {
    let count = Int((box.size.height / screenPitch).rounded(.up))
    return (0..<count).map { index in
      Rect(
        Point(box.origin.x, box.origin.y + Double(index) * screenPitch), Size(box.size.width, screenGap))
    }
  }
}

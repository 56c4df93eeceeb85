import Drawing
import Layout

/// Judges finished pages: whether what makes them void can be read on what comes out. One worker's own.
///
/// A page is looked at where the void's words are, in its own output. What has been looked at once is not looked at again: what
/// counts is which words stand there, what is drawn at them, and what it comes out as. Running text is known by its baselines, as
/// long as the words could be read even if these were full of it.
final class VoidJudge {
  let known = KnownVoids()
  private let measurer: PangoMeasurer
  private let ink = LineInk()
  private var seen: [Key: Verdict] = [:]
  private static let limit = 512
  /// Whether it was but text that hid the last words that could not be read.
  private(set) var isHiddenByText = false
  /// How many pages have been drawn to be looked at.
  private(set) var looks = 0

  /// What decides how a void comes out.
  private struct Key: Hashable {
    var look: String
    var turn: [Double]
    var output: PageOutput
    var width: Double
    var things: [VoidGround.Thing]
    /// Where running text stands; nil where it is among the things, as it is.
    var rows: Set<VoidGround.Row>?
    /// Which running text there is, wherever it stands; nil where it counts where it does.
    var text: RunningText?
  }

  private struct Verdict {
    var violation: VoidViolation?
    /// How much ink the heaviest running text laid down over which it was judged.
    var densest: Double
    /// What the key knows by its identity.
    var kept: [any ShapedContent] = []
  }

  /// - Parameter measurer: what shaped the pages' texts.
  init(_ measurer: PangoMeasurer) { self.measurer = measurer }

  /// What is wrong with a page; nil when every void on it can be read.
  ///
  /// - Parameters:
  ///   - page: the page as a writer is given it.
  ///   - output: what it comes out as.
  /// - Returns: what cannot be read.
  /// - Throws: `DrawingError` when it cannot be drawn.
  func violation(on page: Frame, as output: PageOutput) throws(DrawingError) -> VoidViolation? {
    try violation(on: FinishedPage(page, known: known, as: output), as: output)
  }

  /// What is wrong with a page, once a void is put over it; nil when every void on it can be read.
  ///
  /// - Parameters:
  ///   - page: the page without the void.
  ///   - void: what is put over it.
  ///   - output: what it comes out as.
  /// - Returns: what cannot be read.
  /// - Throws: `DrawingError` when it cannot be drawn.
  func violation(on page: PageLeaves, under void: PageVoid, as output: PageOutput) throws(DrawingError)
    -> VoidViolation?
  {
    try violation(on: FinishedPage(page, under: void, known: known, as: output), as: output)
  }

  private func violation(on page: FinishedPage, as output: PageOutput) throws(DrawingError) -> VoidViolation? {
    // A paper that names prices has one on every page.
    if page.voids.isEmpty { return .missing }
    for index in page.voids.indices {
      if let violation = try violation(ofVoid: index, on: page, as: output) { return violation }
    }
    return nil
  }

  private func violation(ofVoid index: Int, on page: FinishedPage, as output: PageOutput)
    throws(DrawingError) -> VoidViolation?
  {
    let void = page.voids[index]
    if let violation = pushedOff(void, page.frame.size, output) { return violation }
    if case .pixels(let dpi) = output, void.layer.smallest * void.place.factor * dpi / 72 < LetterSight.leastEm {
      return .tooFewPixels
    }
    let around = page.ground(ofVoid: index, ink)
    isHiddenByText = around.isTextAlone
    let key = Key(
      look: void.layer.look, turn: [void.place.cosine, void.place.sine], output: output, width: page.frame.size.width,
      things: around.covers, rows: around.rows)
    if let text = RunningText(around) {
      let all = Key(
        look: key.look, turn: key.turn, output: output, width: key.width, things: RunningText.others(around), text: text
      )
      let isFine: Bool
      if let verdict = verdict(on: all, around) {
        isFine = verdict.violation == nil
      } else {
        var found: VoidViolation?
        for full in text.fullPages(around, under: void, size: page.frame.size) where found == nil {
          found = try look(at: full, void, output)
        }
        keep(Verdict(violation: found, densest: around.densest, kept: around.kept), for: all)
        isFine = found == nil
      }
      if isFine { return nil }
    }
    if around.rows.isEmpty || RunningText.linesMeet(around) { return try asItIs(key, void, on: page, output, around) }
    let isFullFine: Bool
    if let verdict = verdict(on: key, around) {
      isFullFine = verdict.violation == nil
    } else {
      let full = page.frame.adding(around.filling, before: void.layer, at: void.place)
      // What cannot be filled, since it is turned, is judged as it is.
      let found = try full.map { (page) throws(DrawingError) in try look(at: page, void, output) } ?? .hidden
      keep(Verdict(violation: found, densest: around.densest), for: key)
      isFullFine = found == nil
    }
    if isFullFine { return nil }
    return try asItIs(key, void, on: page, output, around)
  }

  /// What is wrong where each text counts, wherever it stands.
  private func asItIs(
    _ key: Key, _ void: FinishedPage.Found, on page: FinishedPage, _ output: PageOutput, _ around: VoidGround
  ) throws(DrawingError) -> VoidViolation? {
    var key = key
    (key.things, key.rows) = (around.things, nil)
    if let verdict = verdict(on: key, around) { return verdict.violation }
    let found = try look(at: page.frame, void, output)
    keep(Verdict(violation: found, densest: around.densest, kept: around.kept), for: key)
    return found
  }

  /// The verdict on what looks the same, with running text no heavier than this, or but a little.
  private func verdict(on key: Key, _ around: VoidGround) -> Verdict? {
    seen[key].flatMap { around.densest <= $0.densest * Self.slack ? $0 : nil }
  }

  /// Half as much ink again is what words of one type differ by; bold type has more.
  private static let slack = 1.5

  private func keep(_ verdict: Verdict, for key: Key) {
    if seen.count >= Self.limit { seen.removeAll(keepingCapacity: true) }
    seen[key] = verdict
  }

  // MARK: - Off the paper

  /// Whether a printer's correction moves words to where it does not print, or off the paper.
  private func pushedOff(_ void: FinishedPage.Found, _ page: Size, _ output: PageOutput) -> VoidViolation? {
    let correction = output.correction
    if correction == .none { return nil }
    let paper = Rect(.zero, Size(page.width, page.height * (void.layer.isRoll ? correction.down : 1)))
    for bounds in void.bounds {
      let moved = Rect(
        x: bounds.minX * correction.across + correction.x, y: bounds.minY * correction.down + correction.y,
        width: bounds.size.width * correction.across, height: bounds.size.height * correction.down)
      // Words that stand closer to an edge by themselves may stay there.
      let kept = min(
        PrintableArea.unprinted, void.layer.margin * void.place.factor, bounds.minX, bounds.minY,
        page.width - bounds.maxX, page.height - bounds.maxY)
      if !paper.grown(by: -max(0, kept - 0.01)).contains(moved) { return .pushedOff }
    }
    return nil
  }

  // MARK: - Looking

  private func look(at page: Frame, _ void: FinishedPage.Found, _ output: PageOutput) throws(DrawingError)
    -> VoidViolation?
  {
    looks += 1
    // The stamp and the sentence are looked at each in its own rows: what lies between them need not be drawn.
    for isStamp in [true, false] {
      let phrases = void.phrases(ofStamp: isStamp)
      if try !canRead(phrases, of: void, on: page, output) {
        if !isStamp { return .sentenceHidden }
        return void.layer.hasArt ? .hiddenByArt : .hidden
      }
    }
    return nil
  }

  /// Whether each of some phrases can be read.
  private func canRead(_ phrases: [VoidPhrase], of void: FinishedPage.Found, on page: Frame, _ output: PageOutput)
    throws(DrawingError) -> Bool
  {
    let lines = phrases.flatMap(\.lines).map { ($0, place: void.place.around($0.place)) }
    let pixel = void.pixel(in: output)
    let areas = lines.compactMap { LineVicinity($0, at: $1, pixel: pixel)?.bounds }
    guard let first = areas.first else { return false }
    let sight = try PageSight(
      page, as: output, dpi: 72 / pixel, area: areas.dropFirst().reduce(first) { $0.union($1) },
      measurer: measurer)
    var black = Frame(size: page.size)
    for (line, place) in lines {
      let content = Frame(size: .zero, items: [Placed(origin: .zero, item: .text(line.shaped, line.style.inBlack))])
      black.add(.group(GroupItem(content: SharedFrame(content), transform: place)), at: .zero)
    }
    let seen = LetterSight(sight, try sight.share(of: black, as: output, measurer: measurer))
    return phrases.allSatisfy { phrase in
      seen.canRead(phrase.lines.map { ($0, void.place.around($0.place)) })
    }
  }
}

extension TextStyle {
  /// The same in black.
  fileprivate var inBlack: TextStyle { TextStyle(families: families, size: size, weight: weight) }
}

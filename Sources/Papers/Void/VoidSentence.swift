import Layout

/// What stands at the foot of every page: that it is no bill, that nothing is owed, and the total, on lines of their own, whatever
/// the office is called; below them who issues it.
struct VoidSentence {
  let frame: Frame
  let phrases: [VoidPhrase]

  private static let lineHeight = 1.2
  private static let color = Color(red: 0.1, green: 0.1, blue: 0.1)

  /// What it says.
  struct Wording {
    /// The fixed words, each a phrase, in their order.
    var fixed: [(kind: VoidPhrase.Kind, text: String)]
    /// What stands below them.
    var issuer: String
  }

  /// The room it has.
  struct Room {
    var width: Double
    /// How high it may be, in points.
    var height: Double
    /// The size of its type in points, where there is room for it.
    var size: Double
    /// How small the type may get.
    var least: Double
  }

  /// Lays it out: in the largest type in which the fixed words stand on one to three lines, and the issuer on one or two.
  ///
  /// - Throws: `LayoutError` when a word has a character that no font has, or there is no room.
  init(_ wording: Wording, in room: Room, _ context: LayoutContext) throws(LayoutError) {
    let style = Self.style(room.size)
    var pieces: [ShapedLine] = []
    for phrase in wording.fixed { pieces.append(try Self.shaped(phrase.text, style, context)) }
    let issuer = try Self.shaped(wording.issuer, style, context)
    let gap = room.size * StampArt.blank
    var best: (factor: Double, split: [Range<Int>])?
    for split in Self.splits(pieces.count) {
      let widest = split.map { Self.width(of: pieces[$0], gap: gap) }.max() ?? 0
      for below in [1.0, 2] {
        let height = (Double(split.count) + below) * room.size * Self.lineHeight
        // Lines of an issuer end where words do.
        let ends = below == 1 ? 1 : 0.85 * below
        let factor = min(1, room.width / widest, room.height / height, ends * room.width / max(1, issuer.width))
        if factor > (best?.factor ?? 0) + 0.0001 { best = (factor, split) }
      }
    }
    guard let best else { throw .overflow(Misfit(.tooHigh(needed: room.size, available: 0))) }
    // A long name makes only itself small: the fixed words keep what the room for them allows.
    var factor = max(best.factor, room.least)
    let widest = best.split.map { Self.width(of: pieces[$0], gap: gap) }.max() ?? 0
    if widest * factor > room.width { factor = room.width / widest }
    let size = room.size * factor * 0.9995
    let small = Self.style(size)
    let step = size * Self.lineHeight
    var frame = Frame(size: Size(room.width, 0))
    var phrases: [VoidPhrase] = []
    for (row, range) in best.split.enumerated() {
      var line: [ShapedLine] = []
      for index in range { line.append(try Self.shaped(wording.fixed[index].text, small, context)) }
      let gap = size * StampArt.blank
      let width = Self.width(of: line[...], gap: gap)
      let isLeftToRight = context.direction == .leftToRight
      var x = isLeftToRight ? (room.width - width) / 2 : (room.width + width) / 2
      for (index, piece) in zip(range, line) {
        if !isLeftToRight { x -= piece.width }
        let place = Point(x, Double(row) * step + 0.92 * size)
        frame.add(.text(piece, small), at: place)
        phrases.append(
          VoidPhrase(
            kind: wording.fixed[index].kind,
            lines: [VoidPhrase.Line(piece, small, at: Transform(offset: place))]))
        x += isLeftToRight ? piece.width + gap : -gap
      }
    }
    let top = Double(best.split.count) * step
    let element = Fit(Text(wording.issuer, style: small, alignment: .center), least: 0.5)
    let space = Constraints(
      width: .exact(room.width), height: max(step, room.height - top) + 0.05 * step, isFreshPage: true)
    switch try element.layout(in: space, context) {
    case .whole(let below):
      frame.add(below, at: Point(0, top))
      frame.size.height = top + below.size.height
    case .part(let part, _):
      throw .overflow(Misfit(.tooHigh(needed: top + part.size.height * 2, available: room.height)))
    case .none(let misfit): throw .overflow(misfit)
    }
    if context.hasRoles { frame.role = .paragraph }
    (self.frame, self.phrases) = (frame, phrases)
  }

  private static func style(_ size: Double) -> TextStyle {
    TextStyle(families: StampArt.textFamilies, size: size, weight: 600, lineHeight: lineHeight, color: color)
  }

  private static func shaped(_ text: String, _ style: TextStyle, _ context: LayoutContext) throws(LayoutError)
    -> ShapedLine
  {
    do {
      return try context.measurer.shape(
        text, style: style, scale: 1, direction: context.direction, width: nil
      ).lines[0]
    } catch { throw .content(error, nil) }
  }

  private static func width(of pieces: ArraySlice<ShapedLine>, gap: Double) -> Double {
    pieces.reduce(0) { $0 + $1.width } + Double(max(0, pieces.count - 1)) * gap
  }

  /// The ways to part so many pieces into lines, those of few lines first.
  private static func splits(_ count: Int) -> [[Range<Int>]] {
    (0..<1 << max(0, count - 1)).map { cuts in
      var lines: [Range<Int>] = []
      var start = 0
      for index in 1...max(1, count) where index == count || cuts & 1 << (index - 1) != 0 {
        lines.append(start..<index)
        start = index
      }
      return lines
    }.sorted { $0.count < $1.count }
  }
}

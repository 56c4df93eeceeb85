import Layout

/// The rubber stamp: two rounded frames, the words, and below them the zero due.
package struct StampArt {
  let wording: VoidWording
  let zero: String
  let color: Color
  /// The size in points that none of its words is smaller than.
  var leastType = 0.0
  /// A picture drawn instead of the frames.
  let art: String?

  /// The fonts of the stamp's words.
  static let displayFamilies = ["Bebas Neue"]
  /// The fonts of the small print.
  package static let textFamilies = ["Inter"]

  /// The stamp, upright, and where its words stand on it.
  struct Stamp {
    var frame: Frame
    var phrases: [VoidPhrase]
  }

  /// The stamp, upright.
  ///
  /// - Parameters:
  ///   - width: its width in points; all else follows from it.
  ///   - context: measures the words.
  /// - Returns: the stamp, on a frame of that width.
  /// - Throws: `LayoutError` when a word has a character that no font has.
  func stamp(width: Double, _ context: LayoutContext) throws(LayoutError) -> Stamp {
    let unit = width / 100
    let outer = 1.15 * unit
    let (between, inner) = (0.9 * unit, 0.35 * unit)
    let side = outer + between + inner + 3.2 * unit
    let room = width - 2 * side

    let words = try line([wording.stamp], StampArt.displayFamilies, weight: 400, spacing: 0.03, width: room, context)
    // Two phrases, each shaped by itself, so that neither turns the other about where one of them runs from right to left.
    let small = ["\(wording.totalDue) \(zero)", "·", wording.nothingOwed].map { $0.uppercased() }
    let text = try line(
      small, StampArt.textFamilies, weight: 700, spacing: 0.08, width: room, most: 3.4 * unit, context)
    // What nobody can read says nothing: the sentence at the foot of the page does.
    let isReadable = text.style.size >= max(StampArt.leastSize, leastType)

    let top = outer + between + inner + 2.2 * unit
    let middle = words.cap + 2.4 * unit
    let below = 2.6 * unit + inner + between + outer
    let height = isReadable ? top + middle + text.cap + below : top + words.cap + below
    var frame = Frame(size: Size(width, height))
    if let art {
      frame.add(.picture(path: art, size: frame.size), at: .zero)
    } else {
      let box = BoxItem(size: frame.size, stroke: color, strokeWidth: outer, radius: 2.6 * unit)
      frame.add(.box(box), at: .zero)
      let inset = outer + between
      let size = Size(width - 2 * inset, height - 2 * inset)
      let second = BoxItem(size: size, stroke: color, strokeWidth: inner, radius: 1.5 * unit)
      frame.add(.box(second), at: Point(inset, inset))
    }
    let first = words.add(to: &frame, at: Point((width - words.width) / 2, top + words.cap), context.direction)
    var phrases = [VoidPhrase(kind: .stamp, lines: [first[0]])]
    if isReadable {
      let second = text.add(
        to: &frame, at: Point((width - text.width) / 2, top + middle + text.cap), context.direction)
      phrases.append(VoidPhrase(kind: .zeroDue, lines: [second[0]]))
      phrases.append(VoidPhrase(kind: .stampNothingOwed, lines: [second[2]]))
    }
    return Stamp(frame: frame, phrases: phrases)
  }

  /// The least size of type that is meant to be read, in points.
  private static let leastSize = 6.0

  /// Pieces of text beside one another, in the order in which they are read.
  private struct Line {
    var pieces: [ShapedLine]
    var style: TextStyle
    /// Height of the capitals in points: about 0.7 of the size in both fonts.
    var cap: Double { style.size * 0.7 }
    /// What stands between two pieces: a blank, and the space that every letter has behind it.
    private var gap: Double { style.size * StampArt.blank }
    var width: Double { pieces.reduce(0) { $0 + $1.width } + Double(pieces.count - 1) * gap }

    /// Puts the pieces on a frame.
    ///
    /// - Returns: where each of them stands, in the order in which they are read.
    func add(to frame: inout Frame, at origin: Point, _ direction: Direction) -> [VoidPhrase.Line] {
      var x = direction == .leftToRight ? origin.x : origin.x + width
      return pieces.map { piece in
        if direction == .rightToLeft { x -= piece.width }
        let place = Point(x, origin.y)
        frame.add(.text(piece, style), at: place)
        x += direction == .leftToRight ? piece.width + gap : -gap
        return VoidPhrase.Line(piece, style, at: Transform(offset: place))
      }
    }
  }

  /// How wide a blank is, as a share of the size of the type.
  static let blank = 0.28

  /// A line of type as large as its width allows.
  private func line(
    _ texts: [String], _ families: [String], weight: Int, spacing: Double, width: Double, most: Double = .infinity,
    _ context: LayoutContext
  ) throws(LayoutError) -> Line {
    func shaped(size: Double) throws(LayoutError) -> Line {
      let style = TextStyle(families: families, size: size, weight: weight, letterSpacing: spacing, color: color)
      var pieces: [ShapedLine] = []
      for text in texts {
        do {
          let shaped = try context.measurer.shape(
            text, style: style, scale: 1, direction: context.direction, width: nil)
          pieces.append(shaped.lines[0])
        } catch {
          throw .content(error, nil)
        }
      }
      return Line(pieces: pieces, style: style)
    }
    let probe = try shaped(size: 100)
    return try shaped(size: min(most, 100 * width / max(1, probe.width)))
  }

  /// Small rectangles where the rubber left no ink, so that the stamp looks used; about a fiftieth of the area, and always
  /// the same ones.
  static func wear(in bounds: Rect) -> [Rect] {
    var random = SplitMix64(state: 0x5011_DA21_7900_0000)
    let cell = 5.0
    var specks: [Rect] = []
    var y = bounds.minY
    while y < bounds.maxY {
      var x = bounds.minX
      while x < bounds.maxX {
        // One speck a cell at the most, so that no two overlap.
        if random.unit() < 0.55 {
          let size = 0.35 + 1.5 * random.unit() * random.unit() * random.unit()
          let width = size * (0.6 + 0.8 * random.unit())
          let origin = Point(x + random.unit() * (cell - width), y + random.unit() * (cell - size))
          specks.append(Rect(origin, Size(width, size)))
        }
        x += cell
      }
      y += cell
    }
    return specks
  }
}

/// A small generator of repeatable numbers (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).
struct SplitMix64 {
  var state: UInt64

  /// The next number from 0 up to 1.
  mutating func unit() -> Double {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Double((z ^ (z >> 31)) >> 11) / Double(1 << 53)
  }
}

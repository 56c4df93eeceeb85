import Drawing
import Layout

/// One of the things that the void says, with where its letters lie. Each is judged by itself: one that cannot be read is not made
/// good by another that can.
struct VoidPhrase: Sendable {
  /// Which one it is.
  enum Kind: Hashable, Sendable {
    /// The stamp's first line.
    case stamp
    /// The zero below it.
    case zeroDue
    /// That nothing is owed, in the stamp.
    case stampNothingOwed
    /// That the paper is no bill.
    case notABill
    /// That nothing is owed, at the foot.
    case nothingOwed
    /// The total at the foot.
    case total

    /// Whether it stands in the stamp.
    var isOfStamp: Bool { [.stamp, .zeroDue, .stampNothingOwed].contains(self) }
  }

  /// A line of it.
  struct Line: Sendable {
    let shaped: ShapedLine
    let style: TextStyle
    /// From the line, whose origin is the left end of its baseline, to the frame in which the phrase stands.
    let place: Transform
    /// Where its letters are, from the left end of its baseline.
    let glyphs: [GlyphPlace]
    /// The bounds of its ink from the left end of its baseline; nil where there is none.
    let ink: Rect?

    init(_ shaped: ShapedLine, _ style: TextStyle, at place: Transform) {
      (self.shaped, self.style, self.place, glyphs) = (shaped, style, place, shaped.glyphPlaces)
      ink = glyphs.map(\.box).reduce(nil) { all, box in all?.union(box) ?? box }
    }

    private init(_ line: Line, at place: Transform) {
      (shaped, style, self.place, glyphs, ink) = (line.shaped, line.style, place, line.glyphs, line.ink)
    }

    /// The size of its type in points.
    var size: Double { shaped.typeSize ?? style.size }

    /// The same where its frame stands elsewhere.
    func moved(by outer: Transform) -> Line { Line(self, at: outer.around(place)) }
  }

  var kind: Kind
  var lines: [Line]

  /// The same within a frame that stands elsewhere.
  func moved(by outer: Transform) -> VoidPhrase {
    VoidPhrase(kind: kind, lines: lines.map { $0.moved(by: outer) })
  }

  /// Where its lines' ink lies.
  var bounds: [Rect] { lines.compactMap { line in line.ink.map { line.place.bounds(of: $0) } } }
}

extension Transform {
  /// What another transformation and then this one do together.
  func around(_ inner: Transform) -> Transform {
    Transform(
      cosine: cosine * inner.cosine - sine * inner.sine, sine: sine * inner.cosine + cosine * inner.sine,
      offset: apply(inner.offset))
  }

  /// By how much it makes everything larger.
  var factor: Double { (cosine * cosine + sine * sine).squareRoot() }

  /// Which point comes to lie at another.
  func origin(of point: Point) -> Point {
    let square = cosine * cosine + sine * sine
    let (x, y) = (point.x - offset.x, point.y - offset.y)
    return Point((x * cosine + y * sine) / square, (y * cosine - x * sine) / square)
  }
}

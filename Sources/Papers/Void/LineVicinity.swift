import Drawing
import Layout

/// What lies round a line of the void's words as far as they are judged by it; turned as the line is. Whatever is drawn elsewhere
/// hides none of its letters.
struct LineVicinity {
  /// In the line's own coordinates.
  private let box: Rect
  /// From the line to the page.
  private let place: Transform
  /// The upright rectangle around it, in points of the page.
  let bounds: Rect

  /// Nil where the line has no ink.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - place: from the line to the page.
  ///   - pixel: how large the pixels are in which it is looked at, in points.
  init?(_ line: VoidPhrase.Line, at place: Transform, pixel: Double) {
    // A letter's edge is a pixel wide, and so is what is looked at round it.
    self.init(line, at: place, reach: LetterSight.farthest * line.size + 2.5 * pixel / max(0.01, place.factor))
  }

  /// Nil where the line has no ink.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - place: from the line to the page.
  ///   - reach: how far round its ink it goes, in the line's points.
  init?(_ line: VoidPhrase.Line, at place: Transform, reach: Double) {
    guard let ink = line.ink else { return nil }
    box = ink.grown(by: reach)
    self.place = place
    bounds = place.bounds(of: box)
  }

  /// What lies round a rectangle that is placed.
  init(_ box: Rect, at place: Transform) {
    (self.box, self.place) = (box, place)
    bounds = place.bounds(of: box)
  }

  /// Whether a rectangle, turned in any way, reaches into it. Two rectangles are apart where a side of the one lies beyond all of the
  /// other.
  ///
  /// - Parameters:
  ///   - rect: the rectangle.
  ///   - other: from its coordinates to the page.
  /// - Returns: whether they meet.
  func meets(_ rect: Rect, at other: Transform) -> Bool {
    // Nearly everything stands upright, and is asked about again and again.
    let isUpright = other.sine == 0 && other.cosine == 1
    let around = isUpright ? rect.moved(by: other.offset) : other.bounds(of: rect)
    guard bounds.intersection(around) != nil else { return false }
    if place.sine == 0, other.sine == 0 { return true }
    return box.intersection(Self.hull(rect, from: other, to: place)) != nil
      && rect.intersection(Self.hull(box, from: place, to: other)) != nil
  }

  /// The rectangle around another that is turned against it.
  private static func hull(_ rect: Rect, from: Transform, to: Transform) -> Rect {
    // Turns are quotients as those of complex numbers are.
    let square = to.cosine * to.cosine + to.sine * to.sine
    let turn = Transform(
      cosine: (from.cosine * to.cosine + from.sine * to.sine) / square,
      sine: (from.sine * to.cosine - from.cosine * to.sine) / square, offset: to.origin(of: from.offset))
    return turn.bounds(of: rect)
  }
}

import Drawing
import Layout

/// From how far a sign can be read: letters want a 120th of the distance to be comfortable, and a 200th at the least, measured
/// on the height of capitals (an inch for every ten feet is the sign makers' rule; `1 : 200` its floor).
package struct Legibility: Hashable, Sendable {
  /// The height of the lowest capitals of an item's name, in points.
  package var letterHeight: Double
  /// The item that has them.
  package var item: String
  /// The size of its sign.
  package var size: String

  /// The height of the letters in millimetres.
  package var millimetres: Double { letterHeight / Length.millimetre }
  /// From how far it is comfortable to read, in metres.
  package var comfortable: Double { millimetres * 120 / 1000 }
  /// From how far it can be read at all, in metres.
  package var farthest: Double { millimetres * 200 / 1000 }

  /// The harder one to read of two.
  package static func harder(_ one: Legibility?, _ other: Legibility?) -> Legibility? {
    guard let one, let other else { return one ?? other }
    return other.letterHeight < one.letterHeight ? other : one
  }

  /// The height of the lowest letters in what a page calls headings, in points; nil where it has none.
  static func lowestHeading(on page: Frame) -> Double? { lowest(in: page, isHeading: false) }

  private static func lowest(in frame: Frame, isHeading: Bool) -> Double? {
    var isHeading = isHeading
    if case .heading? = frame.role { isHeading = true }
    return frame.items.compactMap { placed -> Double? in
      switch placed.item {
      case .text(let line, _): isHeading ? line.letterHeight : nil
      case .frame(let inner): lowest(in: inner, isHeading: isHeading)
      case .shared(let shared): lowest(in: shared.frame, isHeading: isHeading)
      default: nil
      }
    }.min()
  }
}

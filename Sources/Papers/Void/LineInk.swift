import Drawing
import Layout

/// Where lines of text have ink, and how much. One worker's own; it remembers the lines that it has been asked about, since most texts
/// stand on many pages.
final class LineInk {
  private let glyphs = GlyphInk()
  /// Each with its line, which is kept alive, so that no other comes to have its identity.
  private var boxes: [ObjectIdentifier: (line: any ShapedContent, box: Rect?)] = [:]
  /// How many are remembered at the most; past it all are forgotten. Each keeps its line alive, and a desk is open all day.
  private static let limit = 1024

  /// The bounds of a line's ink.
  ///
  /// - Parameter line: the line.
  /// - Returns: the bounds, in points from the left end of its baseline; empty where there is no ink, and nil where it is not known
  ///   what the line is.
  func box(of line: ShapedLine) -> Rect? {
    if let known = boxes[ObjectIdentifier(line.content)] { return known.box }
    let box = glyphs.box(of: line)
    if boxes.count >= Self.limit { boxes.removeAll(keepingCapacity: true) }
    boxes[ObjectIdentifier(line.content)] = (line.content, box)
    return box
  }

  /// How much ink a line lays down; nil where it is not known what the line is.
  func density(of line: ShapedLine) -> GlyphInk.Density? { glyphs.density(of: line) }
}

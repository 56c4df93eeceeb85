/// The lines of a text that had no room on a page. The next page has them as they are, if its column is as wide: were what is left
/// broken anew on every page, a text of a hundred pages would be broken fifty times.
struct BrokenLines: Sendable {
  private let text: ShapedText
  private let limit: Double
  private let scale: Double
  private let direction: Direction

  /// Keeps the lines from one on.
  ///
  /// - Parameters:
  ///   - shaped: all lines.
  ///   - first: the first that is kept.
  ///   - end: how many bytes of the text stand before it.
  ///   - limit: how wide they may be.
  ///   - scale: the factor on the size of type.
  ///   - context: what holds on the page; lines that are only tried are not kept.
  init?(_ shaped: ShapedText, from first: Int, end: Int, within limit: Double, scale: Double, _ context: LayoutContext)
  {
    guard !context.isTrial else { return nil }
    var text = shaped
    text.lines = shaped.lines[first...].map { line in
      var line = line
      line.end -= end
      return line
    }
    (self.text, self.limit, self.scale, direction) = (text, limit, scale, context.direction)
  }

  /// The lines, where they are asked for as they were broken.
  func lines(within limit: Double, scale: Double, _ context: LayoutContext) -> ShapedText? {
    limit == self.limit && scale == self.scale && context.direction == direction && !context.isTrial ? text : nil
  }
}

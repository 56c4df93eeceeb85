internal import CCairo

/// What makes good how a printer is off: where it begins on the paper, and how long its millimetres are.
public struct PrintCorrection: Hashable, Sendable {
  /// How far everything is moved to the right, in points.
  public var x: Double
  /// How far everything is moved down, in points.
  public var y: Double
  /// By what everything is made wider before it is moved; 1 leaves it.
  public var across: Double
  /// By what everything is made longer before it is moved; 1 leaves it.
  public var down: Double

  /// Nothing is changed.
  public static let none = PrintCorrection()

  /// Says what to change.
  public init(x: Double = 0, y: Double = 0, across: Double = 1, down: Double = 1) {
    (self.x, self.y, self.across, self.down) = (x, y, across, down)
  }

  /// Changes what is drawn from now on.
  func apply(to cr: OpaquePointer) {
    cairo_translate(cr, x, y)
    cairo_scale(cr, across, down)
  }

  /// What of a page lies within some rows of pixels, from its top in points; a little more, for what hangs over.
  func window(_ rows: Range<Int>, scale: Double) -> ClosedRange<Double> {
    func point(_ row: Int) -> Double { (Double(row) / scale - y) / down }
    return point(rows.lowerBound) - 1...point(rows.upperBound) + 1
  }
}

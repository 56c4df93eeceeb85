/// A position in points (1/72 inch), from the top left of whatever it is placed in; y grows downwards.
public struct Point: Hashable, Sendable {
  /// Distance from the left edge, in points.
  public var x: Double
  /// Distance from the top edge, in points.
  public var y: Double

  /// The top left corner.
  public static let zero = Point(0, 0)

  /// Makes a position.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }

  /// Moves a position by another one.
  public static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
}

/// Width and height in points.
public struct Size: Hashable, Sendable {
  /// Width in points.
  public var width: Double
  /// Height in points.
  public var height: Double

  /// No extent at all.
  public static let zero = Size(0, 0)

  /// Makes a size.
  public init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }
}

/// A rectangle in points.
public struct Rect: Hashable, Sendable {
  /// The top left corner.
  public var origin: Point
  /// Width and height.
  public var size: Size

  /// Makes a rectangle from its top left corner and its size.
  public init(_ origin: Point, _ size: Size) {
    self.origin = origin
    self.size = size
  }

  /// Makes a rectangle from numbers.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.init(Point(x, y), Size(width, height))
  }

  /// The left edge.
  public var minX: Double { origin.x }
  /// The top edge.
  public var minY: Double { origin.y }
  /// The right edge.
  public var maxX: Double { origin.x + size.width }
  /// The bottom edge.
  public var maxY: Double { origin.y + size.height }
  /// Width times height, in square points.
  public var area: Double { size.width * size.height }

  /// The part that two rectangles share; nil when they do not overlap.
  public func intersection(_ other: Rect) -> Rect? {
    let left = max(minX, other.minX)
    let top = max(minY, other.minY)
    let right = min(maxX, other.maxX)
    let bottom = min(maxY, other.maxY)
    guard right > left, bottom > top else { return nil }
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }

  /// The smallest rectangle around this one and another.
  public func union(_ other: Rect) -> Rect {
    let left = min(minX, other.minX)
    let top = min(minY, other.minY)
    return Rect(x: left, y: top, width: max(maxX, other.maxX) - left, height: max(maxY, other.maxY) - top)
  }

  /// Whether another rectangle lies inside this one, give or take `slack` points.
  public func contains(_ other: Rect, slack: Double = 0) -> Bool {
    other.minX >= minX - slack && other.minY >= minY - slack && other.maxX <= maxX + slack && other.maxY <= maxY + slack
  }

  /// This rectangle moved by an offset.
  public func moved(by offset: Point) -> Rect { Rect(origin + offset, size) }

  /// This rectangle with all its distances from the origin so many times as large.
  public func scaled(by factor: Double) -> Rect {
    Rect(x: minX * factor, y: minY * factor, width: size.width * factor, height: size.height * factor)
  }

  /// This rectangle grown on all four sides by a distance in points.
  public func grown(by distance: Double) -> Rect {
    Rect(x: minX - distance, y: minY - distance, width: size.width + 2 * distance, height: size.height + 2 * distance)
  }
}

/// Distances from the four edges of a box, in points; start and end follow the reading direction.
public struct Insets: Hashable, Sendable {
  /// From the top.
  public var top: Double
  /// From the side where a line of text ends.
  public var end: Double
  /// From the bottom.
  public var bottom: Double
  /// From the side where a line of text starts.
  public var start: Double

  /// No distance on any side.
  public static let zero = Insets(0)

  /// Makes insets, in the order in which CSS names them.
  public init(top: Double, end: Double, bottom: Double, start: Double) {
    self.top = top
    self.end = end
    self.bottom = bottom
    self.start = start
  }

  /// The same distance on all four sides.
  public init(_ all: Double) {
    self.init(top: all, end: all, bottom: all, start: all)
  }

  /// Start plus end.
  public var horizontal: Double { start + end }
  /// Top plus bottom.
  public var vertical: Double { top + bottom }

  /// All four, so many times as far.
  public func scaled(by factor: Double) -> Insets {
    Insets(top: top * factor, end: end * factor, bottom: bottom * factor, start: start * factor)
  }
}

/// A turn about the origin followed by a move. The angle crosses as its cosine and sine, since Layout has no trigonometry; both
/// times a factor also shrink or enlarge.
public struct Transform: Hashable, Sendable {
  /// Cosine of the angle; positive angles turn clockwise on the page.
  public var cosine: Double
  /// Sine of the angle.
  public var sine: Double
  /// How far the origin moves afterwards.
  public var offset: Point

  /// Makes a turn and a move.
  public init(cosine: Double = 1, sine: Double = 0, offset: Point = .zero) {
    self.cosine = cosine
    self.sine = sine
    self.offset = offset
  }

  /// Where a point comes to lie.
  public func apply(_ p: Point) -> Point {
    Point(p.x * cosine - p.y * sine + offset.x, p.x * sine + p.y * cosine + offset.y)
  }

  /// The upright rectangle around a turned one.
  public func bounds(of rect: Rect) -> Rect {
    // Both parts of a corner's place go up or down with its distances alone.
    let (x1, x2, y1, y2) = (rect.minX * cosine, rect.maxX * cosine, rect.minY * sine, rect.maxY * sine)
    let left = min(x1, x2) - max(y1, y2) + offset.x
    let right = max(x1, x2) - min(y1, y2) + offset.x
    let (u1, u2, v1, v2) = (rect.minX * sine, rect.maxX * sine, rect.minY * cosine, rect.maxY * cosine)
    let top = min(u1, u2) + min(v1, v2) + offset.y
    let bottom = max(u1, u2) + max(v1, v2) + offset.y
    return Rect(x: left, y: top, width: right - left, height: bottom - top)
  }
}

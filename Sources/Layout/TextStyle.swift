/// How a text looks. Shared by reference: two styles are equal when they are the same object, which makes a style a cheap
/// key for caches; make each style once.
public final class TextStyle: Sendable {
  /// Families in order of preference.
  public let families: [String]
  /// Size of the type in points.
  public let size: Double
  /// Weight, 100 (thin) to 900 (black); 400 is regular.
  public let weight: Int
  /// Whether the type slants.
  public let isItalic: Bool
  /// Distance from one line's baseline to the next, as a multiple of the size.
  public let lineHeight: Double
  /// Extra space between letters, as a share of the size.
  public let letterSpacing: Double
  /// Whether figures all have one width, so that columns of numbers align.
  public let hasTabularFigures: Bool
  /// The colour of the letters.
  public let color: Color
  /// The colour of the line through the letters; nil for none.
  public let strike: Color?

  /// Makes a style.
  public init(
    families: [String], size: Double, weight: Int = 400, isItalic: Bool = false, lineHeight: Double = 1.3,
    letterSpacing: Double = 0, hasTabularFigures: Bool = false, color: Color = .black,
    strike: Color? = nil
  ) {
    self.families = families
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
    self.lineHeight = lineHeight
    self.letterSpacing = letterSpacing
    self.hasTabularFigures = hasTabularFigures
    self.color = color
    self.strike = strike
  }
}

extension TextStyle {
  /// How far above the baseline the upper edge of the line through the letters is, in points: its middle lies at half the
  /// height of a capital of 0.7 em, which figures have, too.
  var strikeHeight: Double { 0.385 * size }

  /// The line through a line of text; nil where the style has none.
  func strike(through line: ShapedLine, scale: Double) -> BoxItem? {
    strike.map { BoxItem(size: Size(line.width, 0.07 * size * scale), fill: $0) }
  }
}

extension TextStyle: Hashable {
  /// Whether two references lead to the same style.
  public static func == (a: TextStyle, b: TextStyle) -> Bool { a === b }
  /// Hashes the reference.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// Which way a language is read.
public enum Direction: Hashable, Sendable {
  /// As English and Japanese are.
  case leftToRight
  /// As Arabic and Hebrew are.
  case rightToLeft

  /// The left edge of something that stands where reading starts, in points.
  func startOrigin(of width: Double, in space: Double) -> Double {
    self == .leftToRight ? 0 : space - width
  }
}

/// Where in its space a line of text stands.
public enum TextAlignment: Hashable, Sendable {
  /// At the side where reading starts.
  case start
  /// In the middle.
  case center
  /// At the side where reading ends.
  case end
  /// At the end, with the decimal signs of all rows of a table's column under one another.
  case decimal
}

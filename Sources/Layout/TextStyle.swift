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
  /// Whether figures are as high as capitals in fonts whose own are as small letters are.
  public let hasLiningFigures: Bool
  /// The colour of the letters.
  public let color: Color
  /// Whether the ink of a line's outermost letters stands on its edges: letters bring a blank along on either side, which shows in
  /// large type.
  public let trimsSideBearings: Bool
  /// The line through the letters; nil for none.
  public let strike: Strike?

  /// Makes a style.
  public init(
    families: [String], size: Double, weight: Int = 400, isItalic: Bool = false, lineHeight: Double = 1.3,
    letterSpacing: Double = 0, hasTabularFigures: Bool = false, hasLiningFigures: Bool = false, color: Color = .black,
    trimsSideBearings: Bool = false,
    strike: Strike? = nil
  ) {
    self.families = families
    self.size = size
    self.weight = weight
    self.isItalic = isItalic
    self.lineHeight = lineHeight
    self.letterSpacing = letterSpacing
    self.hasTabularFigures = hasTabularFigures
    self.hasLiningFigures = hasLiningFigures
    self.color = color
    self.trimsSideBearings = trimsSideBearings
    self.strike = strike
  }
}

/// A line through letters.
public struct Strike: Hashable, Sendable {
  /// Its colour.
  public var color: Color
  /// How thick it is, as a share of the size of the type.
  public var thickness: Double
  /// How much it rises for each point that it goes to the right: the tangent of its angle.
  public var slope: Double
  /// What is said of what it strikes, since nobody hears a line; nil for nothing.
  public var wording: Wording?

  /// Makes a line.
  public init(color: Color, thickness: Double = 0.07, slope: Double = 0, wording: Wording? = nil) {
    self.color = color
    self.thickness = thickness
    self.slope = slope
    self.wording = wording
  }

  /// What is said before a text that is struck out.
  public struct Wording: Hashable, Sendable {
    /// Before one with a figure in it.
    public var beforeFigures: String
    /// Before any other.
    public var beforeWords: String

    /// Says both.
    public init(beforeFigures: String, beforeWords: String) {
      (self.beforeFigures, self.beforeWords) = (beforeFigures, beforeWords)
    }

    /// What is said in place of a text.
    func description(of text: String) -> String {
      "\(text.contains(where: \.isNumber) ? beforeFigures : beforeWords) \(text)"
    }
  }

  /// How far above the baseline its middle lies, as a share of the size: half the height of a capital of 0.7 em, which figures have,
  /// too.
  private static let height = 0.35
  /// How much it rises in all at the most, as a share of the size: a slanted line through many figures stays on them.
  private static let mostRise = 0.5

  /// Strikes a line of text through.
  ///
  /// - Parameters:
  ///   - line: the line.
  ///   - origin: the left end of its baseline.
  ///   - size: the size of its type in points.
  ///   - frame: gets the line that is drawn.
  func through(_ line: ShapedLine, at origin: Point, size: Double, in frame: inout Frame) {
    let middle = origin.y - Self.height * size
    guard slope != 0 else {
      let box = BoxItem(size: Size(line.width, thickness * size), fill: color)
      return frame.add(.box(box), at: Point(origin.x, middle - thickness * size / 2))
    }
    let rise = max(-Self.mostRise * size, min(Self.mostRise * size, slope * line.width))
    let stroke = LineItem(end: Point(line.width, -rise), width: thickness * size, color: color)
    frame.add(.line(stroke), at: Point(origin.x, middle + rise / 2))
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

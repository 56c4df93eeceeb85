/// An opaque sRGB colour.
public struct Color: Hashable, Sendable {
  /// Red, from 0 to 1.
  public var red: Double
  /// Green, from 0 to 1.
  public var green: Double
  /// Blue, from 0 to 1.
  public var blue: Double

  /// Printer's black.
  public static let black = Color(red: 0, green: 0, blue: 0)
  /// Bare paper.
  public static let white = Color(red: 1, green: 1, blue: 1)

  /// Makes a colour from parts between 0 and 1.
  public init(red: Double, green: Double, blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// What this ink leaves over another one when it is printed on top of it (multiplication, as inks do).
  public func multiplied(over under: Color) -> Color {
    Color(red: red * under.red, green: green * under.green, blue: blue * under.blue)
  }
}

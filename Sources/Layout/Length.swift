/// Units of length.
public enum Length {
  /// A millimetre in points.
  public static let millimetre = 72 / 25.4
  /// An inch in points.
  public static let inch = 72.0

  /// A length in millimetres as text, such as `3`, `3.5` or `0.25`.
  ///
  /// - Parameters:
  ///   - points: the length.
  ///   - decimals: how many digits behind the point at the most.
  /// - Returns: the number, without its unit.
  package static func millimetres(_ points: Double, decimals: Int = 1) -> String {
    (points / millimetre).tidy(decimals: decimals)
  }
}

extension Double {
  /// The number rounded to so many digits behind the point, without zeros at its end and never `-0`.
  package func tidy(decimals: Int) -> String {
    let parts = (0..<decimals).reduce(1.0) { parts, _ in parts * 10 }
    let rounded = (self * parts).rounded() / parts
    // What is longer than any whole number, or endless as a roll is, is no reason to stop.
    return rounded == rounded.rounded() ? Int(exactly: rounded).map { "\($0)" } ?? "\(rounded)" : "\(rounded)"
  }
}

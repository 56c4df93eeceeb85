import Layout

/// Reads the values that carry a unit.
enum Dimensions {
  /// The longest side of a page in a PDF, in points, and so the greatest length (ISO 32000-1, annex C.2).
  static let longest = 14_400.0

  /// The same forms as patterns, for editors; what they hold is bounded only where it is read.
  static let numberPattern = #"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)"#
  static let wholePattern = "[+]?[0-9]+"
  static let lengthPattern = "(0|\(numberPattern)(mm|cm|in|pt))"
  static let insetsPattern = " *\(lengthPattern)( +\(lengthPattern)){0,3} *"
  static let sharePattern = numberPattern + "%"
  static let colorPattern = "#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})"

  /// A length in points: `4mm`, `1.5cm`, `9.5pt`, `0.5in`, or a bare `0`. Never negative.
  static func length(_ text: String) -> Double? {
    let units = [("mm", Length.millimetre), ("cm", 10 * Length.millimetre), ("in", Length.inch), ("pt", 1)]
    for (unit, points) in units {
      guard let value = number(text, unit: unit) else { continue }
      return (0...longest).contains(value * points) ? value * points : nil
    }
    return text == "0" ? 0 : nil
  }

  /// The number before a unit: figures, at most one point, and a sign.
  static func number(_ text: String, unit: String = "") -> Double? {
    guard text.hasSuffix(unit) else { return nil }
    let digits = text.dropLast(unit.count)
    return digits.utf8.allSatisfy { (48...57).contains($0) || "+-.".utf8.contains($0) } ? Double(digits) : nil
  }

  /// A share such as `50%`, from 0 to 1.
  static func share(_ text: String) -> Double? { number(text, unit: "%").map { $0 / 100 } }

  /// One to four lengths in CSS's order: all; top and bottom, sides; top, sides, bottom; top, end, bottom, start.
  static func insets(_ text: String, scale: Double) -> Insets? {
    let parts = text.split(separator: " ").map { length(String($0)) }
    let values = parts.compactMap { $0 }.map { $0 * scale }
    guard values.count == parts.count else { return nil }
    switch values.count {
    case 1: return Insets(values[0])
    case 2: return Insets(top: values[0], end: values[1], bottom: values[0], start: values[1])
    case 3: return Insets(top: values[0], end: values[1], bottom: values[2], start: values[1])
    case 4: return Insets(top: values[0], end: values[1], bottom: values[2], start: values[3])
    default: return nil
    }
  }

  /// A colour such as `#c8102e` or `#fff`.
  static func color(_ text: String) -> Color? {
    guard text.hasPrefix("#") else { return nil }
    var digits = Array(text.dropFirst())
    if digits.count == 3 { digits = digits.flatMap { [$0, $0] } }
    guard digits.count == 6, digits.allSatisfy(\.isHexDigit) else { return nil }
    guard let value = Int(String(digits), radix: 16) else { return nil }
    func part(_ shift: Int) -> Double { Double((value >> shift) & 0xff) / 255 }
    return Color(red: part(16), green: part(8), blue: part(0))
  }
}

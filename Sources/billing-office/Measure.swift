/// Lengths as people type them behind an option.
enum Measure {
  /// The most bleed: 10 mm, in points.
  static let mostBleed = 10 * 72 / 25.4

  /// A length on paper in points: `3mm`, `0.125in`, or a bare `0`.
  static func points(_ text: String) -> Double? {
    value(text, ["mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72, "pt": 1]) ?? (text == "0" ? 0 : nil)
  }

  /// A distance in metres, more than nothing: `3m`, `10ft`.
  static func metres(_ text: String) -> Double? {
    value(text, ["cm": 0.01, "ft": 0.3048, "m": 1]).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func value(_ text: String, _ units: [String: Double]) -> Double? {
    for (unit, factor) in units.sorted(by: { $0.key.count > $1.key.count }) where text.hasSuffix(unit) {
      let digits = text.dropLast(unit.count)
      guard !digits.isEmpty, digits.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") }) else { return nil }
      return Double(digits).map { $0 * factor }
    }
    return nil
  }
}

/// Sheets as people type them behind an option.
enum PageRange {
  /// `12-20`, `7`, or `12-` for all from there on.
  static func read(_ text: String) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard let first = parts.first.flatMap({ Int($0) }), first >= 1 else { return nil }
    switch parts.count {
    case 1: return first...first
    case 2:
      if parts[1].isEmpty { return first...Int.max }
      guard let last = Int(parts[1]), last >= first else { return nil }
      return first...last
    default: return nil
    }
  }
}

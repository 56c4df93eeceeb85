/// Numbers of a PDF as whole counts of decimal parts, so that they are written exactly and sums of them never drift (ISO 32000-1,
/// 7.3.3: a real number is digits around a point, without an exponent).
enum FixedPoint {
  /// Digits behind the point of lengths: a thousandth of a point is 0.35 µm.
  static let lengthDecimals = 3
  /// Digits behind the point of what lengths are multiplied with.
  static let factorDecimals = 6
  /// Beyond this no reader follows (ISO 32000-1, annex C, gives 32767 as the least that all must take); it keeps sums from overflow.
  private static let largest = 1e9

  /// A length in thousandths of a point; what is no number, as 0.
  static func length(_ points: Double) -> Int { parts(points * 1000) }

  /// A factor in millionths.
  static func factor(_ value: Double) -> Int { parts(value * 1_000_000) }

  private static func parts(_ scaled: Double) -> Int {
    guard scaled.isFinite else { return 0 }
    return Int(min(max(scaled, -largest * 1000), largest * 1000).rounded())
  }
}

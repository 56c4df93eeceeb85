extension PropertyType where Value == Double {
  /// A length, scaled with the paper.
  static let length = scalar("a length such as 4mm or 9.5pt", .textOrZero(Dimensions.lengthPattern)) { text, reading in
    Dimensions.length(text).map { $0 * reading.scale }
  }
  /// A length, scaled with the paper, or a share of the paper's height.
  static let height = scalar(
    "a length such as 4mm, or a share of the paper's height such as 30%",
    .textOrZero("(\(Dimensions.lengthPattern)|\(Dimensions.sharePattern))")
  ) { text, reading in
    if let share = Dimensions.share(text) { return (0...1).contains(share) ? share * reading.paperHeight : nil }
    return Dimensions.length(text).map { $0 * reading.scale }
  }
  /// The size of type, scaled with the paper, but not below what can be read.
  static let typeSize = scalar("a size such as 9.5pt", .matching(Dimensions.lengthPattern)) { text, reading in
    Dimensions.length(text).flatMap { $0 > 0 ? reading.typeSize($0) : nil }
  }
  /// A length that is the same on every paper.
  static let absoluteLength = scalar("a length such as 30mm", .textOrZero(Dimensions.lengthPattern)) { text, reading in
    Dimensions.length(text).map { $0 * reading.fixedScale }
  }
  /// The thickness of a line, the same on every paper.
  static let thickness = scalar("a thickness such as 0.5pt", .textOrZero(Dimensions.lengthPattern)) { text, reading in
    Dimensions.length(text).map { $0 * reading.fixedScale }
  }
  /// A factor, or `paper` for as much as the paper is larger.
  static let paperScale = scalar(
    "a number from 0.01 to 100, such as 1.3, or paper", .number(in: factors, or: "paper")
  ) { text, _ in text == "paper" ? .infinity : number(text, in: factors) }
  /// A bare number above zero.
  static let factor = scalar("a number from 0.01 to 100, such as 1.3", .number(in: factors)) { text, _ in
    number(text, in: factors)
  }
  /// A length relative to the size of the type.
  static let em = scalar("a length in em, such as 0.05em", .matching(Dimensions.numberPattern + "em")) { text, _ in
    number(text, unit: "em", in: -10...10)
  }
  /// An angle in degrees.
  static let angle = scalar("an angle such as -17deg", .matching(Dimensions.numberPattern + "deg")) { text, _ in
    number(text, unit: "deg", in: -360...360)
  }

  /// An angle that a line through letters may have.
  static let slant = scalar("an angle from -30deg to 30deg", .matching(Dimensions.numberPattern + "deg")) { text, _ in
    number(text, unit: "deg", in: -30...30)
  }

  private static let factors = 0.01...100.0

  private static func number(_ text: String, unit: String = "", in range: ClosedRange<Double>) -> Double? {
    Dimensions.number(text, unit: unit).flatMap { range.contains($0) ? $0 : nil }
  }
}

/// How small type may get.
struct LeastType: Hashable, Sendable {
  /// The smallest factor on it.
  var factor = 0.1
  /// The size that none gets smaller than, in points.
  var size = 0.0
}

extension PropertyType where Value == LeastType {
  /// A factor, or a size that is scaled with the paper.
  static let leastType = scalar(
    "a factor from 0.01 to 100, such as 0.5, or a size such as 6pt",
    ["anyOf": [PropertyType<Double>.factor.schema, PropertyType<Double>.typeSize.schema]]
  ) { text, reading in
    if let factor = Dimensions.number(text) { return (0.01...100).contains(factor) ? LeastType(factor: factor) : nil }
    return Dimensions.length(text).flatMap { $0 > 0 ? LeastType(size: reading.typeSize($0)) : nil }
  }
}

extension PropertyType where Value == Int {
  /// The weight of a font.
  static let weight = scalar("a weight from 100 to 900, or bold", .whole(in: 100...900, or: ["normal", "bold"])) {
    text, _ in
    whole(["normal": "400", "bold": "700"][text] ?? text, in: 100...900)
  }
  /// How many columns a cell takes.
  static let span = scalar("a whole number from 1 to 20", .whole(in: 1...20)) { text, _ in whole(text, in: 1...20) }
  /// How many columns a stack runs through.
  static let columnCount = scalar("a whole number from 1 to 6", .whole(in: 1...6)) { text, _ in whole(text, in: 1...6) }
  /// The level of a heading.
  static let heading = scalar("a whole number from 1 to 6", .whole(in: 1...6)) { text, _ in whole(text, in: 1...6) }

  private static func whole(_ text: String, in range: ClosedRange<Int>) -> Int? {
    Int(text).flatMap { range.contains($0) ? $0 : nil }
  }
}

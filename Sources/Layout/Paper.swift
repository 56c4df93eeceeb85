/// A size of paper.
public struct Paper: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// Width and height in points; a roll's height is infinite.
  public var size: Size

  /// Names a size.
  public init(name: String, size: Size) {
    self.name = name
    self.size = size
  }

  /// What pictures that people post are laid out on: upright, 4 : 5; a millimetre of it is 10 pixels of 1080 × 1350.
  public static let card = Paper.metric("Card", 108, 135)

  /// The sizes known by name: ISO 216 in millimetres, the American ones (ANSI/ASME Y14.1) in inches, receipt rolls, and the card.
  public static let all: [Paper] = [
    .metric("A3", 297, 420), .metric("A4", 210, 297), .metric("A5", 148, 210), .metric("A6", 105, 148),
    .metric("A7", 74, 105), Paper(name: "Letter", size: Size(612, 792)), Paper(name: "Legal", size: Size(612, 1008)),
    Paper(name: "Tabloid", size: Size(792, 1224)), .roll("80mm", 80), .roll("58mm", 58),
    card,
  ]

  /// Finds a size by name, in any case.
  public static func named(_ name: String) -> Paper? {
    all.first { $0.name.lowercased() == name.lowercased() }
  }

  /// The roll that a receipt printer most likely has in it.
  ///
  /// - Parameter dots: how many dots its head has, where that is known.
  /// - Returns: 58mm for a head that has no more dots than such a roll is wide; else 80mm, which is the usual one.
  package static func usualRoll(dots: Int?) -> String { (dots ?? .max) <= mostDotsOnNarrowRoll ? "58mm" : "80mm" }

  /// Some heads for rolls of 58 mm burn 54 mm of it.
  private static let mostDotsOnNarrowRoll = 432

  /// Whether pages of it are as long as their content.
  package var isRoll: Bool { size.height == .infinity }

  /// The paper whose settings suit a paper best: its own, or those of a sheet that is nearly as large, such as A6's for a quarter
  /// of a Letter.
  ///
  /// - Parameters:
  ///   - paper: the paper.
  ///   - known: the papers that there are settings for.
  /// - Returns: one of those; nil where none suits.
  package static func suiting(_ paper: Paper, among known: [Paper]) -> Paper? {
    func isNear(_ a: Double, _ b: Double) -> Bool { abs(a / b - 1) < 0.08 }
    return known.first { $0.name == paper.name }
      ?? known.first {
        $0.size.height.isFinite && isNear(paper.size.width, $0.size.width) && isNear(paper.size.height, $0.size.height)
      }
  }

  private static func metric(_ name: String, _ width: Double, _ height: Double) -> Paper {
    Paper(name: name, size: Size(width * Length.millimetre, height * Length.millimetre))
  }

  private static func roll(_ name: String, _ width: Double) -> Paper {
    Paper(name: name, size: Size(width * Length.millimetre, .infinity))
  }
}

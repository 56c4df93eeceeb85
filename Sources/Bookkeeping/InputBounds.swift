/// How much a table of strangers may ask for. Whatever is more is refused by name before anything is made of it.
public enum InputBounds {
  /// How many letters a name may have: of an item, a unit, a category, a stall, an invoice. What is longer fits on no paper.
  public static let longestName = 300
  /// How many letters what says where a price is from may have; addresses of web pages are long.
  public static let longestSource = 2000
  /// How many marks may stand on one letter. Writing has up to six, and Tibetan stacks a few more; dozens paint over the lines above.
  public static let mostMarks = 10
  /// How many other names an item may have.
  public static let mostAliases = 100
  /// How many columns a table may have: as many as spreadsheets have.
  public static let mostColumns = 16_384
  /// How many rows a table may have: twice the million that are read in a few seconds.
  public static let mostRows = 2_000_000
  /// How many bytes a table may have that is text: room for as many rows of the usual length several times over. Workbooks, which are
  /// packed, have bounds of their own.
  public static let mostBytes = 512 << 20
  /// How many lines one paper may have.
  public static let mostLines = 20_000

  /// How many letters a column's text may have.
  static func longest(_ column: InputColumn) -> Int {
    switch column {
    case .source: longestSource
    // Bounded by how many names it has, and how long each of them is.
    case .alias: mostAliases * (longestName + 2)
    default: longestName
    }
  }
}

/// What is wrong with the length of a text, or with what stands on its letters.
public enum TextExcess: Hashable, Sendable {
  /// It has so many letters, where so many are allowed.
  case long(count: Int, most: Int)
  /// So many marks stand on one letter.
  case stacked(count: Int, most: Int)

  /// Looks at a text; nil where nothing is wrong with it.
  ///
  /// - Parameters:
  ///   - text: the text.
  ///   - most: how many letters it may have.
  public init?(_ text: some StringProtocol, most: Int = InputBounds.longestName) {
    // Bytes are counted at once, letters one by one.
    if text.utf8.count > most, text.count > most {
      self = .long(count: text.count, most: most)
      return
    }
    var (run, worst) = (0, 0)
    for scalar in text.unicodeScalars {
      // Below this there is none, which most texts never leave.
      guard scalar.value >= 0x300 else {
        run = 0
        continue
      }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: run += 1
      // What joins emoji is no letter of its own.
      default: run = 0
      }
      worst = max(worst, run)
    }
    guard worst > InputBounds.mostMarks else { return nil }
    self = .stacked(count: worst, most: InputBounds.mostMarks)
  }
}

internal import Layout

/// Which way a paragraph runs: as the page does, unless none of its letters do. A price's English source on an Arabic page
/// keeps its full stop at the right, an Arabic one on an English page at the left.
enum BaseDirection {
  /// The direction of a text on a page of a certain direction.
  static func of(_ text: String, on page: Direction) -> Direction {
    let runsLeft = text.unicodeScalars.contains(where: isRightToLeft)
    switch page {
    case .leftToRight:
      guard runsLeft else { return .leftToRight }
      return text.unicodeScalars.contains(where: isLeftToRight) ? .leftToRight : .rightToLeft
    case .rightToLeft:
      return runsLeft || !text.unicodeScalars.contains(where: isLeftToRight) ? .rightToLeft : .leftToRight
    }
  }

  /// The blocks of the scripts that are written from right to left (Unicode 15, DerivedBidiClass: R and AL), and the mark for them.
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x590: false
    // Amounts of languages that are read so begin with the mark for it (CLDR), though their figures and letters run left to right.
    case 0x200F: true
    // What is kept by itself stands among text that is read so.
    case 0x2068: true
    // Arabic-Indic figures and the signs among them run left to right.
    case 0x660...0x66C, 0x6F0...0x6F9: false
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }

  private static func isLeftToRight(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x41...0x5A).contains(scalar.value & ~0x20) }
    return scalar.properties.isAlphabetic && !isRightToLeft(scalar)
  }
}

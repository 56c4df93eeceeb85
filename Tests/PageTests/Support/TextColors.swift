import Foundation

/// The colours in which a PDF shows text, from its content streams (ISO 32000-1, 8.6.8 and 9.4.3).
struct TextColors {
  private(set) var seen: Set<Ink> = []

  /// Reads a PDF whose streams are plain.
  init(_ content: String) {
    var fill = Ink(red: 0, green: 0, blue: 0)
    var kept: [Ink] = []
    var numbers: [Double] = []
    for word in content.split(whereSeparator: \.isWhitespace) {
      if let number = Double(word) {
        numbers.append(number)
        continue
      }
      switch word {
      case "rg" where numbers.count >= 3:
        let last = numbers.suffix(3).map { $0 }
        fill = Ink(red: last[0], green: last[1], blue: last[2])
      case "g": fill = numbers.last.map { Ink(red: $0, green: $0, blue: $0) } ?? fill
      case "q": kept.append(fill)
      case "Q": fill = kept.popLast() ?? fill
      case _ where word.hasSuffix("Tj") || word.hasSuffix("TJ"): seen.insert(fill)
      default: break
      }
      numbers.removeAll(keepingCapacity: true)
    }
  }
}

/// A colour, its parts from 0 to 1.
struct Ink: Hashable {
  var red: Double
  var green: Double
  var blue: Double

  /// Its contrast on white paper, 1 to 21 (WCAG 2.1, "contrast ratio").
  var contrast: Double {
    func linear(_ part: Double) -> Double { part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4) }
    return 1.05 / (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05)
  }
}

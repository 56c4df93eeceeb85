/// Who published a price, and where it can be read.
public struct PriceSource: Hashable, Sendable {
  /// The publisher and the title as they were pasted, without the address; the address's host where there is nothing else.
  public let citation: String
  /// The web address (http or https), without the brackets and the punctuation around it; nil where none was given.
  public let address: String?

  /// Who published the price: the citation up to its first comma.
  public var publisher: String { citation.split(separator: ",").first.map(String.init) ?? citation }

  /// Reads a cell in which somebody pasted a source; nil where it is blank.
  ///
  /// Of several addresses the last one counts; the others stay in the citation.
  public init?(_ cell: String) {
    let cell = cell.collapsed
    guard !cell.isEmpty else { return nil }
    guard let found = WebAddress.last(in: cell) else {
      citation = Self.withoutLooseEnds(cell).isEmpty ? cell : Self.withoutLooseEnds(cell)
      address = nil
      return
    }
    let before = Self.withoutLooseEnds(String(cell[..<found.range.lowerBound]))
    let after = Self.withoutLooseEnds(String(cell[found.range.upperBound...]))
    let words = [before, after].filter { $0.contains { $0.isLetter || $0.isNumber } }.joined(separator: ", ")
    citation = words.isEmpty ? found.host : words
    address = found.text
  }

  /// Drops what only led to the address or followed it: commas, dashes, a bracket whose partner stood on the other side.
  ///
  /// Question marks and quotes stay; they belong to a title.
  private static func withoutLooseEnds(_ text: String) -> String {
    var rest = text.unicodeScalars[...]
    while let first = rest.first, isLoose(first, in: rest) { rest.removeFirst() }
    while let last = rest.last, isLoose(last, in: rest) { rest.removeLast() }
    return String(rest)
  }

  private static let loose: Set<Unicode.Scalar> = [
    ",", ";", ":", ".", "-", "–", "—", "|", "/", "<", ">", "·", "、", "，", "。", "；", "：", "،", "؛",
  ]

  private static func isLoose(_ scalar: Unicode.Scalar, in text: Substring.UnicodeScalarView) -> Bool {
    // Nearly every source begins and ends with a letter.
    if (0x41...0x5A).contains(scalar.value & ~0x20) { return false }
    if scalar.properties.isWhitespace || loose.contains(scalar) { return true }
    guard let pair = WebAddress.brackets.first(where: { $0.open == scalar || $0.close == scalar }) else {
      return false
    }
    return text.count { $0 == pair.open } != text.count { $0 == pair.close }
  }
}

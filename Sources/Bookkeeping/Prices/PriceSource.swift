/// Who published a price, and where it can be read.
public struct PriceSource: Hashable, Sendable {
  /// The publisher and the title as they were pasted, without the address; the address's host where there is nothing else.
  public let citation: String
  /// The web address (http or https), without the brackets and the punctuation around it; nil where none was given.
  public let address: String?

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
    var rest = Substring(text)
    while let first = rest.first, isLoose(first, in: rest) { rest = rest.dropFirst() }
    while let last = rest.last, isLoose(last, in: rest) { rest = rest.dropLast() }
    return String(rest)
  }

  private static let loose: Set<Character> = [
    ",", ";", ":", ".", "-", "–", "—", "|", "/", "<", ">", "·", "、", "，", "。", "；", "：", "،", "؛",
  ]

  private static func isLoose(_ character: Character, in text: Substring) -> Bool {
    // Nearly every source begins and ends with a letter.
    if let ascii = character.asciiValue, (0x41...0x5A).contains(ascii & 0xDF) { return false }
    if character.isWhitespace || loose.contains(character) { return true }
    guard let pair = WebAddress.brackets.first(where: { $0.open == character || $0.close == character }) else {
      return false
    }
    return text.count { $0 == pair.open } != text.count { $0 == pair.close }
  }
}

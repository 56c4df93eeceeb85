import Characters

/// A list as people write it into a note or a chat: what was given, a thing in a line, in whatever way they write it.
public struct WrittenList: Hashable, Sendable {
  /// A line that may name something.
  public struct Line: Hashable, Sendable {
    /// The line of the file, from 1.
    public var number: Int
    /// What it says, without bullets, and without what a chat puts before it.
    public var text: String
  }

  /// The lines that may name something, in their order.
  public let lines: [Line]

  /// How many lines a list may have: nobody writes more by hand, and a table without its header is none.
  private static let mostLines = 500

  /// Takes a file apart, in whatever encoding it is; nil where it is no text, or longer than anybody writes by hand.
  ///
  /// - Parameters:
  ///   - source: the file.
  ///   - hints: what is known of the office.
  public init?(_ source: ByteSource, hints: ReadingHints) {
    guard source.count <= Self.mostBytes, let text = try? TextSource(source, hints), text.source.sheet == nil,
      let bytes = try? text.source.bytes(text.start..<text.source.count)
    else { return nil }
    self.init(String(decoding: bytes, as: UTF8.self))
    guard (1...Self.mostLines).contains(lines.count) else { return nil }
  }

  /// Five hundred lines of two hundred letters.
  private static let mostBytes = 100_000

  /// Takes a text apart.
  ///
  /// - Parameter text: a note, a list, or the export of a chat.
  public init(_ text: String) {
    var lines: [Line] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let seen = line.withoutUnseenMarks
      let message = ChatLine.message(of: Substring(seen)).map(String.init) ?? seen
      let said = Self.withoutBullet(message.collapsed)
      // Headings say what a list is about, and chats what they left out: <Media omitted>.
      let isNothing = said.isEmpty || said.hasSuffix(":") || (said.hasPrefix("<") && said.hasSuffix(">"))
      if !isNothing { lines.append(Line(number: index + 1, text: said)) }
    }
    self.lines = Self.withoutNumbers(lines)
  }

  /// Reads the list.
  ///
  /// - Parameters:
  ///   - prices: the items there are.
  ///   - units: what units are called.
  /// - Returns: what was given, by the names in the price book, and what is not clear, with its line: nothing is guessed.
  public func read(prices: PriceBook, units: some UnitNames) -> Reading<Order> {
    var (items, places, faults): ([GivenItem], [Int], [InputFault]) = ([], [], [])
    for line in lines {
      let reading = GivenItem.read(Self.words(of: line.text), prices: prices, units: units)
      faults += reading.faults.map { InputFault(line: line.number, $0.fact) }
      items += reading.value
      places += reading.value.map { _ in line.number }
    }
    let order = Order.typed(items)
    // What was typed has places; a list has lines.
    func line(_ place: Int?) -> Int? { place.map { places[$0 - 1] } }
    faults += order.faults.map { InputFault(line: line($0.line), $0.fact) }
    let rows = order.value.rows.map { row in
      Order.Row(name: row.name, quantity: row.quantity, line: places[row.line - 1], column: 1)
    }
    return Reading(Order(rows: rows), faults: faults)
  }

  /// How many of the lines name something that there is.
  ///
  /// - Parameters:
  ///   - prices: the items there are.
  ///   - units: what units are called.
  /// - Returns: a count of lines.
  public func understood(prices: PriceBook, units: some UnitNames) -> Int {
    lines.count { line in
      let reading = GivenItem.read(Self.words(of: line.text), prices: prices, units: units)
      return reading.faults.isEmpty && !reading.value.isEmpty
    }
  }

  // MARK: - A line

  private static let bullets: Set<Character> = [
    "-", "–", "—", "*", "•", "·", "‣", "▪", "◦", "☐", "☑", "✓", "✔", "+", ">",
  ]

  /// A line without the sign by which it is one of several: `- eggs`, `[x] eggs`.
  private static func withoutBullet(_ line: String) -> String {
    var rest = Substring(line)
    if let first = rest.first, bullets.contains(first), rest.dropFirst().first?.isNumber != true || first != "+" {
      rest = rest.dropFirst()
      // "-2 bread" takes something back, which a list does not.
      if "-–—".contains(first), rest.first?.isNumber == true { return line }
    }
    if let box = rest.prefixMatch(of: #/\s*\[[ xX✓]?\]\s*/#) { rest = rest[box.range.upperBound...] }
    return String(rest).collapsed
  }

  /// The lines without their numbers, where they are numbered from the first to the last.
  private static func withoutNumbers(_ lines: [Line]) -> [Line] {
    let numbered = lines.enumerated().map { index, line -> String? in
      let mark = line.text.firstIndex { !$0.isNumber }
      guard let mark, Int(line.text[..<mark]) == index + 1, ".)".contains(line.text[mark]) else { return nil }
      let rest = line.text[line.text.index(after: mark)...]
      return rest.first == " " ? String(rest.dropFirst()) : nil
    }
    guard lines.count > 1, !numbered.contains(nil) else { return lines }
    return zip(lines, numbered).map { Line(number: $0.number, text: $1 ?? $0.text) }
  }

  /// The words of a line, as they would be typed: what only leads from an item to its number is left out.
  private static func words(of line: String) -> [String] {
    let words = line.split(separator: " ").map(String.init)
    return words.enumerated().compactMap { index, word in
      if index > 0, index + 1 < words.count, ["-", "–", "—", "=", ":", ",", ";", "…", "&", "+"].contains(word) {
        return nil
      }
      var rest = Substring(word)
      while let last = rest.last, ":;=…".contains(last) || (",.".contains(last) && rest.count > 1) {
        rest = rest.dropLast()
      }
      return rest.isEmpty ? nil : String(rest)
    }
  }
}

extension Substring {
  /// The line without marks for the direction of writing and the like, which chats put before what they export.
  fileprivate var withoutUnseenMarks: String { String(self).withoutMarks }
}

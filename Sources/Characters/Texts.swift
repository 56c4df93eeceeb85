extension String {
  /// Whether it is ASCII without control characters, as nearly every text is.
  private var isPlain: Bool {
    let isPlain = utf8.withContiguousStorageIfAvailable { bytes in
      // Every cell of a long file is asked: no byte ends the pass early, so that several are looked at in one step.
      bytes.reduce(true) { $0 && 0x20 <= $1 && $1 < 0x7F }
    }
    return isPlain ?? utf8.allSatisfy { (0x20..<0x7F).contains($0) }
  }

  /// The text without anything that nobody sees: what a name, a number or a code is looked up by.
  package var withoutUnseen: String {
    isPlain ? self : String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isUnseen }))
  }

  /// The text as it is shown and recorded: without marks that are no part of what is written. Those that turn text round stay,
  /// so that they can be refused.
  package var withoutMarks: String {
    if isPlain { return self }
    return String(String.UnicodeScalarView(unicodeScalars.filter { !$0.isMark || $0.turnsText }))
  }

  /// The first character that turns the text behind it round.
  package var firstTurning: Unicode.Scalar? { isPlain ? nil : unicodeScalars.first(where: \.turnsText) }

  /// The first character that no text that is shown may hold, with its place in characters from 1.
  package var firstRefused: (scalar: Unicode.Scalar, column: Int)? {
    if isPlain { return nil }
    guard let index = unicodeScalars.firstIndex(where: \.isRefused) else { return nil }
    return (unicodeScalars[index], self[..<index].count + 1)
  }

  /// The text for a terminal, a message, or a file of plain text: whatever a program would obey, or turns text round, stands
  /// as its number, such as `<U+001B>`. Line feeds and tabs stay.
  package var harmless: String {
    if isPlain { return self }
    return replaced { $0.isRefused || $0 == "\r" || $0 == "\u{2028}" || $0 == "\u{2029}" }
  }

  /// The same on one line.
  package var harmlessLine: String { isPlain ? self : onOneLine.harmless }

  /// The same with everything else that nobody sees named, too: for what stands in quotes.
  package var visible: String {
    isPlain ? self : onOneLine.replaced { $0.isRefused || $0.isMark }
  }

  private var onOneLine: String { String(map { $0.isNewline || $0 == "\t" ? " " : $0 }) }

  private func replaced(_ isReplaced: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if isReplaced(scalar) {
        text.append(contentsOf: "<\(scalar.number)>".unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}

extension String {
  /// This text with the quotes and apostrophes of a language in place of the straight ones that keyboards have.
  ///
  /// Pairs are those of the Unicode CLDR. What stands behind a figure with no quote open is a foot, an inch, a minute or a second, and
  /// is left.
  ///
  /// - Parameter language: the language's BCP 47 code, such as `en`.
  /// - Returns: the text.
  func typeset(in language: String) -> String {
    guard utf8.contains(where: { $0 == 0x22 || $0 == 0x27 }) else { return self }
    let quotes = Self.quotes[language] ?? ("“", "”")
    var text = ""
    var (isDoubleOpen, isSingleOpen) = (false, false)
    var before: Character?
    var rest = self[...]
    while let letter = rest.popFirst() {
      let isBeside = before.map { $0.isLetter || $0.isNumber || ".,;:!?…)]%".contains($0) } ?? false
      switch letter {
      case "\"":
        if isDoubleOpen {
          text += quotes.closing
          isDoubleOpen = false
        } else if isBeside {
          text.append(letter)
        } else {
          text += quotes.opening
          isDoubleOpen = true
        }
      case "'":
        if before?.isNumber == true, rest.first?.isLetter != true, !isSingleOpen {
          text.append(letter)
        } else if isBeside || rest.first?.isLetter != true {
          text += "’"
          isSingleOpen = false
        } else {
          text += rest.contains("'") ? "‘" : "’"
          isSingleOpen = true
        }
      default: text.append(letter)
      }
      before = letter
    }
    // Where they do not come in pairs, nobody can tell which is which.
    return isDoubleOpen ? self : text
  }

  private static let quotes: [String: (opening: String, closing: String)] = [
    "en": ("“", "”"), "es": ("«", "»"), "fr": ("«\u{202F}", "\u{202F}»"), "de": ("„", "“"), "ar": ("”", "“"),
    "it": ("«", "»"), "pt": ("“", "”"), "pl": ("„", "”"), "cs": ("„", "“"), "ru": ("«", "»"), "uk": ("«", "»"),
    "he": ("”", "”"), "ja": ("「", "」"), "zh": ("“", "”"),
  ]
}

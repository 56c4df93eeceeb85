import Characters

/// Texts of whatever origin, for whoever writes them where a program might obey what stands in them.
package enum ShownText {
  /// The text for a terminal or a file of plain text: control characters, and what turns text round, as their numbers, such as
  /// `<U+001B>`.
  package static func harmless(_ text: String) -> String { text.harmless }

  /// A text in quotes, on one line and not endless.
  static func quoted(_ text: String) -> String {
    let line = text.visible
    return "\"\(line.count > 60 ? line.prefix(59) + "…" : line)\""
  }
}

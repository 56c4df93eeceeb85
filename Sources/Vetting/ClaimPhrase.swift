/// Words that make a claim, and when they do.
struct ClaimPhrase: Sendable {
  /// When the words count.
  enum Rule: String, Sendable, CaseIterable {
    /// Alone in the text, or in capitals anywhere.
    case stamp
    /// Wherever they stand.
    case always
    /// At the beginning of a sentence, or in capitals.
    case opening
    /// Before an amount that is not zero.
    case amount
    /// Before a number or the name of a month.
    case deadline
  }

  /// What they claim.
  var kind: Finding.Kind
  /// When they do.
  var rule: Rule
  /// The words' hashes.
  var hashes: [UInt64]
  /// The words' skeletons.
  var skeletons: [[UInt8]]
  /// Whether the words are others without their marks: "PAYÉ" is not "PAYE".
  var needsAccent: Bool

  /// The phrases of a list.
  static func list(_ kind: Finding.Kind, _ rule: Rule, _ phrases: [String]) -> [ClaimPhrase] {
    phrases.compactMap { phrase in
      let text = VisibleText(phrase)
      let words = Word.all(in: text)
      guard !words.isEmpty else { return nil }
      return ClaimPhrase(
        kind: kind, rule: rule, hashes: words.map(\.hash), skeletons: words.map { $0.skeleton(in: text.bytes) },
        needsAccent: words.count == 1 && words[0].hasAccent)
    }
  }
}

/// Words that link others and name nothing by themselves, in the languages that papers are offered in.
enum LinkingWords {
  /// Those that put one thing beside another.
  private static let conjunctions: Set<String> = ["and", "&", "+", "plus", "und", "y", "e", "et", "و"]

  private static let others: Set<String> = Set(
    """
    or for of in at on to by with from the a an i my our some per
    oder fur von vom in im an am auf zu zum zur aus mit bei der die das den dem des ein eine einen pro
    o u para por de del en a al el la los las con un una unos unas
    ou pour du des au aux le les avec par une chez dans sur
    او في من على الى عن مع
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  /// Whether a typed word puts one thing beside another.
  static func isConjunction(_ word: String) -> Bool { conjunctions.contains(NameKey.plain(of: word)) }

  /// Whether words, as they are compared, do nothing but link.
  static func areAll(_ words: [String]) -> Bool {
    words.allSatisfy { conjunctions.contains($0) || others.contains($0) }
  }
}

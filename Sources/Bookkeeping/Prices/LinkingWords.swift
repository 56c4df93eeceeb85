/// Words that link others and name nothing by themselves, by the languages that papers are offered in.
package enum LinkingWords {
  /// Of each language those that put one thing beside another, and the others.
  private static let words: [String: (conjunctions: String, others: String)] = [
    "ar": ("و", "او في من على الى عن مع"),
    "de": ("und", "oder fur von vom in im an am auf zu zum zur aus mit bei der die das den dem des ein eine einen pro"),
    "en": ("and plus", "or for of in on at to by with from the a an i my our some per"),
    "es": ("y e", "o u para por de del en a al el la los las con un una unos unas"),
    "fr": ("et", "ou pour de du des en au aux a le la les avec par un une chez dans sur"),
    "he": ("ו", "או של עם את על אל מן ב ל לכל"),
  ]

  /// The languages whose words are known.
  package static var languages: Set<String> { Set(words.keys) }

  private static let conjunctions = Set(
    words.values.flatMap { $0.conjunctions.split(separator: " ") }.map(String.init) + ["&", "+"])
  private static let all = conjunctions.union(words.values.flatMap { $0.others.split(separator: " ") }.map(String.init))

  /// Whether a typed word puts one thing beside another.
  static func isConjunction(_ word: String) -> Bool { conjunctions.contains(NameKey.plain(of: word)) }

  /// Whether words, as they are compared, do nothing but link.
  static func areAll(_ words: [String]) -> Bool { words.allSatisfy(all.contains) }
}

import Characters

/// Finds the entries that somebody means who types a name quickly: words in any order, without commas, accents and apostrophes, one
/// of a thing for several.
struct NameSearch {
  private struct Candidate {
    var words: [String]
    /// The entry; nil for a row that was faulty.
    var entry: Int?
  }

  private let index: NameIndex
  private let candidates: [Candidate]
  /// How many words the longest name has.
  let mostWords: Int

  init(_ index: NameIndex) {
    self.index = index
    candidates = index.names.map { Candidate(words: Self.words(of: $0.text), entry: $0.entry) }
    mostWords = candidates.map(\.words.count).max() ?? 0
  }

  /// The words of a name, as they are compared. A sign between figures belongs to them (1.5, 1/2), as do those that end a word
  /// (C++, C#).
  static func words(of name: String) -> [String] {
    var words: [String] = []
    var isInWord = false
    let characters = Array(NameKey.plain(of: name))
    for (place, character) in characters.enumerated() where character != "'" {
      let isBetween =
        ".,/".contains(character) && place > 0 && place + 1 < characters.count && characters[place - 1].isNumber
        && characters[place + 1].isNumber
      guard character.isLetter || character.isNumber || "+#".contains(character) || isBetween else {
        isInWord = false
        continue
      }
      if isInWord { words[words.count - 1].append(character) } else { words.append(String(character)) }
      isInWord = true
    }
    return words
  }

  /// What a name leads to: first as everywhere, then by its words.
  func find(_ name: String) -> NameIndex.Found {
    let found = index.find(name)
    let typed = Self.words(of: name)
    guard !typed.isEmpty else { return found }
    if case .unknown = found, LinkingWords.areAll(typed) { return found }
    switch found {
    case .entry: return found
    case .faulty where !index.isIncomplete: return found
    default: break
    }
    let same = fitting { $0.sorted() == typed.sorted() }
    if same.entries.count == 1, !same.hasFaulty { return .entry(same.entries[0]) }
    if case .ambiguous = found { return found }
    let all = fitting { Self.have($0, typed) }
    switch all.entries.count {
    case 0: return all.hasFaulty ? .faulty : found
    case 1: return all.hasFaulty || index.isIncomplete ? .faulty : .entry(all.entries[0])
    default: return .ambiguous(all.entries)
    }
  }

  /// Whether this is all of an item's name or of an alias.
  func isWhole(_ name: String) -> Bool {
    let typed = Self.words(of: name)
    return !typed.isEmpty && candidates.contains { $0.words == typed }
  }

  private func fitting(_ fits: ([String]) -> Bool) -> (entries: [Int], hasFaulty: Bool) {
    var (entries, hasFaulty): ([Int], Bool) = ([], false)
    for candidate in candidates where fits(candidate.words) {
      if let entry = candidate.entry {
        if entries.last != entry { entries.append(entry) }
      } else {
        hasFaulty = true
      }
    }
    return (entries, hasFaulty)
  }

  /// Whether each typed word is a word of the name, or but for what makes several of a thing, and no two are of the same.
  private static func have(_ words: [String], _ typed: [String]) -> Bool {
    guard typed.count <= words.count else { return false }
    var rest = words
    for word in typed {
      guard let place = rest.firstIndex(of: word) ?? rest.firstIndex(where: { $0 == word + "s" || $0 == word + "es" })
      else { return false }
      rest.remove(at: place)
    }
    return true
  }

  /// Whether each typed word is a word of the name or the beginning of one, and no two are of the same: for whoever looks for what
  /// there is.
  static func begin(_ words: [String], with typed: [String]) -> Bool {
    guard typed.count <= words.count else { return false }
    var rest = words
    // Longer words leave less choice, and whole ones none.
    for word in typed.sorted(by: { $0.count > $1.count }) {
      guard let place = rest.firstIndex(of: word) ?? rest.firstIndex(where: { $0.hasPrefix(word) }) else {
        return false
      }
      rest.remove(at: place)
    }
    return true
  }
}

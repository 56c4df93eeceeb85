import Characters

/// How people of a language write time as a unit: what an hour and a minute are called, and what halves and quarters.
public struct TimeWords: Sendable {
  /// Words for a time, by how much of an hour it is.
  private let times: [String: ExactFraction]
  /// Words for a share of one.
  private let shares: [String: ExactFraction]
  /// Words that only lead to a unit, such as "per" and "an".
  private let fillers: Set<String>

  /// Takes the words of a language.
  ///
  /// - Parameters:
  ///   - hour: what an hour is called: singular, plural, abbreviations.
  ///   - minute: the same of a minute.
  ///   - half: what half of one is called.
  ///   - quarter: what a quarter of one is called.
  ///   - others: words for other times, with the minutes that they have.
  ///   - fillers: words that only lead to a unit.
  public init(
    hour: [String], minute: [String], half: [String], quarter: [String], others: KeyValuePairs<String, Int64> = [:],
    fillers: [String] = []
  ) {
    var (times, shares): ([String: ExactFraction], [String: ExactFraction]) = ([:], [:])
    for word in hour { times[NameKey.plain(of: word)] = .one }
    for word in minute { times[NameKey.plain(of: word)] = ExactFraction(1, over: 60) }
    for (word, minutes) in others { times[NameKey.plain(of: word)] = ExactFraction(minutes, over: 60) }
    for word in half { shares[NameKey.plain(of: word)] = ExactFraction(1, over: 2) }
    for word in quarter { shares[NameKey.plain(of: word)] = ExactFraction(1, over: 4) }
    (self.times, self.shares, self.fillers) = (times, shares, Set(fillers.map { NameKey.plain(of: $0) }))
  }

  /// How many hours a unit is, such as `hour`, `30 minutes`, `½ h`, `per half hour` or `1 h 30`.
  ///
  /// - Parameter unit: the unit as somebody wrote it.
  /// - Returns: nil where it is no time in these words, or more than a time.
  public func hours(in unit: String) -> ExactFraction? {
    let words = Self.words(of: unit).filter { !fillers.contains($0) }
    guard let place = words.firstIndex(where: { times[$0] != nil }), let time = times[words[place]] else { return nil }
    var product = time
    var hasNumber = false
    for word in words[..<place] {
      guard let factor = shares[word] ?? Self.number(word), let next = product.times(factor) else { return nil }
      hasNumber = hasNumber || shares[word] == nil
      product = next
    }
    let rest = words[(place + 1)...]
    // A number behind an hour counts minutes: 1 h 30 is no thirty hours.
    if let first = rest.first, let minutes = Int64(first) {
      let minute = ExactFraction(minutes, over: 60)
      guard hasNumber, time == .one, (1..<60).contains(minutes), let minute else { return nil }
      if let word = rest.dropFirst().first, times[word] != ExactFraction(1, over: 60), word != "m" { return nil }
      return rest.count > 2 ? nil : product.adding(minute)
    }
    for word in rest {
      guard let share = shares[word], let next = product.times(share) else { return nil }
      product = next
    }
    return product
  }

  /// Whether a time stands in it among other words, such as in "hour for two".
  public func mentions(in unit: String) -> Bool { Self.words(of: unit).contains { times[$0] != nil } }

  /// The words and numbers of a unit: "30min" are two.
  private static func words(of unit: String) -> [String] {
    var words: [String] = []
    var isNumber: Bool?
    for character in NameKey.plain(of: unit) {
      let kind: Bool? =
        character.isNumber
        ? true : character.isLetter ? false : isNumber == true && ".,/".contains(character) ? true : nil
      if let kind {
        if kind == isNumber { words[words.count - 1].append(character) } else { words.append(String(character)) }
      }
      isNumber = kind
    }
    return words
  }

  private static func number(_ word: String) -> ExactFraction? {
    let parts = word.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2, let above = Int64(parts[0]), let below = Int64(parts[1]) {
      return ExactFraction(above, over: below)
    }
    switch word {
    case "½": return ExactFraction(1, over: 2)
    case "¼": return ExactFraction(1, over: 4)
    case "¾": return ExactFraction(3, over: 4)
    default:
      guard case .exact(let number, _) = WrittenNumber(word) else { return nil }
      return ExactFraction(number)
    }
  }
}

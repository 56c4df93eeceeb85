/// Judges by which code page a file is meant, by what its odd words would then be.
struct CodePageJudge {
  /// What the odd words are by a code page, and how likely such words are.
  struct Guess {
    var page: CodePage
    var words: [String]
    var likelihood: Double
    /// Whether a word has something that no word has.
    var hasBadWord: Bool
    /// Whether nothing in its words is unlikely.
    var isPlausible: Bool
    /// The same likelihood before it is shared out among the characters: of each word, and how many characters it has.
    var shares: [(sum: Double, count: Int)]
    /// What speaks for or against the code page whatever the words are.
    var bias: Double
  }

  /// The guesses, the likely ones first; of those that read alike only the commonest page.
  let guesses: [Guess]

  /// A guess is believed from this on, and if the next one is so much less likely.
  private static let leastLikelihood = 0.8
  private static let leastMargin = 0.5

  /// Reads words by every code page that has them.
  ///
  /// - Parameters:
  ///   - odd: the words.
  ///   - hints: the office's languages and the names that it knows.
  ///   - proposed: the code page that somebody else's statistics say; nil where they say nothing.
  init(_ odd: OddWords, _ hints: ReadingHints, proposed: CodePage?) {
    let known = Set(hints.names.flatMap(Self.words))
    let own = Alphabets.letters(of: hints.languages)
    var guesses: [Guess] = []
    for page in CodePage.allCases {
      guard let words = odd.read(by: page) else { continue }
      var (sum, count, hasBadWord, isPlausible) = (0.0, 0, false, true)
      var shares: [(sum: Double, count: Int)] = []
      var foreign = 0
      for (index, (word, bytes)) in zip(words, odd.words).enumerated() {
        var look = OddWordLook(word, bytes, page, own: own)
        if known.contains(NameKey.plain(of: word)) { look.sum += 3 * Double(look.count) }
        // A sign of the office's own money stands beside its numbers.
        if odd.areBesideNumbers[index], let currency = hints.currency,
          MoneyMark.currencies(of: word)?.contains(currency.code) == true
        {
          look.sum += 3 * Double(look.count)
        }
        shares.append((look.sum, look.count))
        foreign += look.foreign
        isPlausible = isPlausible && look.isPlausible
        sum += look.sum
        count += look.count
        hasBadWord = hasBadWord || look.isBad
      }
      let mean = count == 0 ? -9 : sum / Double(count)
      var likelihood = mean
      if page.isOld { likelihood -= 0.7 }
      if page == .traditionalChinese, Self.hasHighHalvesOnly(odd.words) { likelihood -= 0.8 }
      // A few letters of thousands say nothing, nor do one or two of a script that the office does not write.
      if [.simplifiedChinese, .traditionalChinese].contains(page), count <= 4 { likelihood -= 0.7 }
      if foreign > 0, foreign < 4 { likelihood -= 0.7 }
      if hasBadWord { likelihood -= 1 }
      if page == proposed { likelihood += 0.5 }
      if let same = guesses.firstIndex(where: { $0.words == words }) {
        guesses[same].likelihood = max(guesses[same].likelihood, likelihood)
        continue
      }
      guesses.append(
        Guess(
          page: page, words: words, likelihood: likelihood, hasBadWord: hasBadWord,
          isPlausible: isPlausible && !hasBadWord, shares: shares, bias: likelihood - mean))
    }
    self.guesses = guesses.sorted { $0.likelihood > $1.likelihood }
  }

  /// The guess that leaves no doubt; nil where there is none.
  var clear: Guess? {
    guard let best = guesses.first, best.likelihood >= Self.leastLikelihood, !best.hasBadWord else { return nil }
    for other in guesses.dropFirst() where Self.margin(of: best, over: other) < Self.leastMargin { return nil }
    // What the old systems wrote is told from each other by less than their words.
    if best.page.isOld, guesses.dropFirst().contains(where: { $0.page.isOld && $0.isPlausible }) { return nil }
    return best
  }

  /// How much likelier one guess is by the words in which they differ: what reads alike tells nothing.
  private static func margin(of one: Guess, over other: Guess) -> Double {
    var (sums, count) = ((0.0, 0.0), (0, 0))
    for index in one.words.indices where one.words[index] != other.words[index] {
      sums = (sums.0 + one.shares[index].sum, sums.1 + other.shares[index].sum)
      count = (count.0 + one.shares[index].count, count.1 + other.shares[index].count)
    }
    guard count.0 > 0, count.1 > 0 else { return one.likelihood - other.likelihood }
    return sums.0 / Double(count.0) + one.bias - sums.1 / Double(count.1) - other.bias
  }

  /// The place of a word in which the likeliest guesses differ most.
  var tellingWord: Int {
    let likely = guesses.prefix(3)
    guard let words = likely.first?.words else { return 0 }
    let kinds = words.indices.map { index in Set(likely.map { $0.words[index] }).count }
    return kinds.firstIndex(of: kinds.max() ?? 0) ?? 0
  }

  /// A name's words as ``OddWords`` parts them, to be compared with those of a file.
  private static func words(of name: String) -> [String] {
    name.split { $0.isASCII && ($0.asciiValue ?? 0) < 0x40 }.map { NameKey.plain(of: String($0)) }
  }

  /// Whether the second half of every letter of two bytes is a high byte. In Big5 two of five are not.
  private static func hasHighHalvesOnly(_ words: [[UInt8]]) -> Bool {
    words.joined().count { $0 >= 0x80 } >= 8 && words.allSatisfy { $0.allSatisfy { $0 >= 0x80 } }
  }
}

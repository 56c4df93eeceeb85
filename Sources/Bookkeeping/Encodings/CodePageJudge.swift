/// Judges by which code page a file is meant, by what its odd words would then be.
struct CodePageJudge {
  /// What the odd words are by a code page, and how likely such words are.
  struct Guess {
    var page: CodePage
    var words: [String]
    var likelihood: Double
    /// Whether a word has something that no word has.
    var hasBadWord: Bool
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
      var (sum, count, hasBadWord) = (0.0, 0, false)
      for (word, bytes) in zip(words, odd.words) {
        var look = OddWordLook(word, bytes, page, own: own)
        if known.contains(NameKey.plain(of: word)) { look.sum += 3 * Double(look.count) }
        sum += look.sum
        count += look.count
        hasBadWord = hasBadWord || look.isBad
      }
      var likelihood = count == 0 ? -9 : sum / Double(count)
      if page.isOld { likelihood -= 0.7 }
      if page == .traditionalChinese, Self.hasHighHalvesOnly(odd.words) { likelihood -= 0.8 }
      // One or two letters of thousands say nothing.
      if [.simplifiedChinese, .traditionalChinese].contains(page), count <= 2 { likelihood -= 0.7 }
      if hasBadWord { likelihood -= 1 }
      if page == proposed { likelihood += 0.5 }
      if let same = guesses.firstIndex(where: { $0.words == words }) {
        guesses[same].likelihood = max(guesses[same].likelihood, likelihood)
        continue
      }
      guesses.append(Guess(page: page, words: words, likelihood: likelihood, hasBadWord: hasBadWord))
    }
    self.guesses = guesses.sorted { $0.likelihood > $1.likelihood }
  }

  /// The guess that leaves no doubt; nil where there is none.
  var clear: Guess? {
    guard let best = guesses.first, best.likelihood >= Self.leastLikelihood, !best.hasBadWord else { return nil }
    let next = guesses.dropFirst().first?.likelihood ?? -9
    return best.likelihood - next >= Self.leastMargin ? best : nil
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

import Drawing
import Layout
import TestTools
import Testing

@Suite struct HyphenatorTests {
  private static let folder = "/usr/share/hyphen"

  private func parts(_ text: String, _ locale: String) throws -> String {
    let hyphenator = try #require(Hyphenator(locale: locale, folder: Self.folder), "no dictionary for \(locale)")
    return hyphenator.hyphenated(text).replacing("\u{AD}", with: "·")
  }

  @Test(.slow) func wordsArePartedByTheirLanguage() throws {
    #expect(try parts("Kinderbetreuung", "de-DE") == "Kin·der·be·treu·ung")
    #expect(try parts("Kinderbetreuung", "de-AT") == "Kin·der·be·treu·ung")
    #expect(try parts("hyphenation", "en-US") == "hy·phen·ation")
    #expect(try parts("Electrodomésticos", "es-MX") == "Elec·tro·do·més·ti·cos")
    #expect(try parts("électroménager", "fr-FR") == "élec·tro·mé·na·ger")
  }

  @Test(.slow) func shortWordsFiguresAndSignsStayAsTheyAre() throws {
    #expect(try parts("Brot, 12 kg (2026)", "de-DE") == "Brot, 12 kg (2026)")
    #expect(try parts("Fahrradreparatur: Kette", "de-DE") == "Fahr·rad·re·pa·ra·tur: Kette")
    #expect(try parts("", "de") == "")
    #expect(try parts("日本語の長い言葉です", "de") == "日本語の長い言葉です")
  }

  @Test func thereMayBeNone() {
    #expect(Hyphenator(locale: "ar", folder: Self.folder) == nil)
    #expect(Hyphenator(locale: "de", folder: "/nowhere") == nil)
    #expect(Hyphenator(locale: "", folder: Self.folder) == nil)
  }

  /// Where a line ends at a soft hyphen there is a hyphen; elsewhere the text looks as without any.
  @Test func aSoftHyphenShowsOnlyWhereALineEnds() throws {
    let measurer = try Workbench().measurer
    let style = TextStyle(families: ["Inter"], size: 20)
    let word = "Kin\u{AD}der\u{AD}be\u{AD}treu\u{AD}ung"
    func lines(_ text: String, _ width: Double?) throws -> [Double] {
      try measurer.shape(text, style: style, scale: 1, direction: .leftToRight, width: width).lines.map(\.width)
    }
    let whole = try lines("Kinderbetreuung", nil)
    // Between two letters beside a soft hyphen there is no kerning.
    #expect(try abs(lines(word, nil)[0] - whole[0]) < 1)
    let broken = try lines(word, 120)
    #expect(broken.count == 2)
    let plain = try lines("Kinderbe", nil)[0]
    let hyphen = try lines("-", nil)[0]
    #expect(abs(broken[0] - plain - hyphen) < 3 || broken[0] > plain, "\(broken) \(plain) \(hyphen)")
  }

  @Test func lettersAreAsHighAsTheirCapitals() throws {
    let measurer = try Workbench().measurer
    func size(_ text: String, _ family: String, scale: Double = 1) throws -> LetterSize? {
      let style = TextStyle(families: [family], size: 100)
      return try measurer.shape(text, style: style, scale: scale, direction: .leftToRight, width: nil).lines[0]
        .letterSize
    }
    func height(_ text: String, _ family: String, scale: Double = 1) throws -> Double? {
      try size(text, family, scale: scale)?.height
    }
    // Bebas Neue's capitals are 1,400 of 2,000 units high, Inter's 1,490 of 2,048 (their OS/2 tables, sCapHeight).
    #expect(try abs((height("Brot", "Bebas Neue") ?? 0) - 70) < 0.7)
    #expect(try abs((height("brot", "Inter") ?? 0) - 72.7) < 0.8)
    #expect(try abs((height("brot", "Inter", scale: 0.5) ?? 0) - 36.4) < 0.5)
    let arabic = try height("دروس", "Noto Sans Arabic") ?? 0
    #expect(arabic > 15 && arabic < 80)
    #expect(try height("…", "Inter") == nil)
    // From as far only letters can be read that are a third higher, where they are condensed.
    let condensed = try #require(try size("$4.50", "Bebas Neue", scale: 0.5))
    #expect(condensed.isCondensed && abs(condensed.legibleHeight - 26.25) < 0.3)
    for family in ["Inter", "EB Garamond", "Reggae One", "Noto Sans", "Noto Sans Arabic"] {
      let ordinary = try #require(try size("Brot", family))
      #expect(!ordinary.isCondensed && ordinary.legibleHeight == ordinary.height, "\(family)")
    }
  }
}

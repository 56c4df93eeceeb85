import Bookkeeping
import Testing

@Suite struct ReadingHintsTests {
  /// What was read with other hints is not taken for what these would give.
  @Test func eachOfThemIsSaid() throws {
    let all = [
      ReadingHints(), ReadingHints(languages: ["de"]), ReadingHints(languages: ["de", "fr"]),
      ReadingHints(country: "de"),
      ReadingHints(names: ["de"]), ReadingHints(languages: ["de"], names: ["fr"]),
      ReadingHints(currency: try #require(Currency(code: "USD"))), ReadingHints(hasSensitiveCategories: true),
      ReadingHints(codePage: .western), ReadingHints(codePage: .central), ReadingHints(decimal: .point),
      ReadingHints(decimal: .comma), ReadingHints(dayOrder: .dayFirst), ReadingHints(dayOrder: .monthFirst),
      ReadingHints(checked: try #require(CheckedDate("2026"))),
      ReadingHints(checked: try #require(CheckedDate("2026-01"))),
    ]
    #expect(Set(all.map(\.description)).count == all.count)
    #expect(ReadingHints(country: "US").description == ReadingHints(country: "US").description)
  }
}

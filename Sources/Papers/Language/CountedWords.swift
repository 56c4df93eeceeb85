import Bookkeeping

/// Words that stand beside a number, such as `and 3 others`, in the forms that a language has for them.
struct CountedWords: Sendable {
  private let own: [String: Units.Unit]
  private let english: [String: Units.Unit]
  private let plurals: PluralRules

  /// What stands for the number.
  private static let place = "{{count}}"

  /// Words of a language, and English ones for those that it lacks.
  init(_ own: [String: Units.Unit], english: [String: Units.Unit], language: String) {
    (self.own, self.english, plurals) = (own, english, .of(language))
  }

  func text(_ name: String, _ count: Int, _ figures: (Int64) -> String) -> String {
    let number = figures(Int64(count))
    let rules = own[name] == nil ? PluralRules.of("en") : plurals
    guard let forms = (own[name] ?? english[name])?.forms,
      let form = forms[rules.category(of: ExactDecimal(Int64(count)))] ?? forms[.other]
    else { return number }
    return form.replacing(Self.place, with: number)
  }
}

package import Bookkeeping

/// A form that a word takes after a number (Unicode CLDR, "Language Plural Rules").
package enum PluralCategory: String, CaseIterable, Sendable {
  case zero, one, two, few, many, other
}

/// Which form a word takes after which number. Foundation on Linux has no package way to CLDR's rules, so each offered language
/// brings its own: those of CLDR 46, supplemental/plurals.xml, for cardinal numbers without an exponent.
package struct PluralRules: Sendable {
  /// CLDR's operands of a number as it is written: 1 and 1.0 are different in English.
  package struct Operands: Sendable {
    /// The value, where it is whole: the rules compare it with whole numbers, which no fraction equals.
    package let n: Int64?
    /// Its whole part.
    package let i: Int64
    /// How many fraction digits are shown.
    package let v: Int
    /// A whole number of millions, which some languages count with another form.
    package var isMillions: Bool { i != 0 && i % 1_000_000 == 0 && v == 0 }

    init(_ number: ExactDecimal) {
      let power = (0..<number.scale).reduce(Int64(1)) { power, _ in power * 10 }
      (i, v) = (abs(number.mantissa / power), number.scale)
      n = number.mantissa % power == 0 ? i : nil
    }
  }

  /// The categories that the language tells apart; `other` fits where no other does.
  package let categories: [PluralCategory]
  private let rule: @Sendable (Operands) -> PluralCategory

  init(_ categories: [PluralCategory], rule: @escaping @Sendable (Operands) -> PluralCategory) {
    self.categories = categories
    self.rule = rule
  }

  /// The form after a number.
  package func category(of number: ExactDecimal) -> PluralCategory { rule(Operands(number)) }

  /// The rules of a language; of one that is not offered, all forms may be written and `other` is used.
  package static func of(_ language: String) -> PluralRules {
    OfferedLanguage.named(language)?.plurals ?? PluralRules(PluralCategory.allCases) { _ in .other }
  }
}

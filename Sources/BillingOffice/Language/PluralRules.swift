import Bookkeeping

/// The forms a word takes after a number (Unicode CLDR, "Language Plural Rules"). Foundation on Linux has no public way to
/// them, so the rules of the languages offered stand here.
enum PluralCategory: String, CaseIterable {
  case zero, one, two, few, many, other

  /// The categories of a language; all of them where its rules are not known here.
  static func of(_ language: String) -> [PluralCategory] {
    switch language {
    case "en", "de": [.one, .other]
    case "es", "fr": [.one, .many, .other]
    default: allCases
    }
  }

  /// The category of a number as it is written: 1 and 1.0 are different in English.
  ///
  /// The rules are those of CLDR 46, supplemental/plurals.xml, for cardinal numbers without an exponent; n, i and v are its
  /// operands: the value, its whole part, and how many fraction digits are shown. Other languages have `other` only.
  init(of number: ExactDecimal, in language: String) {
    let power = (0..<number.scale).reduce(Int64(1)) { power, _ in power * 10 }
    let (i, v) = (abs(number.mantissa / power), number.scale)
    // The rules compare n with whole numbers, which no fraction equals.
    let n = number.mantissa % power == 0 ? i : nil
    let isMillions = i != 0 && i % 1_000_000 == 0 && v == 0
    switch language {
    case "en", "de": self = i == 1 && v == 0 ? .one : .other
    case "es": self = n == 1 ? .one : isMillions ? .many : .other
    case "fr": self = i <= 1 ? .one : isMillions ? .many : .other
    case "ar":
      switch n {
      case nil: self = .other
      case 0: self = .zero
      case 1: self = .one
      case 2: self = .two
      case let n? where (3...10).contains(n % 100): self = .few
      case let n? where (11...99).contains(n % 100): self = .many
      default: self = .other
      }
    default: self = .other
    }
  }
}

package import Bookkeeping

/// A language in which papers are offered: all that the program itself must know of it. Its words stand in
/// `Templates/strings/<code>.yaml`, those of the package site in `Templates/ledger-site/words/<code>.yaml`.
package struct OfferedLanguage: Sendable {
  /// The BCP 47 language, such as `en`.
  package let code: String
  /// The words that make a paper void.
  package let void: VoidWording
  /// The forms a word takes after a number.
  package let plurals: PluralRules
  /// How price books write time in it, which the ledger counts, whatever language the office speaks.
  package let time: TimeWords

  /// All of them: whoever adds one adds a file beside the others and its name here.
  package static let all: [OfferedLanguage] = [.english, .spanish, .french, .german, .arabic, .hebrew]

  /// The language with a code; nil where it is not offered.
  package static func named(_ code: String) -> OfferedLanguage? { all.first { $0.code == code } }
}

/// The words that make a paper void. They are in code, in every language offered, so that no template and no file of words
/// can change them.
package struct VoidWording: Hashable, Sendable {
  /// What the stamp says.
  package let stamp: String
  /// That nothing is owed.
  package let nothingOwed: String
  /// That the paper is no bill.
  package let notABill: String
  /// What stands before the zero.
  package let totalDue: String
  /// Who mocks: what stands before the office's name.
  package let issuedBy: String
  /// What stands for the number of a paper that has none.
  package let draft: String
  /// What stands before all that on a paper that is printed again.
  package let reprint: String
  /// What stands across a paper that is printed again though its gift was taken back.
  package let takenBack: String

  /// The words in a language; English where it is not offered.
  package static func `in`(_ language: String) -> VoidWording {
    (OfferedLanguage.named(language) ?? .english).void
  }
}

import Layout

/// How signs of one size and one choice of languages look. Shared by reference: signs that look alike have the same one.
final class SignLook: Sendable {
  let size: PieceSize
  /// The languages: one, or two that stand beside one another.
  let languages: [SignLanguage]
  /// The template on this size, in the first language.
  let design: PaperDesign
  /// Whether each sign has a code that opens its item in the ledger.
  let hasCodes: Bool

  init(size: PieceSize, languages: [SignLanguage], design: PaperDesign, hasCodes: Bool) {
    self.size = size
    self.languages = languages
    self.design = design
    self.hasCodes = hasCodes
  }
}

import Papers

/// What can be chosen from in an office, for whoever offers it to somebody who types.
extension Office {
  /// The papers on which a kind of paper is made.
  ///
  /// - Parameters:
  ///   - kind: the kind's name, such as `invoice`.
  ///   - template: a template's name or folder; nil for the office's own.
  /// - Returns: their names, the large ones first.
  /// - Throws: ``Diagnostics`` when office.yaml cannot be read, or there is no such template.
  package func papers(for kind: String, template: String? = nil) throws(Diagnostics) -> [String] {
    guard let kind = PaperKinds.named(kind) else { return [] }
    return templates.papers(of: try templates.find(template, try settings(), kind))
  }

  /// What the stalls of a market are called.
  ///
  /// - Parameters:
  ///   - list: the sign list's path; nil for the categories of the price book.
  ///   - prices: the price book's path; nil for the office's own.
  /// - Returns: the names; none where something cannot be read.
  package func stalls(list: String?, prices: String?) -> [String] { Stalls.names(in: self, list: list, prices: prices) }

  /// The sizes that signs have names for.
  package static let signSizes = PieceSize.names

  /// The sheets that have names.
  package static let sheets = PieceSize.sheets

  /// The languages that papers are offered in.
  package static let languages = OfferedLanguage.all.map(\.code)
}

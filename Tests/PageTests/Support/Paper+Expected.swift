import Papers
extension Paper {
  /// The number of each invoice; nil for drafts.
  var numbers: [String?] {
    page.isDraft ? printed.invoices.map { _ in nil } : printed.numbers.map(\.description)
  }

  /// What the code of each invoice says: the address in capitals, which makes it smaller.
  var codedAddresses: [String] { ledgerAddresses.map { $0.uppercased() } }
  /// Where each invoice is found, as it is printed: `<ledger>/R/<NUMBER>`, or the ledger's front page on a draft.
  var ledgerAddresses: [String] { numbers.map { $0.map { "\(Paper.ledger)/R/\($0)" } ?? Paper.ledger } }
}

extension PageCase {
  /// The language of its locale.
  var language: String { String(locale.prefix { $0 != "-" }) }
  /// Whether its pages are mirrored.
  var isRightToLeft: Bool { ["ar", "he"].contains(language) }
}

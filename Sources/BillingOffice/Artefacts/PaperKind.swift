import Templating

/// The kinds of paper that templates can make.
public enum PaperKind: String, CaseIterable, Hashable, Sendable {
  /// What was given, at the market's prices.
  case invoice
  /// What the ledger comes to, for the wall.
  case board

  /// What its templates receive, with any words.
  func shape(words: DataShape) -> DataShape {
    switch self {
    case .invoice: InvoiceData.shape(words: words)
    case .board: BoardData.shape(words: words)
    }
  }

  /// What all kinds receive, by kind.
  static func shapes(words: DataShape) -> [String: DataShape] {
    Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.shape(words: words)) })
  }

  /// What a document's title begins with.
  var title: String {
    switch self {
    case .invoice: "Mock invoice"
    case .board: "Board"
    }
  }

  /// With an article, as messages say it.
  var spoken: String {
    switch self {
    case .invoice: "an invoice"
    case .board: "a board"
    }
  }

  /// The least width of the stamp, as a share of the page's width. An invoice looks like a bill, and is stamped all over.
  var leastStampShare: Double {
    switch self {
    case .invoice: 0.45
    case .board: 0.25
    }
  }

  /// Who issues it, as the sentence at its foot begins.
  func issuer(_ office: String, _ wording: VoidWording) -> String {
    self == .invoice ? "\(wording.issuedBy) \(office)" : office
  }
}

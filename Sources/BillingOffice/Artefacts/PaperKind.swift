import Templating

/// The kinds of paper that templates can make.
public enum PaperKind: String, CaseIterable, Hashable, Sendable {
  /// What was given, at the market's prices.
  case invoice
  /// The same for the hand: on a small sheet, or on a roll as long as its content.
  case receipt
  /// What the ledger comes to, for the wall.
  case board
  /// What one item costs on the market, and that it is given, for a stall.
  case sign
  /// What a stall gives, for its wall.
  case priceList = "price-list"

  /// What its templates receive, with any words.
  func shape(words: DataShape) -> DataShape {
    switch self {
    case .invoice, .receipt: InvoiceData.shape(words: words)
    case .board: BoardData.shape(words: words)
    case .sign: SignData.shape(words: words)
    case .priceList: PriceListData.shape(words: words)
    }
  }

  /// What all kinds receive, by kind.
  static func shapes(words: DataShape) -> [String: DataShape] {
    Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0.shape(words: words)) })
  }

  /// What a document's title begins with.
  var title: String {
    switch self {
    case .invoice, .receipt: "Mock invoice"
    case .board: "Board"
    case .sign: "Signs"
    case .priceList: "Price list"
    }
  }

  /// With an article, as messages say it.
  var spoken: String {
    switch self {
    case .invoice: "an invoice"
    case .receipt: "a receipt"
    case .board: "a board"
    case .sign: "a sign"
    case .priceList: "a price list"
    }
  }

  /// The least width of the stamp, as a share of the page's shorter side. An invoice or a receipt looks like a bill, and is stamped all over.
  var leastStampShare: Double {
    switch self {
    case .invoice, .receipt: 0.45
    case .board, .sign, .priceList: 0.25
    }
  }

  /// Who issues it, as the sentence at its foot begins.
  func issuer(_ office: String, _ wording: VoidWording) -> String {
    self == .invoice || self == .receipt ? "\(wording.issuedBy) \(office)" : office
  }
}

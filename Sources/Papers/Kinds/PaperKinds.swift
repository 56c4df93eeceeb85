package import Templating

/// The kinds of paper, in the order in which they are told.
package enum PaperKinds {
  /// All of them: whoever adds one adds its folder, and its name here.
  package static let all: [any PaperKind] = [
    InvoiceKind(), ReceiptKind(), BoardKind(), SignKind(), PriceListKind(), LicenceKind(),
  ]

  /// The kind of a name; nil where there is none.
  package static func named(_ name: String) -> (any PaperKind)? { all.first { $0.name == name } }
}

extension PaperKinds {
  /// What all kinds receive, by kind.
  package static func shapes(words: DataShape) -> [String: DataShape] {
    Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0.shape(words: words)) })
  }
}

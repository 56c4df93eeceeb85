/// A currency's sign or code beside a number, and which currencies it may mean.
struct MoneyMark: Hashable {
  /// The sign or code as it was written, such as `R$` or `EUR`.
  var text: String
  /// What is left of the cell: the bare number.
  var bare: String
}

extension MoneyMark {
  /// The signs in a text, such as a cell of a header; nil where there are none.
  static func signs(in text: String) -> String? {
    let signs = text.filter { $0.unicodeScalars.contains { $0.properties.generalCategory == .currencySymbol } }
    return signs.isEmpty ? nil : signs
  }
}

import Characters

/// Rows of an order without a header, which tell by themselves what their columns are: one has names, one has numbers.
struct HeaderlessRows {
  /// Where the columns stand; nil where that cannot be told.
  let places: [InputColumn: Int]?

  /// Looks at rows.
  ///
  /// - Parameters:
  ///   - table: the rows.
  ///   - names: the names of items that are known.
  init(_ table: CSVTable, names: [String]) {
    guard !table.rows.isEmpty, table.faults.isEmpty else {
      places = nil
      return
    }
    let rows = table.rows.map { row in table.cells[row.cells].map { table.text(of: $0).withoutUnseen } }
    let width = rows.map(\.count).max() ?? 0
    func column(_ place: Int) -> [String] { rows.map { place < $0.count ? $0[place] : "" } }
    let written = (0..<width).filter { column($0).contains { !$0.isEmpty } }
    let numbers = written.filter { column($0).allSatisfy(Self.isNumber) }
    let texts = written.filter { column($0).allSatisfy(Self.isText) }
    guard numbers.count == 1 else {
      places = nil
      return
    }
    if written.count == 2, texts.count == 1 {
      places = [.item: texts[0], .quantity: numbers[0]]
      return
    }
    let known = Set(names.map(NameKey.key))
    let items = texts.filter { column($0).allSatisfy { known.contains(NameKey.key(of: $0)) } }
    places = items.count == 1 ? [.item: items[0], .quantity: numbers[0]] : nil
  }

  private static func isNumber(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    if case .fault = WrittenNumber(text) { return false }
    return true
  }

  private static func isText(_ text: String) -> Bool { text.contains(where: \.isLetter) }
}

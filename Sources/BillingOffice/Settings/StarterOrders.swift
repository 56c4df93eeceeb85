import Bookkeeping

/// The files with which an office in another currency than the starter's begins: orders and signs of what is in its price book.
enum StarterOrders {
  /// A price book without any prices yet.
  static let noPrices = "item,category,unit,price,currency,source,checked,basis\n"

  /// Files to try everything with.
  ///
  /// - Parameter entries: the price book.
  /// - Returns: their texts by name; nil for one that there is nothing to write into.
  static func files(of entries: [PriceBook.Entry]) -> [String: String?] {
    let some = spread(entries, 12)
    guard !some.isEmpty else { return ["order.csv": nil, "orders.csv": nil, "signs.csv": nil] }
    let order = spread(some, 6).enumerated().map { "\(quoted($1.item)),\($0 % 3 + 1)" }
    let orders = some.enumerated().map { "\($0 / 4 + 1),\(quoted($1.item)),\($0 % 3 + 1)" }
    let signs = spread(some, 8).map { "\(quoted($0.item)),\(quoted($0.category.capitalized)),1" }
    return [
      "order.csv": file("item,quantity", order), "orders.csv": file("invoice,item,quantity", orders),
      "signs.csv": file("item,stall,copies", signs),
    ]
  }

  /// A few of many, from the first to the last.
  private static func spread(_ entries: [PriceBook.Entry], _ most: Int) -> [PriceBook.Entry] {
    let count = min(entries.count, most)
    return (0..<count).map { entries[$0 * entries.count / count] }
  }

  private static func file(_ head: String, _ rows: [String]) -> String {
    ([head] + rows).joined(separator: "\n") + "\n"
  }

  /// A cell of CSV (RFC 4180).
  private static func quoted(_ text: String) -> String {
    text.contains { ",;\"\n\r".contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
  }
}

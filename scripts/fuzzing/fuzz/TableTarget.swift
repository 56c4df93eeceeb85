@testable import Bookkeeping

/// Price books, orders, signs and names, as text in any encoding or as workbooks; read as what they are for, and looked at as what
/// nobody has said what it is for.
struct TableTarget: FuzzTarget {
  func take(_ bytes: [UInt8]) {
    let book = PriceBook.read(bytes)
    let list = ItemList.read(bytes)
    _ = SignList.read(bytes, prices: book.value)
    _ = ItemNames.read(bytes, prices: book.value)
    _ = TableInspection.inspect(bytes, prices: book.value, hints: ReadingHints())
    for order in list.value.orders {
      for row in order.rows { _ = NameSearch(book.value.index).find(row.name) }
    }
    for entry in book.value.entries { precondition(entry.price.amount.isPositive, "a price is more than zero") }
  }
}

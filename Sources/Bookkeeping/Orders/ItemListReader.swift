extension ItemList {
  /// Reads an order: CSV with the columns item and quantity and, optionally, invoice, in any order.
  ///
  /// - Parameter bytes: the whole file, in any encoding that spreadsheets save.
  /// - Returns: the orders as far as they can be read, and the faults of the rest.
  public static func read(_ bytes: [UInt8]) -> Reading<ItemList> {
    var reader = ItemListReader(HeadedTable(bytes, required: [.item, .quantity], optional: [.invoice]))
    return reader.read()
  }
}

/// Reads the rows of an order and gathers what is wrong with them.
struct ItemListReader {
  private let table: HeadedTable
  private var cells: CellReader
  private var orders: [Order] = []
  private var places: [String?: Int] = [:]

  init(_ table: HeadedTable) {
    self.table = table
    cells = CellReader(table)
  }

  mutating func read() -> Reading<ItemList> {
    guard table.isReadable else { return Reading(ItemList([]), faults: table.faults) }
    var quantities = NumberColumn()
    for row in table.rows { quantities.append(row.isBroken ? "" : table.text(.quantity, of: row), line: row.line) }
    // A column in which nobody wrote anything is no grouping.
    let isGrouped = table.rows.contains { !$0.isBroken && !table.text(.invoice, of: $0).isEmpty }
    var last: (key: String?, place: Int)?
    for (index, row) in table.rows.enumerated() where !row.isBroken {
      let key = isGrouped ? cells.text(.invoice, of: row) : nil
      let quantity = cells.positive(.quantity, of: row, quantities.value(at: index)).flatMap { Quantity($0) }
      guard let name = cells.text(.item, of: row), let cell = table.cell(.item, of: row) else { continue }
      // Rows of one invoice mostly stand together.
      let place = if let last, last.key == key { last.place } else { self.place(of: key) }
      last = (key, place)
      orders[place].rows.append(
        Order.Row(name: name, quantity: quantity, line: row.line, column: table.table.column(of: cell)))
    }
    return Reading(ItemList(orders), faults: cells.faults)
  }

  /// Where the order of a key stands; it is begun where there is none yet.
  private mutating func place(of key: String?) -> Int {
    if let place = places[key] { return place }
    places[key] = orders.count
    orders.append(Order(key: key, rows: []))
    return orders.count - 1
  }
}

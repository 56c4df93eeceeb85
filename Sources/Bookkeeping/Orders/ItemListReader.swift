extension ItemList {
  /// Reads an order whole: CSV with the columns item and quantity and, optionally, invoice, in any order. For one that may be
  /// larger than memory see ``OrderFile``.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, in any encoding that spreadsheets save, or a workbook.
  ///   - sheet: the sheet of a workbook; nil for the first that is visible.
  ///   - hints: what is known of the office.
  /// - Returns: the orders as far as they can be read, and the faults of the rest.
  public static func read(_ bytes: [UInt8], sheet: String? = nil, hints: ReadingHints = ReadingHints())
    -> Reading<ItemList>
  {
    let file = OrderFile.open(ByteSource(bytes), sheet: sheet, partSize: .max, hints: hints)
    guard let whole = file.value, let part = whole.parts.first else {
      return Reading(ItemList([]), faults: file.faults, notes: file.notes, sheet: file.sheet)
    }
    let list = whole.list(of: part)
    return Reading(list.value, faults: file.faults + list.faults, notes: file.notes, sheet: file.sheet)
  }
}

/// Reads the rows of an order and gathers what is wrong with them.
struct ItemListReader {
  private let table: HeadedTable
  private let evidence: NumberEvidence
  private let isGrouped: Bool
  private var cells: CellReader
  private var orders: [Order] = []
  private var places: [String?: Int] = [:]

  /// Reads rows in the light of the whole file.
  ///
  /// - Parameters:
  ///   - table: the rows.
  ///   - evidence: what all quantities of the file tell.
  ///   - isGrouped: whether the file parts its rows into invoices.
  init(_ table: HeadedTable, evidence: NumberEvidence, isGrouped: Bool) {
    self.table = table
    self.evidence = evidence
    self.isGrouped = isGrouped
    cells = CellReader(table)
  }

  mutating func read() -> Reading<ItemList> {
    var last: (key: String?, place: Int)?
    for row in table.rows where !row.isBroken {
      let key = isGrouped ? cells.text(.invoice, of: row) : nil
      let quantity = cells.positive(.quantity, of: row, number(of: row)).flatMap { Quantity($0) }
      guard let name = cells.name(.item, of: row), let cell = table.cell(.item, of: row) else { continue }
      // Rows of one invoice mostly stand together.
      let place = if let last, last.key == key { last.place } else { self.place(of: key) }
      last = (key, place)
      orders[place].rows.append(
        Order.Row(name: name, quantity: quantity, line: row.line, column: table.table.column(of: cell)))
    }
    return Reading(ItemList(orders), faults: cells.faults)
  }

  private func number(of row: CSVTable.Row) -> Result<ExactDecimal, NumberFault> {
    evidence.value(of: WrittenNumber(table.text(.quantity, of: row)))
  }

  /// Where the order of a key stands; it is begun where there is none yet.
  private mutating func place(of key: String?) -> Int {
    if let place = places[key] { return place }
    places[key] = orders.count
    orders.append(Order(key: key, rows: []))
    return orders.count - 1
  }
}

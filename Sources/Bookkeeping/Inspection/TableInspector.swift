extension TableInspection {
  /// Reads a table, and keeps how it was understood.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - sheet: the sheet of a workbook; nil for the first that is visible.
  ///   - prices: the office's price book, by whose items names and signs are judged; nil where it has none that can be read.
  ///   - hints: what is known of the office.
  /// - Returns: what it is, as far as that can be told, and everything that is wrong with it.
  public static func inspect(_ bytes: [UInt8], sheet: String? = nil, prices: PriceBook?, hints: ReadingHints)
    -> TableInspection
  {
    var inspection = TableInspection()
    do {
      let text = try TextSource(ByteSource(bytes), sheet: sheet, hints)
      inspection.encoding = encoding(of: bytes, text.notes)
    } catch {
      inspection.faults = [error]
      return inspection
    }
    guard let (kind, table) = table(bytes, sheet, hints) else {
      // A table of no kind is told as the order that somebody may have meant.
      let reading = ItemList.read(bytes, sheet: sheet, hints: hints)
      guard reading.faults.isEmpty else {
        (inspection.faults, inspection.sheet) = (reading.faults, reading.sheet)
        return inspection
      }
      return inspection.taking(reading, headerless: bytes)
    }
    inspection.take(kind, table)
    switch kind {
    case .prices: inspection.take(PriceBook.read(bytes, sheet: sheet, hints: hints))
    case .order: inspection.take(ItemList.read(bytes, sheet: sheet, hints: hints))
    case .names:
      inspection.take(plain: ItemNames.read(bytes, sheet: sheet, prices: prices ?? PriceBook([]), hints: hints))
    case .signs:
      inspection.take(plain: SignList.read(bytes, sheet: sheet, prices: prices ?? PriceBook([]), hints: hints))
    }
    return inspection
  }

  /// The kind whose columns a table has, the one with most of them.
  private static func table(_ bytes: [UInt8], _ sheet: String?, _ hints: ReadingHints) -> (Kind, HeadedTable)? {
    for kind in Kind.allCases {
      var (required, optional) = kind.columns
      // Prices without a source are prices all the same, and told what they lack.
      if kind == .prices { (required, optional) = ([.item, .price], optional + [.source]) }
      let table = HeadedTable(bytes, sheet: sheet, required: required, optional: optional, hints)
      // An item beside columns that nobody knows is no list of signs.
      let isOther = kind == .signs && table.head?.places.count == 1 && (table.head?.width ?? 0) > 1
      if table.isReadable, !isOther { return (kind, table) }
    }
    return nil
  }

  private static func encoding(of bytes: [UInt8], _ notes: [InputNote]) -> String {
    for note in notes { if case .codePage(let page, _) = note.fact { return page.rawValue } }
    if case .utf16 = FileKind(bytes.prefix(FileKind.headSize)) { return "UTF-16" }
    return "UTF-8"
  }

  private mutating func take(_ kind: Kind, _ table: HeadedTable) {
    self.kind = kind
    headerLine = table.headerLine
    let header =
      table.table.rows.first { $0.line == table.headerLine }.map { table.table.cells[$0.cells].map(table.table.text) }
      ?? []
    let places = table.head?.places ?? [:]
    for (place, name) in header.enumerated() {
      if let column = places.first(where: { $0.value == place })?.key {
        columns.append(Column(column: column, header: name))
      } else if !name.isEmpty {
        ignored.append(name)
      }
    }
    rows = table.rows.map { row in
      let cells = places.keys.map { column in
        let text = table.text(column, of: row)
        return (column, table.table.sheet == nil ? text : SheetNumber.shown(text))
      }
      return Row(line: row.line, written: Dictionary(uniqueKeysWithValues: cells))
    }
  }

  // MARK: - What the rows were read as

  private mutating func take<Value>(plain reading: Reading<Value>) {
    (faults, notes, sheet) = (reading.faults, reading.notes, reading.sheet)
    let faulty = Set(faults.compactMap(\.line))
    // Behind the last fault that is told there may be others.
    let last = faults.contains { if case .others = $0.fact { true } else { false } } ? faulty.max() ?? 0 : .max
    for index in rows.indices where !faulty.contains(rows[index].line) && rows[index].line <= last {
      rows[index].read = rows[index].written.mapValues(\.collapsed)
    }
  }

  private mutating func take(_ reading: Reading<PriceBook>) {
    (book, faults, notes, sheet) = (reading.value, reading.faults, reading.notes, reading.sheet)
    let entries = Dictionary(reading.value.entries.map { ($0.line, $0) }) { first, _ in first }
    let faulty = Set(faults.compactMap(\.line))
    for index in rows.indices where !faulty.contains(rows[index].line) {
      rows[index].read = entries[rows[index].line].map(Self.cells)
      for column in [InputColumn.unitKind, .pack] {
        if let text = rows[index].written[column], !text.isEmpty { rows[index].read?[column] = text.collapsed }
      }
    }
  }

  private static func cells(of entry: PriceBook.Entry) -> [InputColumn: String] {
    var cells: [InputColumn: String] = [
      .item: entry.item, .category: entry.category, .unit: entry.unit,
      .price: entry.price.amount.plainDescription, .currency: entry.price.currency.code,
      .source: [entry.source.citation, entry.source.address].compactMap { $0 }.joined(separator: ", "),
      .checked: entry.checked.description,
    ]
    if entry.basis != .price { cells[.basis] = entry.basis.rawValue }
    if !entry.aliases.isEmpty { cells[.alias] = entry.aliases.joined(separator: "; ") }
    return cells
  }

  private mutating func take(_ reading: Reading<ItemList>) {
    (faults, notes, sheet) = (reading.faults, reading.notes, reading.sheet)
    let orders = reading.value.orders
    var read: [Int: [InputColumn: String]] = [:]
    for order in orders {
      for row in order.rows {
        guard let quantity = row.quantity else { continue }
        read[row.line] = [.item: row.name, .quantity: quantity.value.plainDescription]
        read[row.line]?[.invoice] = order.key
      }
    }
    let faulty = Set(faults.compactMap(\.line))
    for index in rows.indices where !faulty.contains(rows[index].line) { rows[index].read = read[rows[index].line] }
  }

  /// An order whose columns told themselves.
  private func taking(_ reading: Reading<ItemList>, headerless bytes: [UInt8]) -> TableInspection {
    var inspection = self
    inspection.kind = .order
    for note in reading.notes {
      if case .noHeader(let columns) = note.fact {
        inspection.columns = columns.map { Column(column: $0, header: "") }
      }
    }
    inspection.rows = reading.value.orders.flatMap { order in
      order.rows.map { row in
        let quantity = row.quantity?.value.plainDescription ?? ""
        return Row(line: row.line, written: [.item: row.name, .quantity: quantity])
      }
    }
    inspection.take(reading)
    return inspection
  }
}

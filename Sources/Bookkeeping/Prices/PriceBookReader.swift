extension PriceBook {
  /// Reads a price book: CSV with the columns item, category, unit, price, currency, source and checked, in any order.
  /// Three more are optional: basis, where a blank means `price`; alias, with further names between semicolons; and unit_kind,
  /// what a unit measures that is not known.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, in any encoding that spreadsheets save.
  ///   - hints: what is known of the office.
  /// - Returns: the rows that are in order, and the faults of all others.
  public static func read(_ bytes: [UInt8], hints: ReadingHints = ReadingHints()) -> Reading<PriceBook> {
    var reader = PriceBookReader(bytes, hints)
    return reader.read()
  }
}

/// Reads the rows of a price book and gathers what is wrong with them.
struct PriceBookReader {
  private let table: HeadedTable
  private var cells: CellReader
  private var entries: [PriceBook.Entry] = []
  private var index = NameIndex()

  init(_ bytes: [UInt8], _ hints: ReadingHints) {
    table = HeadedTable(
      bytes, required: [.item, .category, .unit, .price, .currency, .source, .checked],
      optional: [.basis, .alias, .unitKind], hints)
    cells = CellReader(table)
  }

  mutating func read() -> Reading<PriceBook> {
    // Rows may be missing where a quote is not closed, and all of them where the header is not understood.
    index.isIncomplete = !table.isReadable || table.faults.contains { $0.fact == .unclosedQuote }
    guard table.isReadable else { return Reading(PriceBook([], index: index), faults: table.faults, notes: table.notes) }
    var prices = NumberColumn()
    for row in table.rows { prices.append(row.isBroken ? "" : table.text(.price, of: row), line: row.line) }
    var names = PriceBookNames()
    for (place, row) in table.rows.enumerated() {
      let item = table.text(.item, of: row).collapsed
      let aliases = PriceBookNames.aliases(in: table.text(.alias, of: row))
      if let entry = entry(of: row, aliases: aliases, price: prices.value(at: place)) {
        index.add(item, aliases: aliases, entry: entries.count)
        entries.append(entry)
      } else if !item.isEmpty {
        index.addFaulty([item] + aliases)
      }
      if !row.isBroken { names.append(item, aliases: aliases, row: row) }
    }
    for clash in names.clashes { cells.report(clash.column, of: clash.row, clash.fact) }
    return Reading(PriceBook(entries, index: index), faults: cells.faults, notes: table.notes)
  }

  /// The entry of a row; nil where a fault of it has been told.
  private mutating func entry(
    of row: CSVTable.Row, aliases: [String], price: Result<ExactDecimal, NumberFault>
  ) -> PriceBook.Entry? {
    guard !row.isBroken else { return nil }
    let item = cells.text(.item, of: row)
    let category = cells.text(.category, of: row)
    let unit = cells.text(.unit, of: row)
    let amount = cells.positive(.price, of: row, price)
    let currency = cells.value(.currency, of: row, else: { .unknownCurrency($0) }, { Currency(code: $0) })
    let source = cells.value(.source, of: row, else: { _ in .blank(.source) }, { PriceSource($0) })
    let checked = cells.value(.checked, of: row, else: { .notADate($0) }, { CheckedDate($0) })
    // Most prices are what a customer is asked, so only a wage needs to be said.
    let basis =
      table.text(.basis, of: row).collapsed.isEmpty
      ? PriceBasis.price
      : cells.value(.basis, of: row, else: { .unknownBasis($0) }) { PriceBasis(rawValue: NameKey.key(of: $0)) }
    // What is usual is known by its name.
    var unitKind: UnitKind?
    if !table.text(.unitKind, of: row).collapsed.isEmpty {
      unitKind = cells.value(.unitKind, of: row, else: { .unknownUnitKind($0) }) { UnitKind($0) }
      if unitKind == nil { return nil }
    }
    guard let item, let category, let unit, let amount, let currency, let source, let checked, let basis else {
      return nil
    }
    return PriceBook.Entry(
      item: item, category: category, unit: unit, unitKind: unitKind, price: Price(amount: amount, currency: currency),
      basis: basis,
      source: source, checked: checked, aliases: aliases, line: row.line, columns: table.columns(of: row))
  }
}

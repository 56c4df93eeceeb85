extension PriceBook {
  /// Reads a price book: CSV with the columns item, price and source, in any order, and whichever of these somebody keeps besides:
  /// category, unit and currency, for which the usual stands otherwise; checked, else looked for in what the source says; basis,
  /// where a blank means `price`; alias, with further names between semicolons; and unit_kind, what a unit measures that is not
  /// known.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, in any encoding that spreadsheets save, or a workbook.
  ///   - sheet: the sheet of a workbook; nil for the first that is visible.
  ///   - hints: what is known of the office.
  /// - Returns: the rows that are in order, and the faults of all others.
  public static func read(_ bytes: [UInt8], sheet: String? = nil, hints: ReadingHints = ReadingHints())
    -> Reading<PriceBook>
  {
    var reader = PriceBookReader(bytes, sheet: sheet, hints)
    var reading = reader.read()
    reading.sheet = reader.table.table.sheet
    return reading
  }

  /// The unit of what has none, and the category.
  static let (usualUnit, usualCategory) = ("each", "other")
}

/// Reads the rows of a price book and gathers what is wrong with them.
struct PriceBookReader {
  fileprivate let table: HeadedTable
  private let hints: ReadingHints
  private var cells: CellReader
  private var entries: [PriceBook.Entry] = []
  private var index = NameIndex()
  private var money: MoneyColumn
  private var dates: BookDates

  init(_ bytes: [UInt8], sheet: String?, _ hints: ReadingHints) {
    self.hints = hints
    table = HeadedTable(
      bytes, sheet: sheet, required: [.item, .price, .source],
      optional: [.category, .unit, .currency, .checked, .basis, .alias, .unitKind], hints)
    cells = CellReader(table)
    money = MoneyColumn(table, hints)
    dates = BookDates(table, hints)
  }

  private func has(_ column: InputColumn) -> Bool { table.head?.places[column] != nil }

  mutating func read() -> Reading<PriceBook> {
    // Rows may be missing where a quote is not closed, and all of them where the header is not understood.
    index.isIncomplete = !table.isReadable || table.faults.kept.contains { $0.fact == .unclosedQuote }
    guard table.isReadable else {
      return Reading(PriceBook([], index: index), faults: table.faults.all, notes: table.notes)
    }
    let sourceless = table.rows.filter { !$0.isBroken && table.text(.source, of: $0).collapsed.isEmpty }
    if sourceless.count > 1, let first = sourceless.first {
      cells.tell(table.fault(.source, of: first, .sourcesMissing(count: sourceless.count)))
    }
    if !has(.currency), money.usual == nil { cells.tell(InputFault(line: table.headerLine, .missingColumn(.currency))) }
    var names = PriceBookNames()
    for (place, row) in table.rows.enumerated() {
      let item = table.text(.item, of: row).collapsed
      let aliases = aliases(of: row)
      if let entry = entry(of: row, place, aliases: aliases, isSourceTold: sourceless.count > 1) {
        index.add(item, aliases: aliases, entry: entries.count)
        entries.append(entry)
      } else if !item.isEmpty {
        index.addFaulty([item] + aliases)
      }
      if !row.isBroken { names.append(item, aliases: aliases, row: row) }
    }
    for clash in names.clashes { cells.report(clash.column, of: clash.row, clash.fact) }
    for fault in dates.faults { cells.tell(fault) }
    return Reading(PriceBook(entries, index: index), faults: cells.faults, notes: notes)
  }

  private var notes: [InputNote] {
    var notes = table.notes + [money.note].compactMap { $0 } + dates.notes
    if !has(.category), hints.hasSensitiveCategories, !entries.isEmpty {
      notes.append(InputNote(.withoutCategory(count: entries.count, items: entries.prefix(3).map(\.item))))
    }
    return notes
  }

  /// The other names of a row's item; none where there are too many, or one is too long, which is told.
  private mutating func aliases(of row: CSVTable.Row) -> [String] {
    let aliases = PriceBookNames.aliases(in: table.text(.alias, of: row))
    let excess = aliases.lazy.compactMap { TextExcess($0) }.first
    guard aliases.count <= InputBounds.mostAliases, excess == nil else {
      let fact: InputFault.Fact =
        excess.map { .excess(.alias, $0) } ?? .tooManyAliases(found: aliases.count, most: InputBounds.mostAliases)
      cells.report(.alias, of: row, fact)
      return []
    }
    return aliases
  }

  /// The entry of a row; nil where a fault of it has been told.
  private mutating func entry(of row: CSVTable.Row, _ place: Int, aliases: [String], isSourceTold: Bool)
    -> PriceBook.Entry?
  {
    guard !row.isBroken else { return nil }
    let item = cells.text(.item, of: row)
    let category = has(.category) ? cells.text(.category, of: row) : PriceBook.usualCategory
    let unit = has(.unit) ? cells.text(.unit, of: row) : PriceBook.usualUnit
    let currency =
      has(.currency)
      ? cells.value(.currency, of: row, else: { .unknownCurrency($0) }, { Currency(code: $0) }) : money.usual
    let amount = money.amount(of: row, place, currency, &cells)
    let isSourceless = isSourceTold && table.text(.source, of: row).collapsed.isEmpty
    let source =
      isSourceless ? nil : cells.value(.source, of: row, else: { _ in .blank(.source) }, { PriceSource($0) })
    let checked = dates.date(of: row, place, source, &cells)
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

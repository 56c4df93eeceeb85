extension PriceBook {
  /// Reads a price book: CSV with the columns item, price and source, in any order, and whichever of these somebody keeps besides:
  /// category, unit and currency, for which the usual stands otherwise; checked, else looked for in what the source says; basis,
  /// where a blank means `price`; alias, with further names between semicolons; unit_kind, what a unit measures that is not known; and
  /// pack, how much is handed over at once.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, in any encoding that spreadsheets save, or a workbook.
  ///   - sheet: the sheet of a workbook; nil for the first that is visible.
  ///   - hints: what is known of the office.
  /// - Returns: the rows that are in order, and the faults of all others.
  public static func read(_ bytes: [UInt8], sheet: String? = nil, hints: ReadingHints = ReadingHints())
    -> Reading<PriceBook>
  {
    read(ByteSource(bytes), sheet: sheet, hints: hints)
  }

  /// The same of a file that is read piece by piece, so that memory holds its entries only.
  public static func read(_ source: ByteSource, sheet: String? = nil, hints: ReadingHints = ReadingHints())
    -> Reading<PriceBook>
  {
    do {
      let text = try TextSource(source, sheet: sheet, hints)
      let file = try HeadedFile(
        text.source, start: text.start, required: [.item, .price, .source],
        optional: [.category, .unit, .currency, .checked, .basis, .alias, .unitKind, .pack])
      var reader = PriceBookReader(file, hints)
      var reading = try reader.read()
      reading.notes.insert(contentsOf: text.notes, at: 0)
      reading.sheet = text.source.sheet
      return reading
    } catch {
      var index = NameIndex()
      index.isIncomplete = true
      return Reading(PriceBook([], index: index), faults: [error])
    }
  }

  /// The unit of what has none, and the category.
  static let (usualUnit, usualCategory) = ("each", "other")
}

/// Reads the rows of a price book and gathers what is wrong with them: once for what whole columns tell, and once for the entries.
struct PriceBookReader {
  private let file: HeadedFile
  private let hints: ReadingHints
  private var faults: FaultList
  private var entries: [PriceBook.Entry] = []
  private var index = NameIndex()
  private var names = PriceBookNames()
  /// Whether a name was met twice, or one that is compared with all others.
  private var mayClash = false
  private var rowCount = 0
  private let present: [InputColumn]
  private var money: MoneyColumn
  private var dates: BookDates
  private var packs: NumberEvidence
  /// The first row without a source, and how many there are.
  private var sourceless: (first: InputFault, count: Int)?
  private var (categories, units) = (RepeatedCells<String>(), RepeatedCells<String>())
  private var (currencies, sources) = (RepeatedCells<Currency>(), RepeatedCells<PriceSource>())

  init(_ file: HeadedFile, _ hints: ReadingHints) {
    self.file = file
    self.hints = hints
    faults = file.faults
    present = Array((file.head?.places ?? [:]).keys)
    packs = NumberEvidence(.quantities, asked: hints.decimal)
    money = MoneyColumn(mark: file.head?.money, hints)
    dates = BookDates(hasColumn: file.head?.places[.checked] != nil, headerLine: file.headerLine, hints)
  }

  private func has(_ column: InputColumn) -> Bool { present.contains(column) }

  mutating func read() throws(InputFault) -> Reading<PriceBook> {
    let empty = try file.forEachPiece { table, _ in lookThrough(table) }
    // Rows may be missing where a quote is not closed, and all of them where the header is not understood.
    index.isIncomplete = file.head == nil || faults.kept.contains { $0.fact == .unclosedQuote }
    guard file.head != nil else { return Reading(PriceBook([], index: index), faults: faults.all, notes: file.notes) }
    if let empty, faults.isEmpty { faults.append(empty) }
    if let sourceless, isSourceTold { faults.append(sourceless.first) }
    if !has(.currency), money.usual == nil {
      faults.append(InputFault(line: file.headerLine, .missingColumn(.currency)))
    }
    entries.reserveCapacity(rowCount)
    index.reserveCapacity(rowCount)
    _ = try file.forEachPiece { table, _ in
      var cells = CellReader(table)
      for row in table.rows { take(row, &cells) }
      faults += cells.list
    }
    if mayClash { faults += names.clashes(in: entries) }
    faults += dates.faults
    return Reading(PriceBook(entries, index: index), faults: faults.all, notes: notes)
  }

  /// Whether the rows without a source are told all at once.
  private var isSourceTold: Bool { (sourceless?.count ?? 0) > 1 }

  /// Gathers what the columns tell as a whole.
  private mutating func lookThrough(_ table: HeadedTable) {
    rowCount += table.rows.count
    for row in table.rows where !row.isBroken {
      money.append(table.text(.price, of: row), line: row.line)
      dates.append(table.text(.checked, of: row))
      if has(.pack) { packs.append(Pack.Written(table.text(.pack, of: row)).number, line: row.line) }
      // Nearly every source has a letter that is seen at once.
      if let cell = table.cell(.source, of: row),
        table.table.bytes(of: cell).contains(where: { $0 > 0x20 && $0 < 0x7F })
      {
        continue
      }
      guard table.text(.source, of: row).collapsed.isEmpty
      else { continue }
      let count = (sourceless?.count ?? 0) + 1
      let first = sourceless?.first ?? table.fault(.source, of: row, .sourcesMissing(count: count))
      sourceless = (InputFault(line: first.line, column: first.column, .sourcesMissing(count: count)), count)
    }
    if table.faults.kept.contains(where: { $0.fact == .unclosedQuote }) { index.isIncomplete = true }
  }

  private var notes: [InputNote] {
    var notes = file.notes + [money.note].compactMap { $0 } + dates.notes
    if !has(.category), hints.hasSensitiveCategories, !entries.isEmpty {
      notes.append(InputNote(.withoutCategory(count: entries.count, items: entries.prefix(3).map(\.item))))
    }
    return notes
  }

  /// Takes the entry of a row, or at least its names.
  private mutating func take(_ row: CSVTable.Row, _ cells: inout CellReader) {
    let aliases = has(.alias) ? aliases(of: row, &cells) : []
    if let entry = entry(of: row, aliases: aliases, &cells) {
      if index.add(entry.item, aliases: aliases, entry: entries.count) || !aliases.isEmpty { mayClash = true }
      entries.append(entry)
      return
    }
    let item = cells.table.text(.item, of: row).collapsed
    if !item.isEmpty { index.addFaulty([item] + aliases) }
    if !row.isBroken {
      mayClash = true
      let columns = cells.table.places(of: row)
      names.append(faulty: PriceBookNames.Named(item: item, aliases: aliases, line: row.line, columns: columns))
    }
  }

  /// The other names of a row's item; none where there are too many, or one is too long, which is told.
  private func aliases(of row: CSVTable.Row, _ cells: inout CellReader) -> [String] {
    let aliases = PriceBookNames.aliases(in: cells.table.text(.alias, of: row))
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
  private mutating func entry(of row: CSVTable.Row, aliases: [String], _ cells: inout CellReader) -> PriceBook.Entry? {
    guard !row.isBroken else { return nil }
    let item = cells.text(.item, of: row)
    let category = has(.category) ? cells.text(.category, of: row, &categories) : PriceBook.usualCategory
    let unit = has(.unit) ? cells.text(.unit, of: row, &units) : PriceBook.usualUnit
    let currency =
      has(.currency)
      ? cells.value(.currency, of: row, &currencies, else: { .unknownCurrency($0) }) { [hints] in
        Currency(code: $0) ?? MoneyMark.currency(of: $0, office: hints.currency)
      }
      : money.usual
    let amount = money.amount(of: row, currency, &cells)
    let source = source(of: row, &cells)
    let checked = dates.date(of: row, source, &cells)
    // Most prices are what a customer is asked, so only a wage needs to be said.
    let basis =
      !has(.basis) || cells.table.text(.basis, of: row).collapsed.isEmpty
      ? PriceBasis.price
      : cells.value(.basis, of: row, else: { .unknownBasis($0) }) { PriceBasis(rawValue: NameKey.key(of: $0)) }
    // What is usual is known by its name.
    var unitKind: UnitKind?
    if has(.unitKind), !cells.table.text(.unitKind, of: row).collapsed.isEmpty {
      unitKind = cells.value(.unitKind, of: row, else: { .unknownUnitKind($0) }) { UnitKind($0) }
      if unitKind == nil { return nil }
    }
    var pack: Pack?
    if has(.pack), !cells.table.text(.pack, of: row).collapsed.isEmpty, let unit, let amount, let currency {
      pack = self.pack(of: row, unit, Price(amount: amount, currency: currency), &cells)
      if pack == nil { return nil }
    }
    guard let item, let category, let unit, let amount, let currency, let source, let checked, let basis else {
      return nil
    }
    let terms = PriceBook.Entry.Terms(
      category: category, unit: unit, unitKind: unitKind, currency: currency, basis: basis, source: source,
      checked: checked, pack: pack)
    return PriceBook.Entry(
      item: item, amount: amount, terms, aliases: aliases, line: row.line, columns: cells.table.places(of: row),
      like: entries.last)
  }

  private mutating func source(of row: CSVTable.Row, _ cells: inout CellReader) -> PriceSource? {
    if isSourceTold, cells.table.text(.source, of: row).collapsed.isEmpty { return nil }
    return cells.value(.source, of: row, &sources, else: { _ in .blank(.source) }, { PriceSource($0) })
  }

  /// How much of a row's item is handed over at once; nil where a fault has been told.
  private func pack(of row: CSVTable.Row, _ unit: String, _ price: Price, _ cells: inout CellReader) -> Pack? {
    let written = Pack.Written(cells.table.text(.pack, of: row))
    guard !written.number.isEmpty else {
      return cells.value(.pack, of: row, else: { .notAPack($0, unit: unit) }) { _ in nil }
    }
    let number = packs.value(of: WrittenNumber(written.number))
    guard let value = cells.positive(.pack, of: row, number), let quantity = Quantity(value) else { return nil }
    guard let word = written.word(behind: unit) else {
      cells.report(.pack, of: row, .notAPack(cells.table.text(.pack, of: row).collapsed, unit: unit))
      return nil
    }
    guard (try? price.amount(for: quantity)) != nil else {
      cells.report(.pack, of: row, .lineOverflow(item: cells.table.text(.item, of: row).collapsed))
      return nil
    }
    return Pack(quantity, word: word.isEmpty ? nil : word)
  }
}

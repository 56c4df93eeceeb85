/// When the prices of a book were looked up, by their own column or by what their sources say.
struct BookDates {
  private var evidence: DateEvidence
  private let hasColumn: Bool
  private let asked: CheckedDate?
  private let headerLine: Int?
  private var missing = 0
  private var fromSources = 0
  /// The first of them, and its date.
  private var firstInSources: (text: String, date: CheckedDate)?
  private var firstUndecided: InputFault?
  private var (known, inSources) = (RepeatedCells<CheckedDate>(), RepeatedCells<CheckedDate?>())

  /// Begins a column.
  init(hasColumn: Bool, headerLine: Int?, _ hints: ReadingHints) {
    self.hasColumn = hasColumn
    self.headerLine = headerLine
    asked = hints.checked
    evidence = DateEvidence(hints)
  }

  /// Takes the next cell.
  mutating func append(_ text: String) { evidence.append(text) }

  /// The date of a row, when all cells have been taken; nil where a fault has been told, or is told for all rows at once.
  mutating func date(of row: CSVTable.Row, _ source: PriceSource?, _ cells: inout CellReader) -> CheckedDate? {
    if let date = known.value(of: cells.table.cell(.checked, of: row), in: cells.table.table) { return date }
    let text = cells.table.text(.checked, of: row)
    let told = text.isEmpty ? source.flatMap { date(in: $0, of: row, cells.table) } : nil
    guard text.isEmpty, !hasColumn || asked != nil || told != nil else {
      let written = WrittenDate(text)
      if evidence.isUndecided(written) {
        if firstUndecided == nil, let text = evidence.undecided {
          firstUndecided = cells.table.fault(.checked, of: row, .unknownDayOrder(text, count: evidence.doubtful))
        }
        return nil
      }
      let date = cells.value(.checked, of: row, else: { written == .otherYear ? .otherYear($0) : .notADate($0) }) { _ in
        evidence.value(of: written)
      }
      if let date { known.keep(date, of: cells.table.cell(.checked, of: row), in: cells.table.table) }
      return date
    }
    if let told {
      fromSources += 1
      if firstInSources == nil, let source { firstInSources = (source.citation, told) }
      return told
    }
    if asked == nil, source != nil { missing += 1 }
    return asked
  }

  private mutating func date(in source: PriceSource, of row: CSVTable.Row, _ table: HeadedTable) -> CheckedDate? {
    let cell = table.cell(.source, of: row)
    if let known = inSources.value(of: cell, in: table.table) { return known }
    let date = SourceDate.find(in: source.citation)
    inSources.keep(date, of: cell, in: table.table)
    return date
  }

  /// What is wrong with the column as a whole, each once.
  var faults: [InputFault] {
    [firstUndecided, missing > 0 ? InputFault(line: headerLine, .checkedMissing(count: missing)) : nil].compactMap {
      $0
    }
  }

  /// What was decided.
  var notes: [InputNote] {
    [
      evidence.note, firstInSources.map { .checkedInSources(count: fromSources, first: $0.text, date: $0.date) },
    ].compactMap {
      $0.map { InputNote($0) }
    }
  }
}

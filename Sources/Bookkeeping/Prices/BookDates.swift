/// When the prices of a book were looked up, by their own column or by what their sources say.
struct BookDates {
  private var column: DateColumn
  private let hasColumn: Bool
  private let asked: CheckedDate?
  private let headerLine: Int?
  private var missing = 0
  private var fromSources = 0
  private var firstUndecided: InputFault?

  /// Looks at a whole column.
  init(_ table: HeadedTable, _ hints: ReadingHints) {
    hasColumn = table.head?.places[.checked] != nil
    asked = hints.checked
    headerLine = table.headerLine
    column = DateColumn(hints)
    for row in table.rows { column.append(row.isBroken ? "" : table.text(.checked, of: row)) }
  }

  /// The date of a row; nil where a fault has been told, or is told for all rows at once.
  mutating func date(of row: CSVTable.Row, _ place: Int, _ source: PriceSource?, _ cells: inout CellReader)
    -> CheckedDate?
  {
    let text = cells.table.text(.checked, of: row)
    guard text.isEmpty, !hasColumn || asked != nil || (source.flatMap { SourceDate.find(in: $0.citation) }) != nil
    else {
      if column.isUndecided(at: place) {
        if firstUndecided == nil, let text = column.undecided {
          firstUndecided = cells.table.fault(.checked, of: row, .unknownDayOrder(text, count: column.doubtful))
        }
        return nil
      }
      return cells.value(.checked, of: row, else: { .notADate($0) }) { _ in column.value(at: place) }
    }
    if let date = source.flatMap({ SourceDate.find(in: $0.citation) }) {
      fromSources += 1
      return date
    }
    if asked == nil, source != nil { missing += 1 }
    return asked
  }

  /// What is wrong with the column as a whole, each once.
  var faults: [InputFault] {
    [firstUndecided, missing > 0 ? InputFault(line: headerLine, .checkedMissing(count: missing)) : nil].compactMap {
      $0
    }
  }

  /// What was decided.
  var notes: [InputNote] {
    [column.note, fromSources > 0 ? .checkedInSources(count: fromSources) : nil].compactMap { $0.map { InputNote($0) } }
  }
}

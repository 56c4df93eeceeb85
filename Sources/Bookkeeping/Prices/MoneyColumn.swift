/// The prices of a book, which may have their currency beside them.
struct MoneyColumn {
  private var numbers: NumberColumn
  private var marks: [MoneyMark?] = []
  /// The currency of rows that do not say theirs: what stands at the name of the column, else the office's.
  let usual: Currency?

  /// Looks at a whole column.
  init(_ table: HeadedTable, _ hints: ReadingHints) {
    usual =
      table.head?.money.map { MoneyMark.currency(of: $0, office: hints.currency) } ?? hints.currency
    numbers = NumberColumn(asked: hints.decimal)
    for row in table.rows {
      let text = row.isBroken ? "" : table.text(.price, of: row)
      let mark = MoneyMark(text)
      marks.append(mark)
      numbers.append(mark?.bare ?? text, line: row.line)
    }
  }

  /// The price of a row; nil where a fault has been told.
  func amount(of row: CSVTable.Row, _ place: Int, _ currency: Currency?, _ cells: inout CellReader) -> ExactDecimal? {
    var value = numbers.value(at: place)
    if let mark = marks[place] {
      if let currency, !mark.currencies.contains(currency.code) {
        let text = cells.table.text(.price, of: row)
        cells.report(.price, of: row, .otherCurrency(.price, text: text, mark: mark.text, currency))
        return nil
      }
      // Of what has no smaller unit only thousands make sense.
      if case .failure(.ambiguous) = value, currency?.minorUnitDigits == 0, let grouped = numbers.grouped(at: place) {
        value = .success(grouped)
      }
      if case .failure(let fault) = value { value = .failure(.marked(bare: mark.bare, fault)) }
    }
    return cells.positive(.price, of: row, value)
  }

  /// How the column was read, where that had to be decided.
  var note: InputNote? { numbers.evidence.note(of: .price) }
}

/// The prices of a book, which may have their currency beside them, each read in the light of all.
struct MoneyColumn {
  private var numbers: NumberEvidence
  /// The currency of rows that do not say theirs: what stands at the name of the column, else the office's.
  let usual: Currency?

  /// Begins a column.
  ///
  /// - Parameters:
  ///   - mark: the currency that stands at the name of the column, as it was written.
  ///   - hints: what is known of the office.
  init(mark: String?, _ hints: ReadingHints) {
    usual = mark.map { MoneyMark.currency(of: $0, office: hints.currency) } ?? hints.currency
    numbers = NumberEvidence(.amounts, asked: hints.decimal)
  }

  /// Takes the next cell.
  mutating func append(_ text: String, line: Int) { numbers.append(MoneyMark(text)?.bare ?? text, line: line) }

  /// The price of a row, when all cells have been taken; nil where a fault has been told.
  func amount(of row: CSVTable.Row, _ currency: Currency?, _ cells: inout CellReader) -> ExactDecimal? {
    let text = cells.table.text(.price, of: row)
    let mark = MoneyMark(text)
    let number = WrittenNumber(mark?.bare ?? text)
    var value = numbers.value(of: number)
    if let mark {
      if let currency, !mark.currencies.contains(currency.code) {
        let shown = cells.table.shown(text)
        cells.report(.price, of: row, .otherCurrency(.price, text: shown, mark: mark.text, currency))
        return nil
      }
      // Of what has no smaller unit only thousands make sense.
      if case .failure(.ambiguous(_, let grouped)) = value, currency?.minorUnitDigits == 0 { value = .success(grouped) }
      if case .failure(let fault) = value { value = .failure(.marked(bare: cells.table.shown(mark.bare), fault)) }
    }
    return cells.positive(.price, of: row, value)
  }

  /// How the column was read, where that had to be decided.
  var note: InputNote? { numbers.note(of: .price) }
}

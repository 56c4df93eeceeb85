import Characters

/// Reads the cells of a table's rows and gathers what is wrong with them.
struct CellReader {
  let table: HeadedTable
  private(set) var list: FaultList
  /// What is wrong, and last how many other faults there are.
  var faults: [InputFault] { list.all }

  init(_ table: HeadedTable) {
    self.table = table
    list = table.faults
  }

  /// The value of a cell that must not be blank.
  ///
  /// - Parameters:
  ///   - column: which cell.
  ///   - row: of which row.
  ///   - isLookedUp: whether it only leads to something, so that what nobody sees in it does not matter.
  ///   - fact: what is wrong with a text that has no value.
  ///   - value: the value of a text.
  /// - Returns: the value; nil where a fault has been told.
  mutating func value<Value>(
    _ column: InputColumn, of row: CSVTable.Row, isLookedUp: Bool = false, else fact: (String) -> InputFault.Fact,
    _ value: (String) -> Value?
  ) -> Value? {
    let text = table.text(column, of: row)
    if !text.isSeen {
      report(column, of: row, .blank(column))
      return nil
    }
    if !isLookedUp, let scalar = text.firstTurning, let cell = table.cell(column, of: row) {
      list.append(table.table.fault(of: scalar, in: cell))
      return nil
    }
    if let excess = TextExcess(text, most: InputBounds.longest(column)) {
      report(column, of: row, .excess(column, excess))
      return nil
    }
    if table.table.sheet != nil, text.hasPrefix("=") {
      report(column, of: row, .formulaWithoutValue(column))
      return nil
    }
    if let fact = spoilt(text, column, of: row) {
      report(column, of: row, fact)
      return nil
    }
    let value = value(text)
    if value == nil { report(column, of: row, fact(table.shown(text))) }
    return value
  }

  /// What a program has done to a cell, so that it no longer says what somebody wrote; nil where nothing was.
  private func spoilt(_ text: String, _ column: InputColumn, of row: CSVTable.Row) -> InputFault.Fact? {
    if ErrorValue.isOne(text) {
      return column.isNumber ? .number(column, text: text, .errorValue) : .errorValue(column, text: text)
    }
    guard column.isShown else { return nil }
    if column.isName, table.isDate(column, of: row) { return .dateInstead(column, text: text) }
    // Nearly every text is ASCII.
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    if text.unicodeScalars.contains("\u{FFFD}") { return .lostLetters(column, text: text) }
    return DoubleConversion.meant(by: text).map { .doublyConverted(column, text: text, meant: $0) }
  }

  /// The same of a column in which few cells differ.
  mutating func value<Value>(
    _ column: InputColumn, of row: CSVTable.Row, _ known: inout RepeatedCells<Value>,
    else fact: (String) -> InputFault.Fact, _ value: (String) -> Value?
  ) -> Value? {
    let cell = table.cell(column, of: row)
    if let value = known.value(of: cell, in: table.table) { return value }
    let value = self.value(column, of: row, else: fact, value)
    if let value { known.keep(value, of: cell, in: table.table) }
    return value
  }

  /// The text of a cell that must not be blank, in one line; nil where that has been told.
  mutating func text(_ column: InputColumn, of row: CSVTable.Row) -> String? {
    value(column, of: row, else: { _ in .blank(column) }, \.collapsed)
  }

  /// The same of a column in which few cells differ.
  mutating func text(_ column: InputColumn, of row: CSVTable.Row, _ known: inout RepeatedCells<String>) -> String? {
    value(column, of: row, &known, else: { _ in .blank(column) }, \.collapsed)
  }

  /// The name in a cell that must not be blank and leads to something that is called otherwise where it is shown; nil where a
  /// fault has been told.
  mutating func name(_ column: InputColumn, of row: CSVTable.Row) -> String? {
    value(column, of: row, isLookedUp: true, else: { _ in .blank(column) }, \.withoutUnseen.collapsed)
  }

  /// The number of a cell, read with its whole column, which must be more than zero; nil where a fault has been told.
  mutating func positive(
    _ column: InputColumn, of row: CSVTable.Row, _ number: Result<ExactDecimal, NumberFault>
  ) -> ExactDecimal? {
    var number = number
    if case .failure(.currencyMark(let mark, let bare)) = number {
      number = .failure(.currencyMark(mark, bare: table.shown(bare)))
    }
    return value(column, of: row) { text in
      switch number {
      case .success: .notPositive(column, text: text)
      case .failure(let fault): .number(column, text: text, fault)
      }
    } _: { _ in
      (try? number.get()).flatMap { $0.isPositive ? $0 : nil }
    }
  }

  /// Tells a fault of the whole table.
  mutating func tell(_ fault: InputFault) { list.append(fault) }

  /// Tells a fault of a row's cell.
  mutating func report(_ column: InputColumn, of row: CSVTable.Row, _ fact: InputFault.Fact) {
    list.append(table.fault(column, of: row, fact))
  }
}

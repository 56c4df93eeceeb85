/// Where the known columns stand in a header, and what is wrong with it.
struct HeaderFaults {
  private(set) var places: [InputColumn: Int] = [:]
  private(set) var faults: [InputFault] = []
  /// The currency that stands at the name of the price, as it was written.
  private(set) var money: String?

  init(_ header: CSVTable.Row, of table: CSVTable, required: [InputColumn], optional: [InputColumn]) {
    let known = required + optional
    let cells = table.cells[header.cells]
    var unknown: [CSVTable.Cell] = []
    var others: [(place: Int, cell: CSVTable.Cell, column: InputColumn)] = []
    for (place, cell) in cells.enumerated() where !table.isEmpty(cell) {
      guard let meaning = ColumnNames.meaning(of: table.text(of: cell)), known.contains(meaning.column) else {
        unknown.append(cell)
        continue
      }
      if meaning.column == .price, money == nil { money = meaning.money }
      if meaning.isOwnName {
        take(meaning.column, at: place, cell, header, table)
      } else {
        others.append((place, cell, meaning.column))
      }
    }
    // Beside a column that is called by its own name, one that is called otherwise is somebody's note; but of a price and a
    // unit price nobody can tell which is meant.
    let own = Set(places.keys.filter { $0 != .price })
    for other in others where !own.contains(other.column) {
      take(other.column, at: other.place, other.cell, header, table)
    }
    for column in known where places[column] == nil {
      if let index = unknown.firstIndex(where: { Self.isNear(NameKey.key(of: table.text(of: $0)), column.rawValue) }) {
        let cell = unknown.remove(at: index)
        report(cell, of: table, .misspeltColumn(table.text(of: cell), meant: column))
      } else if required.contains(column) {
        faults.append(InputFault(line: header.line, .missingColumn(column)))
      }
    }
  }

  private mutating func take(
    _ column: InputColumn, at place: Int, _ cell: CSVTable.Cell, _ header: CSVTable.Row, _ table: CSVTable
  ) {
    if let first = places[column] {
      let firstColumn = table.column(of: table.cells[header.cells.lowerBound + first])
      report(cell, of: table, .duplicateColumn(column, firstColumn: firstColumn))
    } else {
      places[column] = place
    }
  }

  private mutating func report(_ cell: CSVTable.Cell, of table: CSVTable, _ fact: InputFault.Fact) {
    faults.append(InputFault(line: cell.line, column: table.column(of: cell), fact))
  }

  /// Whether two letters at the most are wrong, too many, missing or swapped.
  static func isNear(_ typed: String, _ name: String) -> Bool {
    guard abs(typed.count - name.count) <= 2 else { return false }
    return EditDistance.between(Array(typed), Array(name)) <= 2
  }
}

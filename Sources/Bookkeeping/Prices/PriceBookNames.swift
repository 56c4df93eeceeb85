/// The names in a price book, of which every one must lead to one item only.
struct PriceBookNames {
  /// The names of a row, and where they stand.
  struct Named {
    var item: String
    var aliases: [String]
    var line: Int
    var columns: CellPlaces
  }

  /// Those of rows that are faulty otherwise, which keep their names.
  private var faulty: [Named] = []

  /// The names in a cell of aliases, which stand between semicolons.
  static func aliases(in cell: String) -> [String] {
    guard !cell.isEmpty else { return [] }
    return cell.split(whereSeparator: { ";；".contains($0) }).map(\.collapsed).filter { !$0.isEmpty }
  }

  /// Takes the names of the next row that is faulty.
  mutating func append(faulty named: Named) { faulty.append(named) }

  /// Looks for names that are not free; an item's name has precedence over an alias.
  ///
  /// - Parameter entries: the rows that are in order.
  /// - Returns: those names, told where they stand for the second time.
  func clashes(in entries: [PriceBook.Entry]) -> [InputFault] {
    var clashes: [InputFault] = []
    var owners = NameTable()
    // Names are told by their row: those in order by their place, the faulty ones behind them.
    func named(_ place: Int) -> Named {
      guard place < entries.count else { return faulty[place - entries.count] }
      let entry = entries[place]
      return Named(item: entry.item, aliases: entry.aliases, line: entry.line, columns: entry.columns)
    }
    let rows = order(of: entries)
    owners.reserveCapacity(rows.count)
    for place in rows {
      let name = place < entries.count ? entries[place].item : faulty[place - entries.count].item
      guard !name.isEmpty, let owner = owners.insert(name, at: place, { named($0).item }) else { continue }
      let (row, other) = (named(place), named(owner))
      // As the other line has it: the two may be written differently.
      let fact = InputFault.Fact.sameItem(other.item, otherLine: other.line)
      clashes.append(InputFault(line: row.line, column: row.columns[.item], fact))
    }
    // An alias stands behind its row's place, which it is told by.
    var aliases: [(name: String, row: Int)] = []
    var aliasOwners = NameTable()
    for place in rows {
      for alias in named(place).aliases {
        aliases.append((alias, place))
        let own = aliasOwners.insert(alias, at: aliases.count - 1) { aliases[$0].name }
        let owner = owners.place(of: alias) { named($0).item } ?? own.map { aliases[$0].row } ?? place
        guard owner != place else { continue }
        let (row, other) = (named(place), named(owner))
        let fact = InputFault.Fact.aliasTaken(alias, item: other.item, otherLine: other.line)
        clashes.append(InputFault(line: row.line, column: row.columns[.alias], fact))
      }
    }
    return clashes
  }

  /// The places of all rows, in the order of their lines.
  private func order(of entries: [PriceBook.Entry]) -> [Int] {
    guard !faulty.isEmpty else { return Array(entries.indices) }
    let lines = entries.map(\.line) + faulty.map(\.line)
    return lines.indices.sorted { lines[$0] < lines[$1] }
  }
}

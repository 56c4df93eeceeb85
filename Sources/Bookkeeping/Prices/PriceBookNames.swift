/// The names in a price book, of which every one must lead to one item only.
struct PriceBookNames {
  /// A name that another row has too.
  struct Clash {
    var row: CSVTable.Row
    var column: InputColumn
    var fact: InputFault.Fact
  }

  private struct Named {
    var item: String
    var aliases: [String]
    var row: CSVTable.Row
  }

  private var all: [Named] = []

  /// The names in a cell of aliases, which stand between semicolons.
  static func aliases(in cell: String) -> [String] {
    guard !cell.isEmpty else { return [] }
    return cell.split(whereSeparator: { ";；".contains($0) }).map(\.collapsed).filter { !$0.isEmpty }
  }

  /// Takes the names of the next row.
  mutating func append(_ item: String, aliases: [String], row: CSVTable.Row) {
    all.append(Named(item: item, aliases: aliases, row: row))
  }

  /// The names that are not free, told where they stand for the second time; an item's name has precedence over an alias.
  var clashes: [Clash] {
    var clashes: [Clash] = []
    var owners: [String: Int] = [:]
    owners.reserveCapacity(all.count)
    for (place, named) in all.enumerated() where !named.item.isEmpty {
      let key = NameKey.key(of: named.item)
      if let owner = owners[key] {
        // As the other line has it: the two may be written differently.
        let fact = InputFault.Fact.sameItem(all[owner].item, otherLine: all[owner].row.line)
        clashes.append(Clash(row: named.row, column: .item, fact: fact))
      } else {
        owners[key] = place
      }
    }
    for (place, named) in all.enumerated() where !named.aliases.isEmpty {
      for alias in named.aliases {
        let key = NameKey.key(of: alias)
        let owner = owners[key, default: place]
        if owner == place {
          owners[key] = place
        } else {
          let other = all[owner]
          let fact = InputFault.Fact.aliasTaken(alias, item: other.item, otherLine: other.row.line)
          clashes.append(Clash(row: named.row, column: .alias, fact: fact))
        }
      }
    }
    return clashes
  }
}

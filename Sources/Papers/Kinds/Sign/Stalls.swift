import Bookkeeping

/// The stalls of a market: those that a sign list names, or else the categories of its items.
package enum Stalls {
  /// The stall of a row.
  static func stall(of row: SignList.Row) -> String { row.stall ?? row.entry.category }

  /// What the stalls of an office are called.
  ///
  /// - Parameters:
  ///   - office: what there is.
  ///   - list: the sign list's path; nil for the categories of the price book.
  ///   - prices: the price book's path; nil for the office's own.
  /// - Returns: the names, in the order in which they are first met; none where something cannot be read.
  package static func names(in office: some OfficeMaterials, list: String?, prices: String?) -> [String] {
    var faults = Faults()
    guard let market = Market(office, list: list, prices: prices, &faults) else { return [] }
    return of(market.list, wanted: nil, &faults).map(\.name)
  }

  /// The rows of each stall that is wanted, in the order in which stalls are first met.
  ///
  /// - Parameters:
  ///   - list: the rows.
  ///   - wanted: the only stall, in any case; nil for all.
  ///   - faults: takes what is wrong: a stall that does not exist.
  /// - Returns: the stalls with their rows; none of them is empty.
  static func of(_ list: SignList, wanted: String?, _ faults: inout Faults) -> [(name: String, rows: [SignList.Row])] {
    var stalls: [(name: String, rows: [SignList.Row])] = []
    var places: [String: Int] = [:]
    for row in list.rows {
      let name = stall(of: row)
      if let place = places[name.lowercased()] {
        stalls[place].rows.append(row)
      } else {
        places[name.lowercased()] = stalls.count
        stalls.append((name, [row]))
      }
    }
    guard let wanted, !stalls.isEmpty else { return stalls }
    if let place = places[wanted.lowercased()] { return [stalls[place]] }
    let known = stalls.map(\.name)
    faults.add(Diagnostic(SignFact.unknownStall(wanted, known: known)))
    return []
  }
}

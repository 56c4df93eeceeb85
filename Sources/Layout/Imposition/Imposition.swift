/// Which piece stands in which cell of which sheet.
public struct Imposition: Hashable, Sendable {
  /// The order in which pieces fill the cells of a pile of sheets.
  public enum Order: String, Hashable, Sendable, CaseIterable {
    /// Sheet by sheet, each row by row.
    case reading
    /// Cell by cell, each through the whole pile: cut the pile once, lay the stacks on one another, and it is sorted.
    case stack
  }

  /// A piece in its place.
  public struct Place: Hashable, Sendable {
    /// Which cell, from 0.
    public var cell: Int
    /// Which piece, from 0.
    public var piece: Int
  }

  /// What stands on each sheet, in the order of the cells.
  public let sheets: [[Place]]

  /// Spreads pieces over as few sheets as possible.
  ///
  /// - Parameters:
  ///   - pieces: how many.
  ///   - cells: how many cells a sheet has.
  ///   - first: the first cell of the first sheet that may be used, from 0; those before it have been used up.
  ///   - order: in which order they are filled.
  public init(pieces: Int, cells: Int, first: Int = 0, order: Order = .reading) {
    let first = min(max(0, first), cells - 1)
    let count = pieces > 0 ? (pieces + first + cells - 1) / cells : 0
    var sheets = [[Place]](repeating: [], count: count)
    switch order {
    case .reading:
      for piece in 0..<pieces {
        let slot = piece + first
        sheets[slot / cells].append(Place(cell: slot % cells, piece: piece))
      }
    case .stack:
      var piece = 0
      for cell in 0..<cells {
        for sheet in 0..<count where piece < pieces && (sheet > 0 || cell >= first) {
          sheets[sheet].append(Place(cell: cell, piece: piece))
          piece += 1
        }
      }
    }
    self.sheets = sheets
  }

  /// Spreads pieces that belong together: those of a group stand on one sheet, wherever a sheet has the cells for them.
  ///
  /// - Parameters:
  ///   - groups: how many pieces each group has, in their order.
  ///   - cells: how many cells a sheet has.
  public init(groups: [Int], cells: Int) {
    var sheets: [[Place]] = []
    var piece = 0
    for group in groups {
      if group > cells - (sheets.last?.count ?? cells) { sheets.append([]) }
      for _ in 0..<group {
        if sheets[sheets.count - 1].count == cells { sheets.append([]) }
        sheets[sheets.count - 1].append(Place(cell: sheets[sheets.count - 1].count, piece: piece))
        piece += 1
      }
    }
    self.sheets = sheets
  }
}

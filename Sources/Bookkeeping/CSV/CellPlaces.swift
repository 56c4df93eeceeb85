/// Where the cells of a row begin in their line, in characters from 1, packed: a price book may have a million rows.
public struct CellPlaces: Sendable, ExpressibleByDictionaryLiteral {
  /// By the columns' ordinals; 0 for a cell that there is not, or that begins so far behind that nobody counts it.
  private var places = InlineArray<19, UInt16>(repeating: 0)

  /// No cells.
  public init() {}

  /// The places of cells.
  public init(dictionaryLiteral elements: (InputColumn, Int)...) {
    for (column, place) in elements { self[column] = place }
  }

  /// Where the cell of a column begins; nil where there is none.
  public subscript(column: InputColumn) -> Int? {
    get { places[column.ordinal] == 0 ? nil : Int(places[column.ordinal]) }
    set { places[column.ordinal] = newValue.flatMap { UInt16(exactly: $0) } ?? 0 }
  }
}

extension CellPlaces: Hashable {
  /// Whether all cells begin at the same places.
  public static func == (one: CellPlaces, other: CellPlaces) -> Bool {
    one.places.indices.allSatisfy { one.places[$0] == other.places[$0] }
  }

  /// Feeds the places to a hasher.
  public func hash(into hasher: inout Hasher) { for index in places.indices { hasher.combine(places[index]) } }
}

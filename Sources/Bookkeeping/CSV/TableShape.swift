/// How a table is built, told by its first rows: what parts its cells, where its header stands, or which columns it has without one.
struct TableShape {
  /// What parts the cells.
  let separator: UInt8
  /// Where the rows begin among the bytes, behind a line that names the separator, and on which line.
  let start: Int
  let firstLine: Int
  /// Which of the rows that are not blank is the header, from 0; nil where there is none.
  let header: Int?
  /// Where the columns stand in a table without a header; nil where they do not tell themselves.
  let places: [InputColumn: Int]?
  /// How many cells the rows of such a table have.
  let width: Int

  /// So many rows may stand before the header, titles and notes.
  private static let mostRows = 20
  /// So many bytes tell, however long the rows are.
  static let headSize = 1 << 18

  private typealias Rank = (required: Int, known: Int)

  /// Looks at the beginning of a text.
  ///
  /// - Parameters:
  ///   - head: the beginning of valid UTF-8.
  ///   - required: the columns that the table must have.
  ///   - optional: the columns that it may have besides.
  ///   - names: names of items that are known; nil where the table must have a header.
  ///   - sheet: the sheet whose text it is; nil for a file that was text. There is no doubt what parts a sheet's cells.
  init(
    _ head: [UInt8], required: [InputColumn], optional: [InputColumn], names: [String]?, sheet: ReadSheet? = nil
  ) {
    var (start, firstLine) = (0, 1)
    var separators: [UInt8]
    if sheet != nil {
      separators = [UInt8(ascii: ",")]
    } else if let named = CSVSeparator.named(in: head) {
      start = named.end
      if start < head.count, head[start] == UInt8(ascii: "\r") { start += 1 }
      if start < head.count, head[start] == UInt8(ascii: "\n") { start += 1 }
      (firstLine, separators) = (2, [named.separator])
    } else {
      separators = CSVSeparator.likely(in: head)
    }
    let rows = start == 0 ? head : Array(head[start...])
    let tables = separators.lazy.map {
      CSVTable(utf8: rows, separator: $0, firstLine: firstLine, mostRows: Self.mostRows, sheet: sheet)
    }
    (self.start, self.firstLine) = (start, firstLine)
    var best: (rank: Rank, separator: UInt8, row: Int)?
    for table in tables {
      guard let (row, rank) = Self.header(in: table, required, optional) else { continue }
      if best.map({ $0.rank < rank }) ?? true { best = (rank, table.separator, row) }
      // The likelier separator has shown all that is needed.
      if rank.required == required.count { break }
    }
    if let best {
      (separator, header, places, width) = (best.separator, best.row, nil, 0)
      return
    }
    header = nil
    let telling = names.map { names in
      tables.compactMap { table in HeaderlessRows(table, names: names).places.map { (table, $0) } }
    }
    // Where two separators part the rows into something that makes sense, neither is believed.
    if let telling, telling.count == 1, let (table, places) = telling.first {
      (separator, self.places) = (table.separator, places)
      width = table.rows.map(\.cells.count).max() ?? 0
    } else {
      (separator, places, width) = (separators[0], nil, 0)
    }
  }

  /// The row that is most of a header: the first that has all columns that are needed, else the first with most of them.
  private static func header(in table: CSVTable, _ required: [InputColumn], _ optional: [InputColumn])
    -> (row: Int, rank: Rank)?
  {
    var best: (row: Int, rank: Rank)?
    for (index, row) in table.rows.enumerated() {
      let columns = Set(table.cells[row.cells].compactMap { ColumnNames.meaning(of: table.text(of: $0))?.column })
      let rank = (
        required: columns.count(where: required.contains), known: columns.count(where: (required + optional).contains)
      )
      guard rank.required > 0 || rank.known >= 3 else { continue }
      if rank.required == required.count { return (index, rank) }
      if best.map({ $0.rank < rank }) ?? true { best = (index, rank) }
    }
    return best
  }
}

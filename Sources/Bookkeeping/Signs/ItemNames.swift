/// What items are called in other languages than that of the price book.
public struct ItemNames: Hashable, Sendable {
  /// One name.
  public struct Row: Hashable, Sendable {
    /// The item's line in the price book.
    public var item: Int
    /// The BCP 47 language, in small letters, as somebody wrote it.
    public var language: String
    /// What the item is called in it.
    public var name: String
    /// The line of the file, from 1.
    public var line: Int
    /// Where each cell begins in that line, in characters from 1.
    public var columns: CellPlaces
  }

  /// The names, in the order of the file.
  public let rows: [Row]
  private let index: [Key: String]

  private struct Key: Hashable {
    var item: Int
    var language: String
  }

  /// Gathers names; where an item has two in one language, the later one is taken.
  public init(_ rows: [Row] = []) {
    self.rows = rows
    index = Dictionary(rows.map { (Key(item: $0.item, language: $0.language), $0.name) }) { $1 }
  }

  /// What an item is called.
  ///
  /// - Parameters:
  ///   - entry: the item.
  ///   - language: a BCP 47 locale; where there is no name for its country, the language's own is taken.
  /// - Returns: nil where there is none.
  public func name(of entry: PriceBook.Entry, in language: String) -> String? {
    let locale = language.lowercased()
    return index[Key(item: entry.line, language: locale)]
      ?? index[Key(item: entry.line, language: String(locale.prefix { $0 != "-" }))]
  }

  /// Reads a list of names: CSV with the columns item, language and name, in any order.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, in any encoding that spreadsheets save, or a workbook.
  ///   - sheet: the sheet of a workbook; nil for the first that is visible.
  ///   - prices: where the items are looked up.
  ///   - hints: what is known of the office.
  /// - Returns: the rows that are in order, and the faults of all others.
  public static func read(
    _ bytes: [UInt8], sheet: String? = nil, prices: PriceBook, hints: ReadingHints = ReadingHints()
  ) -> Reading<ItemNames> {
    let table = HeadedTable(bytes, sheet: sheet, required: [.item, .language, .name], optional: [], hints)
    var cells = CellReader(table)
    guard table.isReadable else {
      return Reading(ItemNames(), faults: table.faults.all, notes: table.notes, sheet: table.table.sheet)
    }
    var rows: [Row] = []
    for row in table.rows where !row.isBroken {
      let (language, name) = (cells.text(.language, of: row), cells.text(.name, of: row))
      // The file may name more than one price book has, so what is unknown here is nobody's fault.
      guard let item = cells.name(.item, of: row), case .entry(let entry) = prices.find(item), let language, let name
      else { continue }
      rows.append(
        Row(
          item: entry.line, language: language.lowercased(), name: name, line: row.line,
          columns: table.places(of: row)))
    }
    return Reading(ItemNames(rows), faults: cells.faults, notes: table.notes, sheet: table.table.sheet)
  }
}

/// Which signs a market needs: the rows of a sign list.
public struct SignList: Hashable, Sendable {
  /// The rows, in the order of the file.
  public var rows: [Row]

  /// A list of rows.
  public init(_ rows: [Row]) {
    self.rows = rows
  }

  /// One item's sign.
  public struct Row: Hashable, Sendable {
    /// What the sign is for, at which price.
    public var entry: PriceBook.Entry
    /// The stall where it hangs; nil where the file does not say.
    public var stall: String?
    /// How many are needed.
    public var copies: Int
    /// Its size, as somebody wrote it; nil where the file does not say.
    public var size: String?
    /// Its language or languages, as somebody wrote them; nil where the file does not say.
    public var language: String?
    /// The line of the file, from 1.
    public var line: Int
    /// Where each cell begins in that line, in characters from 1.
    public var columns: CellPlaces

    /// A row.
    ///
    /// - Parameters:
    ///   - entry: what the sign is for.
    ///   - stall: where it hangs.
    ///   - copies: how many are needed.
    ///   - size: its size.
    ///   - language: its language or languages.
    ///   - line: the line of the file, from 1.
    ///   - columns: where each cell begins in that line.
    public init(
      entry: PriceBook.Entry, stall: String? = nil, copies: Int = 1, size: String? = nil, language: String? = nil,
      line: Int, columns: CellPlaces = [:]
    ) {
      self.entry = entry
      self.stall = stall
      self.copies = copies
      self.size = size
      self.language = language
      self.line = line
      self.columns = columns
    }
  }

  /// The most copies of one sign: beyond it, a figure is a slip of the hand.
  public static let mostCopies = 10_000

  /// A sign for every item of a price book.
  public static func everything(in prices: PriceBook) -> SignList {
    SignList(prices.entries.map { Row(entry: $0, line: $0.line, columns: $0.columns) })
  }

  /// Reads a sign list: CSV with the column item and, optionally, stall, copies, size and language, in any order.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, in any encoding that spreadsheets save, or a workbook.
  ///   - sheet: the sheet of a workbook; nil for the first that is visible.
  ///   - prices: where the items are looked up.
  ///   - hints: what is known of the office.
  /// - Returns: the rows that are in order, and the faults of all others.
  public static func read(
    _ bytes: [UInt8], sheet: String? = nil, prices: PriceBook, hints: ReadingHints = ReadingHints()
  ) -> Reading<SignList> {
    let table = HeadedTable(
      bytes, sheet: sheet, required: [.item], optional: [.stall, .copies, .size, .language], hints)
    var cells = CellReader(table)
    guard table.isReadable else {
      return Reading(SignList([]), faults: table.faults.all, notes: table.notes, sheet: table.table.sheet)
    }
    var rows: [Row] = []
    for row in table.rows where !row.isBroken {
      let copies = copies(of: row, &cells)
      // Where a file has stalls, a blank one would hang nowhere.
      let hasStall = table.head?.places[.stall] == nil || cells.text(.stall, of: row) != nil
      guard let entry = cells.item(of: row, in: prices), let copies, hasStall else { continue }
      func text(_ column: InputColumn) -> String? {
        let text = table.text(column, of: row).collapsed
        return text.isEmpty ? nil : text
      }
      rows.append(
        Row(
          entry: entry, stall: text(.stall), copies: copies, size: text(.size), language: text(.language),
          line: row.line, columns: table.places(of: row)))
    }
    return Reading(SignList(rows), faults: cells.faults, notes: table.notes, sheet: table.table.sheet)
  }

  /// A blank cell asks for one.
  private static func copies(of row: CSVTable.Row, _ cells: inout CellReader) -> Int? {
    let text = cells.table.text(.copies, of: row).collapsed
    if text.isEmpty { return 1 }
    if let count = Int(text), (1...mostCopies).contains(count) { return count }
    cells.report(.copies, of: row, .notACount(text, most: mostCopies))
    return nil
  }
}

extension CellReader {
  /// The entry of a price book that a row's item leads to; nil where a fault has been told, here or in the price book.
  mutating func item(of row: CSVTable.Row, in prices: PriceBook) -> PriceBook.Entry? {
    guard let name = name(.item, of: row) else { return nil }
    switch prices.find(name) {
    case .entry(let entry): return entry
    case .ambiguous(let names): report(.item, of: row, .ambiguousItem(name, fitting: names))
    case .unknown: report(.item, of: row, .unknownItem(name, known: prices.items))
    case .faulty: break
    }
    return nil
  }
}

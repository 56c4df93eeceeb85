/// What items and categories are called in other languages than that of the price book.
public struct ItemNames: Hashable, Sendable {
  /// What a name is of.
  public enum Subject: Hashable, Sendable {
    /// An item, by its line in the price book.
    case item(line: Int)
    /// A category, as it is compared.
    case category(key: String)
  }

  /// One name.
  public struct Row: Hashable, Sendable {
    /// What it is of.
    public var subject: Subject
    /// The BCP 47 language, in small letters, as somebody wrote it.
    public var language: String
    /// What the item or the category is called in it.
    public var name: String
    /// The line of the file, from 1.
    public var line: Int
    /// Where each cell begins in that line, in characters from 1.
    public var columns: CellPlaces
  }

  /// The names, in the order of the file.
  public let rows: [Row]
  /// The languages, without countries, in which anything has a name.
  public let languages: Set<String>
  private let index: [Key: String]

  private struct Key: Hashable {
    var subject: Subject
    var language: String
  }

  /// Gathers names; where something has two in one language, the later one is taken.
  public init(_ rows: [Row] = []) {
    self.rows = rows
    languages = Set(rows.map { String($0.language.prefix { $0 != "-" }) })
    index = Dictionary(rows.map { (Key(subject: $0.subject, language: $0.language), $0.name) }) { $1 }
  }

  /// What an item is called.
  ///
  /// - Parameters:
  ///   - entry: the item.
  ///   - language: a BCP 47 locale; where there is no name for its country, the language's own is taken.
  /// - Returns: nil where there is none.
  public func name(of entry: PriceBook.Entry, in language: String) -> String? {
    name(of: .item(line: entry.line), in: language)
  }

  /// What a category is called.
  ///
  /// - Parameters:
  ///   - category: the category, as the price book writes it.
  ///   - language: a BCP 47 locale; where there is no name for its country, the language's own is taken.
  /// - Returns: nil where there is none.
  public func name(ofCategory category: String, in language: String) -> String? {
    name(of: .category(key: NameKey.key(of: category)), in: language)
  }

  /// What all items of a price book that have a name in a language are called, by what the book calls them.
  public func items(of prices: PriceBook, in language: String) -> [String: String] {
    prices.entries.reduce(into: [:]) { names, entry in
      if let name = name(of: entry, in: language) { names[entry.item] = name }
    }
  }

  /// The same of its categories.
  public func categories(of prices: PriceBook, in language: String) -> [String: String] {
    Set(prices.entries.map(\.category)).reduce(into: [:]) { $0[$1] = name(ofCategory: $1, in: language) }
  }

  private func name(of subject: Subject, in language: String) -> String? {
    if index.isEmpty { return nil }
    let locale = language.lowercased()
    return index[Key(subject: subject, language: locale)]
      ?? index[Key(subject: subject, language: String(locale.prefix { $0 != "-" }))]
  }

  /// Reads a list of names: CSV with the columns item, language and name, in any order. An item's cell may hold a category of the
  /// price book: what is written exactly as one names it, and an item only where that is called exactly so, too.
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
    let categories = Set(Set(prices.entries.lazy.map(\.category)).map(NameKey.key))
    var rows: [Row] = []
    for row in table.rows where !row.isBroken {
      let (language, name) = (cells.text(.language, of: row), cells.text(.name, of: row))
      guard let item = cells.name(.item, of: row), let language, let name else { continue }
      for subject in subjects(of: item, prices, categories) {
        rows.append(
          Row(
            subject: subject, language: language.lowercased(), name: name, line: row.line,
            columns: table.places(of: row)))
      }
    }
    return Reading(ItemNames(rows), faults: cells.faults, notes: table.notes, sheet: table.table.sheet)
  }

  /// What a cell names. The file may name more than one price book has, so what is unknown here is nobody's fault.
  private static func subjects(of cell: String, _ prices: PriceBook, _ categories: Set<String>) -> [Subject] {
    let key = NameKey.key(of: cell)
    let category: [Subject] = categories.contains(key) ? [.category(key: key)] : []
    guard case .entry(let entry) = prices.find(cell), category.isEmpty || NameKey.key(of: entry.item) == key else {
      return category
    }
    return [.item(line: entry.line)] + category
  }
}

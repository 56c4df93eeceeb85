/// What a table turns out to be when it is read, for whoever wants to see it before it is used.
public struct TableInspection: Sendable {
  /// What a table is for, told by its columns.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A price book.
    case prices
    /// What was given.
    case order
    /// What items are called in other languages.
    case names
    /// Which signs are needed.
    case signs

    /// The columns that it must have, and those that it may have besides.
    var columns: (required: [InputColumn], optional: [InputColumn]) {
      switch self {
      case .prices:
        ([.item, .price, .source], [.category, .unit, .currency, .checked, .basis, .alias, .unitKind, .pack])
      case .order: ([.item, .quantity], [.invoice])
      case .names: ([.item, .language, .name], [])
      case .signs: ([.item], [.stall, .copies, .size, .language])
      }
    }

    /// All columns that it can have, in the order in which they are written.
    public var all: [InputColumn] {
      let own = columns.required + columns.optional
      return Self.usualOrder.filter(own.contains)
    }

    private static let usualOrder: [InputColumn] = [
      .invoice, .item, .category, .unit, .price, .quantity, .currency, .source, .checked, .basis, .alias, .unitKind,
      .pack,
      .stall, .copies, .size, .language, .name,
    ]
  }

  /// A column whose meaning is known.
  public struct Column: Hashable, Sendable {
    /// What it means.
    public var column: InputColumn
    /// What the header calls it; empty where there is no header.
    public var header: String
  }

  /// A row below the header.
  public struct Row: Hashable, Sendable {
    /// The line of the file, from 1.
    public var line: Int
    /// What stands in its cells.
    public var written: [InputColumn: String]
    /// What they were read as, in one way of writing: numbers in full with a point, dates as 2026-05-31; nil for a row with a fault.
    public var read: [InputColumn: String]?
  }

  /// What the table is for; nil where it is none that is known.
  public internal(set) var kind: Kind?
  /// What its letters are written in, such as UTF-8.
  public internal(set) var encoding = "UTF-8"
  /// The sheet that it stands on; nil for text.
  public internal(set) var sheet: ReadSheet?
  /// The line on which the header stands; nil where there is none.
  public internal(set) var headerLine: Int?
  /// The columns that are read, in the order of the file.
  public internal(set) var columns: [Column] = []
  /// What the header calls the columns that are left alone.
  public internal(set) var ignored: [String] = []
  /// The rows that are not blank.
  public internal(set) var rows: [Row] = []
  /// The prices of a price book.
  public internal(set) var book: PriceBook?
  /// What was decided while it was read.
  public internal(set) var notes: [InputNote] = []
  /// What is wrong with it.
  public internal(set) var faults: [InputFault] = []

  /// What is worth knowing about how it was read.
  ///
  /// It is told like any other reading, with its sheet.
  public var reading: Reading<Kind?> { Reading(kind, faults: faults, notes: notes, sheet: sheet) }
}

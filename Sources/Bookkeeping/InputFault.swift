/// One thing that is wrong in a file that somebody wrote.
public struct InputFault: Error, Hashable, Sendable {
  /// The line of the file, from 1; nil where the whole file is meant.
  public var line: Int?
  /// The character in that line where the cell begins, from 1; nil where the whole line is meant.
  public var column: Int?
  /// What is wrong.
  public var fact: Fact

  /// Describes a fault.
  public init(line: Int? = nil, column: Int? = nil, _ fact: Fact) {
    self.line = line
    self.column = column
    self.fact = fact
  }

  /// What can be wrong, with what is needed to say so.
  public enum Fact: Hashable, Sendable {
    /// There is nothing in the file.
    case empty
    /// There is nothing below the header.
    case headerOnly
    /// All rows below the header are blank.
    case onlyBlankRows
    /// It is the file of a spreadsheet program, or another that is no text, and cannot be read.
    case workbook(WorkbookFault)
    /// The file calls itself UTF-16, and is not.
    case brokenEncoding
    /// The file is no text: a picture, a paper, a program.
    case noText
    /// The file is UTF-8 but for a byte, which stands here: something was pasted from elsewhere.
    case strayByte(UInt8)
    /// It cannot be told by which code page the file is meant; with what an odd word would be by the likeliest ones.
    case unknownEncoding(readings: [CodePageReading])
    /// The file has what the code page that was named does not have.
    case notThisEncoding(CodePage)
    /// The file cannot be read to its end, or has been changed while it was read.
    case changedMeanwhile
    /// A control character, or one that turns text round, stands at a character of the line (of the text, where there are no
    /// lines).
    case refusedCharacter(Unicode.Scalar, column: Int)
    /// A column that is needed is not there.
    case missingColumn(InputColumn)
    /// A column is called nearly like a known one that is not there.
    case misspeltColumn(String, meant: InputColumn)
    /// The header has a column twice; the first begins at a character of the line.
    case duplicateColumn(InputColumn, firstColumn: Int)
    /// A quote is opened and never closed.
    case unclosedQuote
    /// Text stands between a closing quote and the next separator.
    case textAfterQuote(String)
    /// A row has more cells than the header.
    case surplusCells(found: Int, expected: Int)
    /// A table has more columns than any spreadsheet, or more rows than are read at once.
    case tooManyColumns(found: Int, most: Int)
    case tooManyRows(most: Int)
    /// A file of text has more bytes than are read.
    case tooManyBytes(most: Int)
    /// One paper would have so many lines.
    case tooManyLines(found: Int, most: Int)
    /// An item has so many other names.
    case tooManyAliases(found: Int, most: Int)
    /// A text is too long, or has too much upon its letters.
    case excess(InputColumn, TextExcess)
    /// So many faults besides those that are told.
    case others(count: Int)
    /// A cell that is needed is blank.
    case blank(InputColumn)
    /// A cell holds a formula, and no program has written down yet what comes out of it.
    case formulaWithoutValue(InputColumn)
    /// A cell holds what a spreadsheet writes where it cannot reckon, such as #N/A.
    case errorValue(InputColumn, text: String)
    /// A cell in which something has its name holds a date, of which the text is given.
    case dateInstead(InputColumn, text: String)
    /// A cell holds the sign that programs put in place of letters that they could not read.
    case lostLetters(InputColumn, text: String)
    /// A cell was turned into UTF-8 twice; with what was probably meant.
    case doublyConverted(InputColumn, text: String, meant: String)
    /// A cell, whose text is given, is not a plain number.
    case number(InputColumn, text: String, NumberFault)
    /// A number, whose text is given, is zero.
    case notPositive(InputColumn, text: String)
    /// Not a whole number from one to a most.
    case notACount(String, most: Int)
    /// A currency code that ISO 4217 does not have.
    case unknownCurrency(String)
    /// Not a year, a month or a day as they are written here.
    case notADate(String)
    /// A date of a year that no price here can be of: before 1990, or after 2100.
    case otherYear(String)
    /// A date such as 5/1/2026 may be read with the day or the month first, and nothing in its column tells; so many are such.
    case unknownDayOrder(String, count: Int)
    /// So many prices do not say when they were looked up, nor do their sources.
    case checkedMissing(count: Int)
    /// So many prices have no source.
    case sourcesMissing(count: Int)
    /// A currency's sign or code stands at a number whose currency is another.
    case otherCurrency(InputColumn, text: String, mark: String, Currency)
    /// Neither `price` nor `wage`.
    case unknownBasis(String)
    /// Not a number of the item's unit, with or without that unit and a word behind it.
    case notAPack(String, unit: String)
    /// Neither a time nor another kind of unit.
    case unknownUnitKind(String)
    /// An item is called like the one on another line.
    case sameItem(String, otherLine: Int)
    /// An alias is the name or an alias of the item on another line.
    case aliasTaken(String, item: String, otherLine: Int)
    /// No item is called so; with the names of all items there are.
    case unknownItem(String, known: [String])
    /// Several items, whose names are given, fit.
    case ambiguousItem(String, fitting: [String])
    /// Words that were typed can be read as several lists of items; each with the names of its items.
    case severalReadings(String, readings: [[String]])
    /// It cannot be told which item a typed number belongs to.
    case looseNumber(String)
    /// A quantity was typed in a unit other than that of the item's price, and cannot be turned into it.
    case otherUnit(String, item: String, unit: String)
    /// What is to be given without a price is in the price book, as an item of this name.
    case pricedItem(String, item: String)
    /// The amount of a line does not fit in 64 bits of minor units.
    case lineOverflow(item: String)
    /// The total up to this line does not fit in 64 bits of minor units.
    case totalOverflow
    /// A line's currency is not that of an earlier line of the same invoice.
    case mixedCurrencies(Currency, other: Currency, otherLine: Int)
  }
}

/// The columns that a price book and an order can have, by their names in the header.
public enum InputColumn: String, Hashable, Sendable, CaseIterable {
  /// What is given.
  case item
  /// The group of items.
  case category
  /// What the price is for one of.
  case unit
  /// What that measures, where nobody else knows the unit.
  case unitKind = "unit_kind"
  /// How much is handed over at once.
  case pack
  /// What one unit costs.
  case price
  /// The ISO 4217 code.
  case currency
  /// Who published the price, where.
  case source
  /// The date the price is for.
  case checked
  /// Whether it is what a customer is asked or what a worker is paid.
  case basis
  /// Other names of the item, between semicolons.
  case alias
  /// How many units were given.
  case quantity
  /// Which rows belong on one invoice.
  case invoice
  /// At which stall a sign hangs.
  case stall
  /// How many of a sign are needed.
  case copies
  /// How large a sign is.
  case size
  /// In which language something is.
  case language
  /// What an item is called in a language.
  case name
  /// What something comes to.
  case amount
}

extension InputFault.Fact {
  /// Whether a number may be another than it seems, by itself or by the others of its column.
  public var isDoubtOfNumber: Bool {
    guard case .number(_, _, let fault) = self else { return false }
    switch fault {
    case .ambiguous, .otherDecimalSign, .marked(_, .ambiguous), .marked(_, .otherDecimalSign): return true
    default: return false
    }
  }
}

extension InputFault {
  /// Where it stands among others: what is wrong with the whole file comes first, and how many others there are last.
  public var place: (line: Int, column: Int) {
    if case .others = fact { return (.max, 0) }
    return (line ?? 0, column ?? 0)
  }
}

extension InputColumn {
  /// Whether its cells are read as numbers that may have decimals.
  public var isNumber: Bool { self == .price || self == .quantity }

  /// Whether its text is shown as it is written; all others are read, and mean what they are read as.
  var isShown: Bool {
    switch self {
    case .item, .category, .unit, .pack, .source, .invoice, .stall, .name: true
    case .unitKind, .price, .currency, .checked, .basis, .alias, .quantity, .copies, .size, .language, .amount: false
    }
  }
}

extension InputColumn {
  /// Whether its text is what something is called, which is never a date.
  var isName: Bool {
    switch self {
    case .item, .category, .unit, .stall, .name: true
    default: false
    }
  }

  /// Its place among all of them: every cell of a long file is asked for by it, and the texts of the names would be compared otherwise.
  var ordinal: Int {
    switch self {
    case .item: 0
    case .category: 1
    case .unit: 2
    case .unitKind: 3
    case .price: 4
    case .currency: 5
    case .source: 6
    case .checked: 7
    case .basis: 8
    case .alias: 9
    case .quantity: 10
    case .invoice: 11
    case .stall: 12
    case .copies: 13
    case .size: 14
    case .language: 15
    case .name: 16
    case .pack: 17
    case .amount: 18
    }
  }

  /// Whether two are the same column.
  public static func == (one: InputColumn, other: InputColumn) -> Bool { one.ordinal == other.ordinal }
  /// Feeds its place to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(ordinal) }
}

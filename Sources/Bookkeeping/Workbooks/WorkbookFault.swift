/// Why a file that is no text cannot be read as a workbook.
public enum WorkbookFault: Error, Hashable, Sendable {
  /// What no workbook may have more of, so that a small file cannot fill a machine.
  public enum Bound: Hashable, Sendable {
    /// Bytes of the file.
    case packed
    /// Bytes of its parts, or of what is made of them.
    case unpacked
    /// How much larger a part becomes than it was in the file.
    case ratio
    /// Files in the file.
    case parts
    /// Sheets.
    case sheets
    /// Columns of a sheet.
    case columns
    /// Rows of a sheet.
    case rows
  }

  /// What a file is that is no workbook.
  public enum Document: Hashable, Sendable {
    /// A text, such as .docx or .odt.
    case text
    /// Slides, such as .pptx or .odp.
    case slides
    /// Some other document of an office program, such as a drawing.
    case other
    /// A zip archive of whatever kind.
    case archive
  }

  /// It is cut off, or something in it is not as it must be.
  case damaged
  /// It is from before 2007: .xls.
  case oldExcel
  /// It is Excel's binary kind: .xlsb.
  case binaryExcel
  /// It is Apple's kind: .numbers.
  case numbers
  /// It is something else.
  case notAWorkbook(Document)
  /// A password is needed to read it.
  case encrypted
  /// It declares names for texts, which no spreadsheet program does, and by which a small file can become a huge one.
  case declaresEntities
  /// It has more of something than is read.
  case tooLarge(Bound)
  /// It has no sheet that can be seen.
  case noSheets
  /// It has no sheet of this name; with the names of those there are.
  case unknownSheet(String, known: [String])
  /// The sheet that was read is no table that is known here, and nobody asked for it; with the names of others that can be seen.
  case noTable(read: String, others: [String])
  /// A sheet was asked for, and the file is plain text, which has none.
  case noSheetsInText(sheet: String)
  /// The library that opens such files, libzip, is not installed.
  case noLibrary
}

/// The sheet of a workbook that was read.
public struct ReadSheet: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// What is worth knowing about how it was read.
  public var notes: [SheetNote]
}

extension ReadSheet {
  /// That it is no table, where another sheet may be the one that is meant; nil where there is none, or this one was asked for.
  var otherSheetsFault: InputFault? {
    for note in notes {
      if case .otherSheets(let others, let read) = note { return .workbook(.noTable(read: read, others: others)) }
    }
    return nil
  }
}

/// What is worth knowing about how a sheet was read.
public enum SheetNote: Hashable, Sendable {
  /// There are further sheets, which were not read; with the name of the one that was.
  case otherSheets([String], read: String)
  /// There are hidden sheets, which were not read.
  case hiddenSheets([String])
  /// There are hidden rows that hold something, which were read; the first of them, and how many there are.
  case hiddenRows(first: Int, count: Int)
  /// A cell shows another number than it holds, which is what was read; with how many cells do.
  case shownOtherwise(cell: String, value: String, shown: String, count: Int)
}

import Bookkeeping
import Characters
import Papers

extension WorkbookFault {
  /// What is wrong, and what to do about it.
  var parts: (message: String, hint: String) {
    let save = "open it in a spreadsheet program, and save it as .xlsx or .ods"
    return switch self {
    case .damaged:
      ("this workbook is cut off or damaged", "open it in the program that made it, and save it again")
    case .oldExcel:
      ("this is an Excel file from before 2007 (.xls)", save)
    case .binaryExcel:
      ("this is a binary Excel file (.xlsb)", save)
    case .numbers:
      ("this is a file of Apple's Numbers", "export it there: File › Export To › Excel…")
    case .notAWorkbook(.text):
      ("this is a text document, not a table", "copy its table into a spreadsheet, and save that as .xlsx or .ods")
    case .notAWorkbook(.slides):
      ("these are slides, not a table", "copy the table into a spreadsheet, and save that as .xlsx or .ods")
    case .notAWorkbook(.other):
      ("this is an office program's document, but not a table", "name a file that ends in .csv, .xlsx or .ods")
    case .notAWorkbook(.archive):
      ("this is a zip archive, not a table", "unpack it, and name the table that is in it")
    case .encrypted:
      ("this workbook can only be read with a password", "save it without one")
    case .declaresEntities:
      ("this workbook declares names for texts, as no spreadsheet program does", save)
    case .tooLarge(let bound):
      bound.parts
    case .noSheets:
      (
        "this workbook has no sheet that can be seen",
        "show one in a spreadsheet program, or name a hidden one behind a #"
      )
    case .unknownSheet(let asked, let known):
      (
        "no sheet is called \(quoted(asked))",
        known.isEmpty ? "there is none at all" : "there are: \(known.map(quoted).joined(separator: ", "))"
      )
    case .noTable(let read, let others):
      (
        "the sheet \(quoted(read)) names no column that is known here, and was read since it is the first; there are also "
          + listed(others), "name the one that is meant behind a #, as in FILE#\(others.first?.visible ?? "Sheet")"
      )
    case .noSheetsInText(let asked):
      ("this file is text, and has no sheet \(quoted(asked))", "leave the sheet out: what stands behind the #")
    case .noLibrary:
      ("workbooks cannot be read or written here, since libzip is not installed", "install libzip, or use CSV")
    }
  }
}

extension WorkbookFault.Bound {
  fileprivate var parts: (message: String, hint: String) {
    let less = "keep only what is needed in it, or save that sheet as CSV"
    return switch self {
    case .packed: ("this workbook is larger than 20 MiB", less)
    case .unpacked: ("this workbook would be larger than 200 MiB unpacked", less)
    case .ratio: ("a part of this workbook becomes more than 200 times larger when it is unpacked", less)
    case .parts: ("this workbook has more than 65,536 files in it", less)
    case .sheets: ("this workbook has more than 100 sheets", less)
    case .columns: ("this sheet has more than 16,384 columns", less)
    case .rows: ("this sheet has more than 1,048,576 rows", less)
    }
  }
}

extension SheetNote: WordedFact {
  package var words: Words {
    switch self {
    case .otherSheets(let names, let read):
      Words(
        "only the sheet \(quoted(read)) was read, not \(listed(names))",
        "if another one is meant, name it behind a #, as in FILE#\(names[0].visible)")
    case .hiddenSheets(let names):
      Words("hidden sheets were not read: \(listed(names))")
    case .hiddenRows(let first, let count):
      Words(
        count == 1
          ? "the row \(first) is hidden, and was read"
          : "\(count) rows are hidden, and were read: row \(first) is the first",
        "delete what is not meant, or save the rows that are shown as a file of their own")
    case .shownOtherwise(let cell, let value, let shown, let count):
      Words(
        "the cell \(cell) shows \(quoted(shown)) and holds \(value), which counts"
          + (count > 1 ? "; so it is with \(count) cells" : ""),
        "let the cells show as many decimals as they have")
    }
  }
}

private func listed(_ names: [String]) -> String {
  let shown = names.prefix(6).map(quoted).joined(separator: ", ")
  return names.count > 6 ? "\(shown) and \(names.count - 6) more" : shown
}

private func quoted(_ text: String) -> String { "\"\(text.visible)\"" }

/// A workbook as Excel has saved it since 2007 (ECMA-376, both its kinds of names): .xlsx, .xlsm and their templates.
enum ExcelWorkbook {
  /// Reads one sheet.
  ///
  /// - Parameters:
  ///   - archive: the file.
  ///   - asked: the sheet's name; nil for the first that is visible.
  /// - Returns: the sheet.
  /// - Throws: the fault, where the file is not as it must be or has no such sheet.
  static func read(_ archive: ZipArchive, sheet asked: String?) throws(InputFault) -> WorkbookSheet {
    let main = try mainPart(of: archive)
    let workbook = WorkbookPart()
    try XMLPart.read(main, of: archive, workbook)
    let relations = try Relations.of(main, in: archive)
    // Sheets of charts, dialogues and macros have no cells.
    let sheets = workbook.sheets.filter { relations.all[$0.relation]?.kind == "worksheet" }
    guard sheets.count <= WorkbookBounds.sheets else { throw .workbook(.tooLarge(.sheets)) }
    let index = try SheetChoice.index(of: asked, among: sheets.map { ($0.name, $0.isHidden) })
    guard let part = relations.all[sheets[index].relation]?.target else { throw .workbook(.damaged) }
    let reader = WorksheetPart(
      strings: try strings(relations, archive), looks: try looks(relations, archive), is1904: workbook.is1904)
    try XMLPart.read(part, of: archive, reader)
    let name = sheets[index].name
    return WorkbookSheet(
      name: name, text: reader.text.bytes,
      notes: SheetNote.sheets(sheets.map { ($0.name, $0.isHidden) }, read: name, asked: asked)
        + [reader.text.note].compactMap { $0 })
  }

  private static func mainPart(of archive: ZipArchive) throws(InputFault) -> String {
    guard archive.has("_rels/.rels") else { return "xl/workbook.xml" }
    let found = try Relations.of("", in: archive).all.values.first { $0.kind == "officeDocument" }
    return found?.target ?? "xl/workbook.xml"
  }

  private static func strings(_ relations: Relations, _ archive: ZipArchive) throws(InputFault) -> SharedStrings {
    let strings = SharedStrings()
    if let part = relations.part(of: "sharedStrings", in: archive) { try XMLPart.read(part, of: archive, strings) }
    return strings
  }

  private static func looks(_ relations: Relations, _ archive: ZipArchive) throws(InputFault) -> [NumberLook] {
    let styles = StylesPart()
    if let part = relations.part(of: "styles", in: archive) { try XMLPart.read(part, of: archive, styles) }
    return styles.looks
  }
}

/// Which sheet is meant.
enum SheetChoice {
  /// - Parameters:
  ///   - asked: a name, in any case; nil for the first sheet that is visible.
  ///   - sheets: those there are.
  /// - Returns: its place.
  /// - Throws: the fault, where there is no such sheet.
  static func index(of asked: String?, among sheets: [(name: String, isHidden: Bool)]) throws(InputFault) -> Int {
    guard let asked else {
      let visible = sheets.indices.filter { !sheets[$0].isHidden }
      guard let first = visible.first else { throw .workbook(.noSheets) }
      // Numbers may put a table of contents before what it exports.
      return visible.count > 1 && sheets[first].name == "Export Summary" ? visible[1] : first
    }
    let found =
      sheets.firstIndex { $0.name == asked } ?? sheets.firstIndex { NameKey.key(of: $0.name) == NameKey.key(of: asked) }
    guard let found else { throw .workbook(.unknownSheet(asked, known: sheets.map(\.name))) }
    return found
  }
}

/// `xl/workbook.xml`: which sheets there are.
private final class WorkbookPart: XMLReceiver {
  var is1904 = false
  var sheets: [(name: String, isHidden: Bool, relation: String)] = []

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(InputFault) {
    switch name {
    case "workbookPr": is1904 = attributes.says("date1904", "1") || attributes.says("date1904", "true")
    case "sheet":
      guard let name = attributes["name"], let relation = attributes.prefixed("id") else { return }
      let isHidden = attributes["state"].map { $0 != "visible" } ?? false
      sheets.append((name, isHidden, relation))
    default: break
    }
  }
}

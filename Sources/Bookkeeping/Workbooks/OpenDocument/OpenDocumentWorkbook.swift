/// A workbook as LibreOffice saves it (OpenDocument 1.3, ISO/IEC 26300): .ods and its template.
enum OpenDocumentWorkbook {
  /// Reads one sheet.
  ///
  /// - Parameters:
  ///   - archive: the file.
  ///   - asked: the sheet's name; nil for the first that is visible.
  /// - Returns: the sheet.
  /// - Throws: the fault, where the file is not as it must be or has no such sheet.
  static func read(_ archive: ZipArchive, sheet asked: String?) throws(InputFault) -> WorkbookSheet {
    let common = SheetList()
    if archive.has("styles.xml") { try XMLPart.read("styles.xml", of: archive, isPrefixed: true, common) }
    let list = SheetList(styledLike: common)
    try XMLPart.read("content.xml", of: archive, isPrefixed: true, list)
    guard list.sheets.count <= WorkbookBounds.sheets else { throw .workbook(.tooLarge(.sheets)) }
    let index = try SheetChoice.index(of: asked, among: list.sheets)
    let reader = ContentPart(sheet: index, parts: list.shownDates)
    try XMLPart.read("content.xml", of: archive, isPrefixed: true, reader)
    let name = list.sheets[index].name
    return WorkbookSheet(
      name: name, text: reader.text.bytes,
      notes: SheetNote.sheets(list.sheets, read: name, asked: asked)
        + [reader.text.note, reader.note].compactMap { $0 })
  }
}

/// The way through `styles.xml`, and the first one through `content.xml`: which sheets there are, and which styles show dates without their day.
private final class SheetList: XMLReceiver {
  private(set) var sheets: [(name: String, isHidden: Bool)] = []
  /// How much of a date cells of a style show; those that show all are left out.
  private(set) var shownDates: [String: CheckedDate.Part] = [:]

  init() {}

  /// Begins with the styles that programs keep apart, in `styles.xml`, since all sheets may use them.
  init(styledLike common: SheetList) { (shownDates, dateStyles) = (common.shownDates, common.dateStyles) }

  private var depth = 0
  private var hiddenStyles: Set<String> = []
  private var dateStyles: [String: CheckedDate.Part] = [:]
  private var tableStyle: String?
  private var dateStyle: (name: String, hasYear: Bool, hasMonth: Bool, hasDay: Bool)?

  func begin(_ name: XMLName, _ attributes: XMLAttributes) throws(InputFault) {
    switch name {
    case "table:table":
      depth += 1
      guard depth == 1 else { return }
      let isHidden = attributes["table:style-name"].map { hiddenStyles.contains($0) } ?? false
      sheets.append((attributes["table:name"] ?? "", isHidden))
    case "style:style":
      guard let style = attributes["style:name"] else { return }
      tableStyle = attributes.says("style:family", "table") ? style : nil
      if let data = attributes["style:data-style-name"] {
        shownDates[style] = dateStyles[data]
      } else {
        shownDates[style] = attributes["style:parent-style-name"].flatMap { shownDates[$0] }
      }
    case "style:table-properties":
      if let tableStyle, attributes.says("table:display", "false") { hiddenStyles.insert(tableStyle) }
    case "number:date-style": dateStyle = attributes["style:name"].map { ($0, false, false, false) }
    case "number:year": dateStyle?.hasYear = true
    case "number:month": dateStyle?.hasMonth = true
    case "number:day", "number:day-of-week", "number:hours": dateStyle?.hasDay = true
    default: break
    }
  }

  func end(_ name: XMLName) throws(InputFault) {
    switch name {
    case "table:table": depth -= 1
    case "number:date-style":
      if let dateStyle, dateStyle.hasYear, !dateStyle.hasDay {
        dateStyles[dateStyle.name] = dateStyle.hasMonth ? .month : .year
      }
      dateStyle = nil
    default: break
    }
  }
}

@testable import Bookkeeping

/// Workbooks as programs write them, made by hand.
enum TestWorkbook {
  /// A zip file of parts.
  static func zip(_ parts: [(name: String, text: String)]) throws -> [UInt8] {
    try ZipWriter.write(parts.map { .init(name: $0.name, bytes: Array($0.text.utf8), isStored: $0.name == "mimetype") })
  }

  /// A sheet's name, with its XML and whether it is `hidden`.
  struct Sheet {
    var name = "Prices"
    var state = ""
    var rows = ""
  }

  /// The XML of parts that most tests do not care about.
  struct Excel {
    var sheets: [Sheet] = []
    var strings: [String] = []
    var styles = ""
    var workbook = ""
    var more: [(name: String, text: String)] = []

    func bytes() throws -> [UInt8] { try TestWorkbook.zip(parts()) }

    func parts() -> [(name: String, text: String)] {
      let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
      let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
      let package = "http://schemas.openxmlformats.org/package/2006/relationships"
      let list = sheets.enumerated().map { index, sheet in
        let state = sheet.state.isEmpty ? "" : " state=\"\(sheet.state)\""
        return "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"rId\(index + 1)\"/>"
      }
      let relations =
        sheets.indices.map { ("rId\($0 + 1)", "worksheet", "worksheets/sheet\($0 + 1).xml") } + [
          ("rId900", "sharedStrings", "sharedStrings.xml"), ("rId901", "styles", "styles.xml"),
        ]
      let links = relations.map { "<Relationship Id=\"\($0.0)\" Type=\"\(office)/\($0.1)\" Target=\"\($0.2)\"/>" }
      let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
      return [
        ("[Content_Types].xml", head + "<Types/>"),
        (
          "_rels/.rels",
          head + "<Relationships xmlns=\"\(package)\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" "
            + "Target=\"xl/workbook.xml\"/></Relationships>"
        ),
        (
          "xl/workbook.xml",
          head
            + "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(workbook)<sheets>\(list.joined())</sheets></workbook>"
        ),
        ("xl/_rels/workbook.xml.rels", head + "<Relationships xmlns=\"\(package)\">\(links.joined())</Relationships>"),
        ("xl/styles.xml", head + "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>"),
        (
          "xl/sharedStrings.xml",
          head + "<sst xmlns=\"\(main)\">\(strings.map { "<si>\($0)</si>" }.joined())</sst>"
        ),
      ]
        + sheets.enumerated().map { index, sheet in
          (
            "xl/worksheets/sheet\(index + 1).xml",
            head + "<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.rows)</sheetData></worksheet>"
          )
        } + more
    }
  }

  /// An .xlsx of one sheet, whose cells have the given formats by their numbers in `s`.
  static func excel(_ rows: String, strings: [String] = [], formats: [String] = [], workbook: String = "") throws
    -> [UInt8]
  {
    try Excel(
      sheets: [Sheet(rows: rows)], strings: strings, styles: styles(formats), workbook: workbook
    ).bytes()
  }

  /// Styles 1, 2, … of custom codes, or of built-in numbers.
  static func styles(_ formats: [String]) -> String {
    let ids = formats.enumerated().map { index, code in Int(code) ?? 164 + index }
    let codes = Swift.zip(ids, formats).filter { Int($0.1) == nil }.map { id, code in
      "<numFmt numFmtId=\"\(id)\" formatCode=\"\(code.replacing("\"", with: "&quot;"))\"/>"
    }
    let cells = ([0] + ids).map { "<xf numFmtId=\"\($0)\" fontId=\"0\" xfId=\"0\"/>" }
    return "<numFmts>\(codes.joined())</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
      + "<cellXfs>\(cells.joined())</cellXfs>"
  }

  static let openDocumentType = "application/vnd.oasis.opendocument.spreadsheet"

  /// The parts of an .ods with the tables given as XML.
  static func openDocumentParts(_ tables: String, styles: String = "") -> [(name: String, text: String)] {
    let names = ["office", "style", "text", "table", "draw", "number"].map {
      " xmlns:\($0)=\"urn:oasis:names:tc:opendocument:xmlns:\($0 == "number" ? "datastyle" : $0):1.0\""
    }.joined()
    return [
      ("mimetype", openDocumentType),
      (
        "content.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content\(names) "
          + "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\">"
          + "<office:automatic-styles>\(styles)</office:automatic-styles>"
          + "<office:body><office:spreadsheet>\(tables)</office:spreadsheet></office:body></office:document-content>"
      ),
      (
        "META-INF/manifest.xml",
        "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"/>"
      ),
    ]
  }

  /// An .ods of one table with rows given as XML.
  static func openDocument(_ rows: String, styles: String = "") throws -> [UInt8] {
    try zip(openDocumentParts("<table:table table:name=\"Prices\">\(rows)</table:table>", styles: styles))
  }

  /// The lines that a sheet becomes, a point in place of its numbers' decimal sign.
  static func lines(_ bytes: [UInt8], sheet: String? = nil) throws -> [String] {
    let read = try Workbook.sheet(of: ByteSource(bytes), asked: sheet)
    return String(decoding: read?.text ?? [], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).replacing("\u{066B}", with: ".") }
  }

  /// Why a file cannot be read; nil where it can.
  static func fault(_ bytes: [UInt8], sheet: String? = nil) -> WorkbookFault? {
    do throws(InputFault) {
      _ = try Workbook.sheet(of: ByteSource(bytes), asked: sheet)
      return nil
    } catch {
      if case .workbook(let fault) = error.fact { return fault }
      return nil
    }
  }

  /// What is told about how a sheet was read.
  static func notes(_ bytes: [UInt8], sheet: String? = nil) throws -> [SheetNote] {
    try Workbook.sheet(of: ByteSource(bytes), asked: sheet)?.notes ?? []
  }
}

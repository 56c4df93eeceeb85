internal import Characters

/// Writes a sheet that LibreOffice, Excel and others open: OpenDocument 1.3, the same bytes for the same rows.
public struct OpenDocumentWriter: Sendable {
  /// What stands in a cell.
  public enum Cell: Hashable, Sendable {
    /// Nothing.
    case blank
    /// A text, which no program takes for a formula, a number or a date.
    case text(String)
    /// A number, with as many decimals as it has.
    case number(ExactDecimal)
    /// An amount of money.
    case money(ExactDecimal, Currency)
    /// A day, a month or a year.
    case date(CheckedDate)
  }

  private let sheet: String
  private let widths: [Double]
  private var rows: [UInt8] = []
  private var rowCount = 0
  /// How many decimals numbers have; each number of them is a style.
  private var scales: Set<Int> = []

  /// Begins a sheet.
  ///
  /// - Parameters:
  ///   - sheet: its name.
  ///   - header: the first row, in bold letters.
  ///   - widths: how wide columns are, in millimetres; further ones are 25 mm wide.
  public init(sheet: String, header: [String], widths: [Double] = []) {
    self.sheet = sheet
    self.widths = header.indices.map { $0 < widths.count ? widths[$0] : 25 }
    if !header.isEmpty { add(header.map { .text($0) }, isHeader: true) }
  }

  /// Writes the next row.
  public mutating func add(_ row: [Cell]) { add(row, isHeader: false) }

  private mutating func add(_ row: [Cell], isHeader: Bool) {
    rowCount += 1
    write("<table:table-row>")
    for cell in row { add(cell, isHeader: isHeader) }
    // A row has a cell at least.
    write(row.isEmpty ? "<table:table-cell/></table:table-row>\n" : "</table:table-row>\n")
  }

  private mutating func add(_ cell: Cell, isHeader: Bool) {
    switch cell {
    case .blank: write("<table:table-cell/>")
    case .text(let text):
      let style = isHeader ? " table:style-name=\"head\"" : ""
      write("<table:table-cell\(style) office:value-type=\"string\"><text:p>")
      write(OpenDocumentEscapes.paragraph(text))
      write("</text:p></table:table-cell>")
    case .number(let number): add(number, "office:value-type=\"float\"")
    case .money(let number, let currency):
      add(number, "office:value-type=\"currency\" office:currency=\"\(currency.code)\"")
    case .date(let date):
      let style = date.day != nil ? "day" : date.month != nil ? "month" : "year"
      write("<table:table-cell table:style-name=\"\(style)\" office:value-type=\"date\" office:date-value=\"")
      write("\(date.firstDay)\"><text:p>\(date)</text:p></table:table-cell>")
    }
  }

  private mutating func add(_ number: ExactDecimal, _ type: String) {
    scales.insert(number.scale)
    let text = number.plainDescription
    write("<table:table-cell table:style-name=\"n\(number.scale)\" \(type) office:value=\"\(text)\">")
    write("<text:p>\(text)</text:p></table:table-cell>")
  }

  private mutating func write(_ text: String) { rows.append(contentsOf: text.utf8) }

  /// The whole file.
  ///
  /// - Returns: its bytes.
  /// - Throws: ``WorkbookFault``, where there are more rows than programs read, or no libzip.
  public func file() throws(WorkbookFault) -> [UInt8] {
    guard rowCount <= WorkbookBounds.rows else { throw .tooLarge(.rows) }
    let type = "application/vnd.oasis.opendocument.spreadsheet"
    let content =
      Array(OpenDocumentStyles.head(widths: widths, scales: scales.sorted()).utf8)
      + Array("<table:table table:name=\"\(OpenDocumentEscapes.attribute(sheet))\">".utf8)
      + widths.indices.flatMap { Array("<table:table-column table:style-name=\"c\($0 + 1)\"/>".utf8) } + rows
      + Array("</table:table></office:spreadsheet></office:body></office:document-content>\n".utf8)
    return try ZipWriter.write([
      // Programs that look at the first bytes find the type there.
      .init(name: "mimetype", bytes: Array(type.utf8), isStored: true),
      .init(name: "content.xml", bytes: content),
      .init(name: "META-INF/manifest.xml", bytes: Array(OpenDocumentStyles.manifest(type).utf8)),
    ])
  }
}

/// Texts as XML holds them. It knows no letters of several characters: a sign is escaped whatever is joined to it.
enum OpenDocumentEscapes {
  /// A text between quotes.
  static func attribute(_ text: String) -> String {
    text.harmlessLine.unicodeScalars.reduce(into: "") { $0 += escaped($1) }
  }

  /// A text as the content of a paragraph: white space that XML would put together has elements of its own.
  static func paragraph(_ text: String) -> String {
    var result = ""
    var isAfterSpace = true
    for scalar in text.harmless.unicodeScalars {
      switch scalar {
      case " " where isAfterSpace: result += "<text:s/>"
      case "\t": result += "<text:tab/>"
      case "\n": result += "<text:line-break/>"
      default: result += escaped(scalar)
      }
      isAfterSpace = [" ", "\t", "\n"].contains(scalar)
    }
    // A space at the end would be left out.
    return result.hasSuffix(" ") ? result.dropLast() + "<text:s/>" : result
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    // No XML may hold these two.
    case "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
    default: String(Character(scalar))
    }
  }
}

import TestTools
import Testing

@testable import Bookkeeping

@Suite struct WorkbookFaultTests {
  private func fault(_ names: String...) throws -> WorkbookFault? {
    TestWorkbook.fault(try TestWorkbook.zip(names.map { ($0, "<x/>") }))
  }

  @Test func saysWhatOtherFilesAre() throws {
    #expect(try fault("Index/Document.iwa", "preview.jpg") == .numbers)
    #expect(try fault("Index.zip", "Data/x.png") == .numbers)
    #expect(try fault("[Content_Types].xml", "xl/workbook.bin") == .binaryExcel)
    #expect(try fault("[Content_Types].xml", "word/document.xml") == .notAWorkbook(.text))
    #expect(try fault("[Content_Types].xml", "ppt/presentation.xml") == .notAWorkbook(.slides))
    #expect(try fault("a.txt") == .notAWorkbook(.archive))
    for (type, document) in [("text", WorkbookFault.Document.text), ("presentation", .slides), ("graphics", .other)] {
      let bytes = try TestWorkbook.zip([
        ("mimetype", "application/vnd.oasis.opendocument.\(type)"), ("content.xml", "<x/>"),
      ])
      #expect(TestWorkbook.fault(bytes) == .notAWorkbook(document))
    }
  }

  @Test func saysWhatOldFilesAre() {
    func compound(_ name: String) -> WorkbookFault? {
      let header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
      return TestWorkbook.fault(header + name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
    }
    #expect(compound("Workbook") == .oldExcel)
    #expect(compound("EncryptedPackage") == .encrypted)
    #expect(compound("WordDocument") == .notAWorkbook(.text))
    #expect(compound("PowerPoint Document") == .notAWorkbook(.slides))
    #expect(TestWorkbook.fault([0xD0, 0xCF, 0x11, 0xE0]) == .oldExcel)
  }

  @Test func encryptedFilesAreTold() throws {
    var parts = TestWorkbook.openDocumentParts("")
    parts[2].text = """
      <manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">\
      <manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>\
      </manifest:manifest>
      """
    #expect(TestWorkbook.fault(try TestWorkbook.zip(parts)) == .encrypted)
  }

  @Test func nothingIsDeclared() throws {
    let bomb = "<!DOCTYPE sst [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
    for name in ["xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "_rels/.rels"]
    {
      let parts = TestWorkbook.Excel(sheets: [.init()]).parts().map {
        ($0.name, $0.name == name ? $0.text.replacing("?>\n", with: "?>\n" + bomb) : $0.text)
      }
      #expect(TestWorkbook.fault(try TestWorkbook.zip(parts)) == .declaresEntities, "\(name)")
    }
    let outside = "<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>"
    let parts = TestWorkbook.openDocumentParts("").map { ($0.name, $0.name == "content.xml" ? outside : $0.text) }
    #expect(TestWorkbook.fault(try TestWorkbook.zip(parts)) == .declaresEntities)
  }

  @Test func nothingIsTooLarge() throws {
    func row(_ cell: String) throws -> [UInt8] {
      try TestWorkbook.excel("<row r=\"1\"><c r=\"\(cell)\"><v>1</v></c></row>")
    }
    #expect(TestWorkbook.fault(try row("XFD1")) == nil)
    #expect(TestWorkbook.fault(try row("XFE1")) == .tooLarge(.columns))
    #expect(TestWorkbook.fault(try TestWorkbook.excel("<row r=\"1048577\"><c><v>1</v></c></row>")) == .tooLarge(.rows))
    #expect(TestWorkbook.fault(try TestWorkbook.excel("<row r=\"1048577\"/>")) == nil)
    let sheets = (1...101).map { TestWorkbook.Sheet(name: "s\($0)") }
    #expect(TestWorkbook.fault(try TestWorkbook.Excel(sheets: sheets).bytes()) == .tooLarge(.sheets))
    let many = "<table:table table:name=\"t\"/>"
    #expect(
      TestWorkbook.fault(try TestWorkbook.zip(TestWorkbook.openDocumentParts(String(repeating: many, count: 101))))
        == .tooLarge(.sheets))
    let spaces = try TestWorkbook.excel(String(repeating: " ", count: 2 << 20))
    #expect(TestWorkbook.fault(spaces) == .tooLarge(.ratio))
    let huge = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 20 << 20)
    #expect(TestWorkbook.fault(huge) == .tooLarge(.packed))
  }

  @Test func repeatedCellsAreBounded() throws {
    func fault(rows: Int, columns: Int) throws -> WorkbookFault? {
      let text = String(repeating: "x", count: 500)
      return TestWorkbook.fault(
        try TestWorkbook.openDocument(
          """
          <table:table-row table:number-rows-repeated="\(rows)"><table:table-cell table:number-columns-repeated="\(columns)" \
          office:value-type="string"><text:p>\(text)</text:p></table:table-cell></table:table-row>
          """))
    }
    #expect(try fault(rows: 1, columns: 16_385) == .tooLarge(.columns))
    #expect(try fault(rows: 1_048_577, columns: 1) == .tooLarge(.rows))
    #expect(try fault(rows: 1_048_576, columns: 16_384) == .tooLarge(.unpacked))
    #expect(try fault(rows: 1_099_511_627_775, columns: 1) == .tooLarge(.rows))
  }

  @Test func whatIsNestedOrLongIsRefused() throws {
    let deep = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(TestWorkbook.fault(try TestWorkbook.excel(deep)) == .damaged)
    // Stored, so that it is not refused for becoming so much larger.
    func stored(_ rows: String) throws -> WorkbookFault? {
      let parts = TestWorkbook.Excel(sheets: [.init(rows: rows)]).parts()
      return TestWorkbook.fault(
        try ZipWriter.write(parts.map { .init(name: $0.name, bytes: Array($0.text.utf8), isStored: true) }))
    }
    let long = String(repeating: "x", count: 9 << 20)
    #expect(try stored("<row a=\"\(long)\"/>") == .damaged)
    #expect(try stored("<row r=\"1\"><c t=\"inlineStr\"><is><t>\(long)</t></is></c></row>") == nil)
  }

  /// expat keeps each name that it meets.
  @Test(.slow) func namesDoNotFillMemory() throws {
    let rows = (0..<3_000_000).map { "<a\($0)/>" }.joined()
    let parts = TestWorkbook.Excel(sheets: [.init(rows: rows)]).parts()
    let fault = TestWorkbook.fault(try TestWorkbook.zip(parts))
    #expect(fault == .damaged)
    // What was taken is given back.
    #expect(TestWorkbook.fault(try TestWorkbook.excel("<row/>")) == nil)
  }

  @Test func whatContradictsItselfIsDamaged() throws {
    for rows in [
      "<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>",
      "<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>",
      "<row r=\"1\"><c t=\"s\"><v>7</v></c></row>",
      "<row r=\"1\"><c><c/></c></row>", "<row>&undeclared;</row>", "<row>",
      "<row r=\"1\"><c t=\"s\"><v>x</v></c></row>",
      "</sheetData>",
    ] { #expect(TestWorkbook.fault(try TestWorkbook.excel(rows)) == .damaged, "\(rows)") }
  }
}

import Testing

@testable import Bookkeeping

/// Files in the manner of the programs that people have: what each writes beside the cells changes nothing.
@Suite struct ProducerTests {
  private static let expected = [
    "item,unit,price,checked", "\"Haircut, men's\",visit,28,2026-05-01", "Rice,lb,1.07,2026-05",
  ]
  private static let strings = [
    "item", "unit", "price", "checked", "Haircut, men's", "visit", "Rice", "lb",
  ].map { "<t>\($0)</t>" }
  private static let header = ["A", "B", "C", "D"].enumerated().map {
    "<c r=\"\($1)1\" s=\"0\" t=\"s\"><v>\($0)</v></c>"
  }.joined()

  private func lines(
    head: String = "", rows: String, tail: String = "", names: String = "", more: [(name: String, text: String)] = [],
    strings: [String] = ProducerTests.strings, formats: [String] = ["14", "17"]
  ) throws -> [String] {
    let excel = TestWorkbook.Excel(
      sheets: [.init(rows: rows)], strings: strings, styles: TestWorkbook.styles(formats), more: more)
    let parts = excel.parts().map { part in
      guard part.name.hasPrefix("xl/worksheets/") else { return part }
      return (
        part.name,
        part.text.replacing("<worksheet ", with: "<worksheet \(names) ").replacing(
          "<sheetData>", with: head + "<sheetData>"
        )
        .replacing("</sheetData>", with: "</sheetData>" + tail)
      )
    }
    return try TestWorkbook.lines(TestWorkbook.zip(parts))
  }

  @Test func excel() throws {
    let rows = """
      <row r="1" spans="1:4" s="1" customFormat="1" x14ac:dyDescent="0.25">\(Self.header)</row>
      <row r="2" spans="1:4" x14ac:dyDescent="0.25"><c r="A2" t="s"><v>4</v></c><c r="B2" t="s"><v>5</v></c>\
      <c r="C2"><f>14*2</f><v>28</v></c><c r="D2" s="1"><v>46143</v></c></row>
      <row r="3" spans="1:4" ht="30" hidden="1"><c r="A3" t="s"><v>6</v></c><c r="B3" t="s"><v>7</v></c>\
      <c r="C3"><v>1.0700000000000001</v></c><c r="D3" s="2"><v>46143</v></c></row>
      """
    let read = try lines(
      head: """
        <dimension ref="A1:D3"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"><selection activeCell="A1"/>\
        </sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="1"/></cols>
        """, rows: rows,
      tail: """
        <mergeCells count="1"><mergeCell ref="A9:B9"/></mergeCells><dataValidations><dataValidation sqref="C2"><formula1>0</formula1>\
        </dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" r:id="rId1"/></hyperlinks><legacyDrawing r:id="rId2"/>\
        <extLst><ext uri="{x}"><x14:conditionalFormattings/></ext></extLst>
        """,
      names: """
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:x14ac="a" xmlns:x14="b" \
        xmlns:mc="c" mc:Ignorable="x14ac"
        """,
      more: [
        ("docProps/core.xml", "<x/>"), ("xl/theme/theme1.xml", "<x/>"), ("xl/vbaProject.bin", "macros"),
        ("xl/externalLinks/externalLink1.xml", "<!DOCTYPE x SYSTEM \"http://example.org/x\"><x/>"),
      ])
    #expect(read == Self.expected)
  }

  @Test func googleSheets() throws {
    let blank = (4...1000).map { "<row r=\"\($0)\"><c r=\"A\($0)\" s=\"0\"/><c r=\"Z\($0)\" s=\"0\"/></row>" }.joined()
    let rows = """
      <row r="1">\(Self.header)<c r="E1" s="0"/></row>
      <row r="2"><c r="A2" s="0" t="s"><v>4</v></c><c r="B2" s="0" t="s"><v>5</v></c><c r="C2" s="0"><v>28.0</v></c>\
      <c r="D2" s="1"><v>46143.0</v></c></row>
      <row r="3"><c r="A3" s="0" t="s"><v>6</v></c><c r="B3" s="0" t="str"><f>LOWER("LB")</f><v>lb</v></c>\
      <c r="C3" s="0"><v>1.07</v></c><c r="D3" s="2"><v>46143.0</v></c></row>\(blank)
      """
    let read = try lines(
      head: "<sheetPr><outlinePr summaryBelow=\"0\"/></sheetPr>", rows: rows, tail: "<drawing r:id=\"rId1\"/>",
      names: """
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" \
        xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main"
        """, formats: ["m/d/yyyy", "mmm yyyy"])
    #expect(read == Self.expected)
  }

  @Test func numbers() throws {
    let rows = """
      <row r="1" ht="20" customHeight="1">\(Self.header)</row>
      <row r="2"><c r="A2" t="s" s="0"><v>4</v></c><c r="B2" t="s" s="0"><v>5</v></c><c r="C2" s="0"><v>28</v></c>\
      <c r="D2" s="1"><v>46143</v></c></row>
      <row r="3"><c r="A3" t="s"><v>6</v></c><c r="B3" t="s"><v>7</v></c><c r="C3"><v>1.07</v></c><c r="D3" s="2"><v>46143</v></c></row>
      """
    let strings = Self.strings.map {
      "<r><rPr><sz val=\"10\"/><rFont val=\"Helvetica Neue\"/></rPr>\($0)</r>"
    }
    #expect(try lines(rows: rows, strings: strings, formats: ["yyyy-mm-dd", "mmmm yyyy"]) == Self.expected)
  }

  @Test func gnumericAndLibreOffice() throws {
    let text = { (text: String) in
      "<table:table-cell office:value-type=\"string\" calcext:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
    }
    let number = { (value: String, shown: String) in
      """
      <table:table-cell table:style-name="ce3" office:value-type="float" office:value="\(value)" calcext:value-type="float">\
      <text:p>\(shown)</text:p></table:table-cell>
      """
    }
    let date = { (style: String) in
      """
      <table:table-cell table:style-name="\(style)" office:value-type="date" office:date-value="2026-05-01T00:00:00">\
      <text:p>x</text:p></table:table-cell>
      """
    }
    let blank = "<table:table-cell table:number-columns-repeated=\"16380\"/>"
    let rows = """
      <office:forms form:automatic-focus="false" xmlns:form="f"/><table:table-column table:style-name="co1" \
      table:number-columns-repeated="4" table:default-cell-style-name="Default"/>
      <table:table-row table:style-name="ro1">\(["item", "unit", "price", "checked"].map(text).joined())\(blank)</table:table-row>
      <table:table-row>\(text("Haircut, men's"))\(text("visit"))\(number("28", "28.00"))\(date("ce1"))\(blank)</table:table-row>
      <table:table-row>\(text("Rice"))\(text("lb"))\(number("1.07", "1.07"))\(date("ce2"))\(blank)</table:table-row>
      <table:table-row table:number-rows-repeated="1048573">\(blank)</table:table-row>
      <table:named-expressions><table:named-range table:name="x"/></table:named-expressions>
      """
    let styles = """
      <number:date-style style:name="N37"><number:month/><number:text>/</number:text><number:day/><number:year/></number:date-style>
      <number:date-style style:name="N38"><number:month/><number:text>/</number:text><number:year/></number:date-style>
      <style:style style:name="ce1" style:family="table-cell" style:data-style-name="N37"/>
      <style:style style:name="ce2" style:family="table-cell" style:data-style-name="N38"/>
      """
    let bytes = try TestWorkbook.openDocument(rows, styles: styles)
    #expect(try TestWorkbook.lines(bytes) == Self.expected)
    #expect(try TestWorkbook.notes(bytes) == [])
  }
}

import Testing

@testable import Bookkeeping

@Suite struct ExcelTests {
  private func row(_ cells: String, _ strings: [String] = [], formats: [String] = [], workbook: String = "") throws
    -> String
  {
    let rows = "<row r=\"1\">\(cells)</row>"
    return try TestWorkbook.lines(
      TestWorkbook.excel(rows, strings: strings, formats: formats, workbook: workbook)
    ).joined(separator: "⏎")
  }

  @Test func readsNumbersAsTheyAreMeant() throws {
    let numbers = [
      ("1.1000000000000001", "1.1"), ("22.889994999999999", "22.889995"), ("44", "44"), ("1E-3", "0.001"),
      ("1.0000000000000001E-5", "0.00001"), ("0.1", "0.1"), ("0.30000000000000004", "0.3"),
      ("1e21", "1" + String(repeating: "0", count: 21)),
      ("12345678901234567", "12345678901234567"), ("-3.5", "-3.5"), ("0", "0"), ("-0", "0"), ("1.50", "1.5"),
      ("100", "100"),
      ("1234567.8900000001", "1234567.89"), ("2.5E+2", "250"),
      ("9.9999999999999996E+22", "1" + String(repeating: "0", count: 23)),
    ]
    for (written, meant) in numbers {
      #expect(try row("<c r=\"A1\"><v>\(written)</v></c>") == meant)
    }
  }

  @Test func numbersHaveASignThatTellsNothingAboutOthers() throws {
    let bytes = try TestWorkbook.excel("<row r=\"1\"><c r=\"A1\"><v>1.5</v></c></row>")
    let sheet = try Workbook.sheet(of: ByteSource(bytes), asked: nil)
    #expect(sheet?.text == utf8("1\u{066B}5"))
    #expect(sheet?.name == "Prices")
  }

  @Test func rowsAndColumnsStayInPlace() throws {
    let rows = """
      <row r="2"><c r="B2" t="s"><v>0</v></c><c r="D2"><v>4</v></c></row>
      <row r="5"><c r="A5"><v>1</v></c><c r="AA5"><v>2</v></c></row>
      <row r="9"><c r="A9"/></row>
      """
    #expect(
      try TestWorkbook.lines(TestWorkbook.excel(rows, strings: ["<t>x</t>"])) == [
        "", ",x,,4", "", "", "1" + String(repeating: ",", count: 26) + "2",
      ])
    // Places may be left out.
    #expect(
      try TestWorkbook.lines(TestWorkbook.excel("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"))
        == ["1,2", "3"])
  }

  @Test func textsAreQuotedWhereNeeded() throws {
    let strings = [
      "<t>Haircut, men's</t>", "<t>say \"hi\"</t>", "<t xml:space=\"preserve\">two\nlines_x000D_\nend</t>",
      "<t>a;b</t>",
      "<t>=1</t>", "<t>Menú “€” 散</t>", "<t>a&amp;b &lt;c&gt; &#233;</t>", "<t>tab\there</t>",
    ]
    let cells = strings.indices.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    #expect(
      try row(cells, strings)
        == "\"Haircut, men's\",\"say \"\"hi\"\"\",\"two lines end\",\"a;b\",\"=1\",Menú “€” 散,a&b <c> é,\"tab here\"")
  }

  @Test func stringsOfEveryKind() throws {
    let rich = """
      <r><rPr><b/></rPr><t xml:space="preserve">Rice </t></r><r><t>white</t></r><rPh sb="0" eb="1"><t>ライス</t></rPh>\
      <phoneticPr fontId="1"/>
      """
    #expect(try row("<c t=\"s\"><v>0</v></c>", [rich]) == "Rice white")
    #expect(try row("<c t=\"inlineStr\"><is><t>in</t></is></c>") == "in")
    #expect(try row("<c t=\"inlineStr\"><is><r><t>in</t></r><r><t> two</t></r></is></c>") == "in two")
    #expect(try row("<c t=\"str\"><f>A2&amp;\"x\"</f><v>ax</v></c>") == "ax")
    #expect(
      try row("<c t=\"s\"><v>0</v></c>", ["<t>_x0041__x005F_x0041__xD83D__xDE00__xZZZZ_</t>"]) == "A_x0041_😀_xZZZZ_")
  }

  @Test func truthErrorsAndFormulas() throws {
    #expect(try row("<c t=\"b\"><v>1</v></c><c t=\"b\"><v>0</v></c><c t=\"e\"><v>#N/A</v></c>") == "TRUE,FALSE,#N/A")
    #expect(try row("<c><f>B1*2</f><v>6.6</v></c>") == "6.6")
    #expect(try row("<c><f>B1*2</f></c><c><f>C1</f><v></v></c><c><f>D1</f><v/></c>") == "\"=B1*2\",\"=C1\",\"=D1\"")
    #expect(try row("<c t=\"str\"><f>\"\"</f><v></v></c><c><v>1</v></c>") == ",1")
    #expect(try row("<c><f t=\"shared\" si=\"0\"/></c>") == "\"=\"")
  }

  @Test func percentagesAreShares() throws {
    #expect(
      try row("<c s=\"1\"><v>0.15</v></c><c s=\"2\"><v>7.4999999999999997E-2</v></c>", formats: ["9", "0.0%"])
        == "15%,7.5%")
    #expect(try row("<c s=\"1\"><v>2</v></c>", formats: ["0\"%\""]) == "2")
  }

  @Test func namesOfPartsMayBeWrittenOtherwise() throws {
    var excel = TestWorkbook.Excel(
      sheets: [.init(rows: "<row r=\"1\"><c t=\"s\"><v>0</v></c></row>")], strings: ["<t>x</t>"])
    // As .NET programs on Windows, and with prefixes as older libraries.
    var parts = excel.parts().map { (name: $0.name.replacing("/", with: "\\"), text: $0.text) }
    #expect(try TestWorkbook.lines(TestWorkbook.zip(parts)) == ["x"])
    parts = excel.parts().map { part in
      let isPrefixed = part.name.hasPrefix("xl/") && !part.name.hasSuffix(".rels")
      let prefixed = part.text.replacing(#/<(\/?)([a-zA-Z])/#) { "<\($0.1)x:\($0.2)" }
      return (
        part.name.replacing("sharedStrings", with: "SharedStrings"),
        isPrefixed ? prefixed.replacing("xmlns=", with: "xmlns:x=") : part.text
      )
    }
    #expect(try TestWorkbook.lines(TestWorkbook.zip(parts)) == ["x"])
    // The strict kind, and targets from the root.
    parts = excel.parts().map {
      (
        $0.name,
        $0.text.replacing(
          "http://schemas.openxmlformats.org/officeDocument/2006/", with: "http://purl.oclc.org/ooxml/officeDocument/"
        )
        .replacing("Target=\"worksheets", with: "Target=\"/xl/worksheets")
      )
    }
    #expect(try TestWorkbook.lines(TestWorkbook.zip(parts)) == ["x"])
    excel.strings = []
    #expect(TestWorkbook.fault(try excel.bytes()) == .damaged)
  }
}

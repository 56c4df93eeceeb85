import Testing

@testable import Bookkeeping

@Suite struct OpenDocumentTests {
  private func row(_ cells: String, styles: String = "") throws -> String {
    let rows = "<table:table-row>\(cells)</table:table-row>"
    return try TestWorkbook.lines(TestWorkbook.openDocument(rows, styles: styles)).joined(separator: "⏎")
  }

  private func text(_ content: String) -> String {
    "<table:table-cell office:value-type=\"string\" calcext:value-type=\"string\">\(content)</table:table-cell>"
  }

  private func value(_ type: String, _ attributes: String, shown: String = "") -> String {
    let paragraph = shown.isEmpty ? "" : "<text:p>\(shown)</text:p>"
    return "<table:table-cell office:value-type=\"\(type)\" \(attributes)>\(paragraph)</table:table-cell>"
  }

  @Test func valuesOfEveryKind() throws {
    let cells = [
      value("float", "office:value=\"1.1000000000000001\"", shown: "1.1"),
      value("percentage", "office:value=\"0.075\"", shown: "7.50%"),
      value("currency", "office:currency=\"EUR\" office:value=\"1234.5\"", shown: "1.234,50 €"),
      value("date", "office:date-value=\"2026-05-01\"", shown: "01.05.26"),
      value("date", "office:date-value=\"2026-05-01T14:30:00\"", shown: "x"),
      value("time", "office:time-value=\"PT14H30M05.5S\"", shown: "14:30"),
      value("boolean", "office:boolean-value=\"true\"", shown: "WAHR"),
      value("string", "office:string-value=\"kept\"", shown: "other"), text("<text:p>shown</text:p>"),
    ]
    #expect(try row(cells.joined()) == "1.1,7.5%,1234.5 EUR,2026-05-01,2026-05-01,14:30,TRUE,kept,shown")
  }

  @Test func textsAsTheyAreShown() throws {
    #expect(try row(text("<text:p>one</text:p><text:p>two</text:p>")) == "one two")
    #expect(
      try row(text("<text:p>a<text:s text:c=\"2\"/>b <text:s/>c<text:tab/>d<text:line-break/>e</text:p>"))
        == "a  b  c d e")
    #expect(try row(text("<text:p>\n  a\n  b </text:p>")) == "a b")
    #expect(
      try row(text("<text:p>R<text:span text:style-name=\"T1\">ic</text:span>e <text:a>w</text:a></text:p>"))
        == "Rice w")
    #expect(
      try row(
        text(
          "<office:annotation><dc:date xmlns:dc=\"d\">2026</dc:date><text:p>note</text:p></office:annotation><text:p>kept</text:p>"
        ))
        == "kept")
    #expect(
      try row(text("<text:p>a</text:p><draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame>"))
        == "a")
    #expect(
      try row(
        text(
          "<text:p><text:ruby><text:ruby-base>飯</text:ruby-base><text:ruby-text>めし</text:ruby-text></text:ruby></text:p>"
        ))
        == "飯")
    #expect(try row(text("<text:p>a &amp; \"b\", c</text:p>")) == "\"a & \"\"b\"\", c\"")
  }

  @Test func formulas() throws {
    let formula = "table:formula=\"of:=[.B1]*2\""
    #expect(try row("<table:table-cell \(formula) office:value-type=\"float\" office:value=\"6.6\"/>") == "6.6")
    #expect(try row("<table:table-cell \(formula)/>") == "\"=[.B1]*2\"")
    #expect(
      try row(
        "<table:table-cell \(formula) office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>#N/A</text:p></table:table-cell>"
      ) == "#N/A")
    #expect(try row("<table:table-cell \(formula) office:value-type=\"string\"/>\(text("<text:p>x</text:p>"))") == ",x")
  }

  @Test func repeatedAndCoveredCellsStayInPlace() throws {
    let rows = """
      <table:table-column table:number-columns-repeated="16384"/>
      <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      <table:table-header-rows><table:table-row><table:table-cell table:number-columns-repeated="2"/>\
      <table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/>\
      <table:table-cell table:number-columns-repeated="16380"/></table:table-row></table:table-header-rows>
      <table:table-row-group><table:table-row table:number-rows-repeated="2">\
      <table:table-cell table:number-columns-spanned="2" office:value-type="string"><text:p>a</text:p></table:table-cell>\
      <table:covered-table-cell office:value-type="string"><text:p>under</text:p></table:covered-table-cell>\
      \(text("<text:p>b</text:p>"))</table:table-row></table:table-row-group>
      <table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
      """
    #expect(try TestWorkbook.lines(TestWorkbook.openDocument(rows)) == ["", "", ",,7,7", "a,,b", "a,,b"])
  }

  @Test func datesOfWhichOnlyAPartIsShown() throws {
    let styles = """
      <number:date-style style:name="N1"><number:month number:textual="true"/><number:text> </number:text>\
      <number:year number:style="long"/></number:date-style>
      <number:date-style style:name="N2"><number:year/></number:date-style>
      <number:date-style style:name="N3"><number:day/><number:month/><number:year/></number:date-style>
      <style:style style:name="ce1" style:family="table-cell" style:data-style-name="N1"/>
      <style:style style:name="ce2" style:family="table-cell" style:data-style-name="N2"/>
      <style:style style:name="ce3" style:family="table-cell" style:data-style-name="N3"/>
      """
    let date = "office:value-type=\"date\" office:date-value=\"2026-05-01\""
    let rows = """
      <table:table-column/><table:table-column table:number-columns-repeated="2" table:default-cell-style-name="ce1"/>
      <table:table-row><table:table-cell \(date) table:style-name="ce1"/><table:table-cell \(date)/>\
      <table:table-cell \(date) table:style-name="ce3"/><table:table-cell \(date)/></table:table-row>
      <table:table-row table:default-cell-style-name="ce2"><table:table-cell \(date)/></table:table-row>
      """
    #expect(
      try TestWorkbook.lines(TestWorkbook.openDocument(rows, styles: styles)) == [
        "2026-05,2026-05,2026-05-01,2026-05-01", "2026.",
      ])
  }

  @Test func theValueCountsWhereAnotherIsShown() throws {
    let cells = [
      value("float", "office:value=\"1234.5\"", shown: "1,234.50"),
      value("float", "office:value=\"1.005\"", shown: "1.01"),
      value("float", "office:value=\"2\"", shown: "3"), value("float", "office:value=\"1.5\"", shown: "1,5 kg"),
      value("float", "office:value=\"1000\"", shown: "1.000"),
    ]
    let bytes = try TestWorkbook.openDocument("<table:table-row>\(cells.joined())</table:table-row>")
    #expect(try TestWorkbook.lines(bytes) == ["1234.5,1.005,2,1.5,1000"])
    #expect(
      try TestWorkbook.notes(bytes) == [.shownOtherwise(cell: "B1", value: "1.005", shown: "1.01", count: 2)])
  }
}

import Testing

@testable import Bookkeeping

@Suite struct CSVSeparatorTests {
  @Test(arguments: [
    ("item,quantity", ","), ("item;quantity", ";"), ("item\tquantity", "\t"), ("item|quantity", "|"), ("item", ","),
    ("\n;;\nitem;quantity\n1,2,3,4", ";"), ("\"a,b,c\";d", ";"), ("", ","),
    ("Market, May\nitem;quantity\nRice;2", ";"), ("Table 1\na|b\nc|d", "|"), ("item;price\nRice;1,50\nTea;2,50", ";"),
  ])
  func isFoundInTheFirstRows(text: String, separator: String) {
    #expect(String(decoding: [CSVSeparator.detected(in: utf8(text))], as: UTF8.self) == separator)
  }

  @Test(arguments: ["sep=;", "SEP=;", "\"sep=;\""])
  func mayBeNamed(line: String) {
    let table = CSVTable(utf8: utf8("\(line)\r\nitem;quantity\r\na,b;1"))
    #expect(table.cells.map(table.text) == ["item", "quantity", "a,b", "1"])
    #expect(table.rows.map(\.line) == [2, 3])
  }

  @Test func isNotNamedByAnythingElse() {
    #expect(CSVSeparator.named(in: utf8("sep=x\n")) == nil)
    #expect(CSVSeparator.named(in: utf8("item,sep=;\n")) == nil)
  }
}

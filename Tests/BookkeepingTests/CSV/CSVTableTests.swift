import TestTools
import Testing

@testable import Bookkeeping

@Suite struct CSVTableTests {
  private func cells(_ text: String) -> [[String]] {
    let table = CSVTable(utf8: utf8(text))
    return table.rows.map { table.cells[$0.cells].map(table.text) }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func endsLinesInEveryWay(lineBreak: String) {
    let text = ["a,b", "1,2", "", "\"x\(lineBreak)y\",4", "5,6"].joined(separator: lineBreak)
    let table = CSVTable(utf8: utf8(text))
    #expect(cells(text) == [["a", "b"], ["1", "2"], ["x\(lineBreak)y", "4"], ["5", "6"]])
    #expect(table.rows.map(\.line) == [1, 2, 4, 6])
    #expect(table.cells.map(\.line) == [1, 1, 2, 2, 4, 5, 6, 6])
  }

  @Test func unquotes() {
    #expect(
      cells("\"a\"\"b\",\"c,d\"\n \"e\" ,f g \n\"\",5\" pipe") == [["a\"b", "c,d"], ["e", "f g"], ["", "5\" pipe"]])
  }

  @Test func dropsBlankRowsOnly() {
    let text = "\n , \n a , b \n,,\n \n1,\n"
    #expect(cells(text) == [["a", "b"], ["1", ""]])
    #expect(CSVTable(utf8: utf8(text)).hasBlankRows)
    #expect(!CSVTable(utf8: utf8("a,b\n\n\n")).hasBlankRows)
  }

  @Test func trimsWideSpacesToo() {
    #expect(cells("a,b\n\u{00A0}x\u{3000},\t y\n") == [["a", "b"], ["x", "y"]])
  }

  @Test func countsColumnsInCharacters() {
    let table = CSVTable(utf8: utf8("Menú del día,\"x\ny\",z"))
    #expect(table.cells.map { table.column(of: $0) } == [1, 14, 4])
  }

  @Test func tellsWhereAQuoteWasOpened() {
    let table = CSVTable(utf8: utf8("a,b\n1,\"two\n3,4\n"))
    #expect(table.faults.kept == [InputFault(line: 2, column: 3, .unclosedQuote)])
    #expect(table.rows.map(\.isBroken) == [false, true])
  }

  @Test func tellsWhatFollowsAQuote() {
    let table = CSVTable(utf8: utf8("a,b\n\"x\ny\"z ,2\n3,4"))
    #expect(table.faults.kept == [InputFault(line: 3, column: 3, .textAfterQuote("z"))])
    #expect(table.rows.map(\.isBroken) == [false, true, false])
  }

  @Test func whatIsWrittenIsRead() {
    var random = SplitMix64(seed: 7)
    let letters = ["a", "é", "散", "\"", "\"\"", ",", ";", "\n", "\r", "\r\n", "x y", "5", "\t", "|", "😀"]
    for _ in 0..<2000 {
      let separator = [",", ";", "\t", "|"].randomElement(using: &random) ?? ","
      let width = Int.random(in: 2...4, using: &random)
      var rows = [(0..<width).map { "h\($0)" }]
      for row in 1...Int.random(in: 1...5, using: &random) {
        // The r keeps the row from being blank, the marks the ends from being trimmed.
        rows.append(
          ["r\(row)"]
            + (1..<width).map { _ in
              "<"
                + (0..<Int.random(in: 0...4, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }
                .joined() + ">"
            })
      }
      let lineBreak = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
      let text = rows.map { $0.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: separator) }
        .joined(separator: lineBreak)
      #expect(cells(text).map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } })
    }
  }
}

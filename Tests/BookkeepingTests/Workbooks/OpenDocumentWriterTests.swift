import TestTools
import Testing

@testable import Bookkeeping

@Suite struct OpenDocumentWriterTests {
  private func usd(_ text: String) throws -> OpenDocumentWriter.Cell {
    .money(try #require(ExactDecimal(plain: text)), try #require(Currency(code: "USD")))
  }

  @Test func writesCellsOfEveryKind() throws {
    var writer = OpenDocumentWriter(sheet: "Our \"ledger\" & more", header: ["a", "b, c"], widths: [40])
    writer.add([.text("=1+1"), .number(decimal(150, 2)), try usd("-3.50"), .blank, .text("two\nlines\tand  tabs ")])
    writer.add([])
    for date in ["2026", "2026-05", "2026-05-01"] { writer.add([.date(try #require(CheckedDate(date)))]) }
    writer.add([.text("<a> & \"b\"\u{7}\u{202E}\u{FFFF}")])
    let bytes = try writer.file()
    #expect(
      try TestWorkbook.lines(bytes) == [
        "a,\"b, c\"", "\"=1+1\",1.5,-3.5 USD,,two lines and  tabs ", "", "2026.", "2026-05", "2026-05-01",
        "\"<a> & \"\"b\"\"<U+0007><U+202E>\u{FFFD}\"",
      ])
    #expect(try Workbook.sheet(of: ByteSource(bytes), asked: nil)?.name == "Our \"ledger\" & more")
    #expect(try TestWorkbook.notes(bytes) == [])
  }

  @Test func isTheSameEachTime() throws {
    func file() throws -> [UInt8] {
      var writer = OpenDocumentWriter(sheet: "Ledger", header: ["a"])
      writer.add([try usd("1.00"), .number(decimal(1, 3))])
      return try writer.file()
    }
    let bytes = try file()
    #expect(try bytes == file())
    // What kind of file it is stands where programs look for it, and its date is that of no clock.
    #expect(Array(bytes[30..<38]) == utf8("mimetype"))
    #expect(Array(bytes[38..<84]) == utf8(TestWorkbook.openDocumentType))
    #expect(Array(bytes[8..<14]) == [0, 0, 0, 0, 0x21, 0])
  }

  @Test func whatIsWrittenIsRead() throws {
    var random = SplitMix64(seed: 5)
    let pieces = [
      "Rice", ",", "\"", " ", "é", "散", "&lt;", "<", "=", ";", "٫", "1.5", "😀", "\"\u{200D}x", "_x0041_", "'",
    ]
    for _ in 0..<2000 {
      let width = random.number(1...4)
      var writer = OpenDocumentWriter(sheet: "x", header: [])
      var expected: [[String]] = []
      for _ in 0..<random.number(0...4) {
        let row = (0..<width).map { _ -> (OpenDocumentWriter.Cell, String) in
          switch random.number(0...3) {
          case 0: return (.blank, "")
          case 1:
            let number = decimal(
              Int64(random.number(-999_999_999_999_999...999_999_999_999_999))
                / random.one(of: 1, 1000, 100_000_000_000),
              random.number(0...9))
            return (.number(number), number.trimmed.plainDescription)
          case 2:
            let days = random.number(0...2_000_000)
            let day = CalendarDay(year: 1900, month: 1, day: 1)?.adding(days: days)?.description ?? ""
            return (CheckedDate(day).map { .date($0) } ?? .blank, day)
          default:
            let text = (0..<random.number(0...5)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
            return (.text(text), text)
          }
        }
        writer.add(row.map(\.0))
        expected.append(row.map(\.1))
      }
      let sheet = try #require(try Workbook.sheet(of: ByteSource(try writer.file()), asked: nil))
      let table = CSVTable(utf8: sheet.text, sheet: ReadSheet(name: "", notes: []))
      #expect(table.faults.isEmpty)
      var found = [[String]](repeating: [String](repeating: "", count: width), count: expected.count)
      for row in table.rows {
        for (column, cell) in table.cells[row.cells].enumerated() {
          found[row.line - 1][column] = SheetNumber.shown(table.text(of: cell))
        }
      }
      #expect(found == expected.map { $0.map(\.trimmed) })
    }
  }
}

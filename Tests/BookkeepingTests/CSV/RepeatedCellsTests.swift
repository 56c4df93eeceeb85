import TestTools
import Testing

@testable import Bookkeeping

@Suite struct RepeatedCellsTests {
  @Test func knowsOnlyCellsThatSayTheSame() {
    var random = SplitMix64(seed: 6)
    let words = (0..<300).map { _ in String(Int.random(in: 0..<200, using: &random)) }
    let table = CSVTable(utf8: utf8((words + ["\"7\"", "\"a\"\"b\"", "a\"\"b"]).joined(separator: ",")))
    var known = RepeatedCells<String>()
    for cell in table.cells {
      let text = table.text(of: cell)
      if let value = known.value(of: cell, in: table) { #expect(value == text) }
      known.keep(text, of: cell, in: table)
      #expect(known.value(of: cell, in: table) == (cell.writing == .quoted ? nil : text))
    }
    #expect(known.value(of: nil, in: table) == nil)
  }
}

package import Bookkeeping
import Foundation
import Papers

/// A file that somebody wants to see before it is used: what it is, how it was read, and what is worth a second look.
package struct TableReport: Sendable {
  /// Its path as people know it, with the sheet of a workbook.
  package let file: String
  /// How it was read.
  package let inspection: TableInspection
  /// How many lines of a list name something, and how many there are; nil for a table.
  package let list: (understood: Int, of: Int)?
  /// What is worth a second look in a price book; nil for other tables.
  package let review: PriceReview?
  /// Everything that is wrong, and what was decided.
  package let faults: [Diagnostic]
  /// Where it lies.
  let path: String
  /// Whether it says what was given, and can be tried on paper.
  package var isOrder: Bool { inspection.kind == .order || list != nil }
}

extension Office {
  /// Looks at a file: a price book, an order, a list of gifts, of signs or of names; nothing is written or recorded.
  ///
  /// - Parameters:
  ///   - named: its path, and behind `#` the sheet of a workbook.
  ///   - day: the day from which ages are counted.
  /// - Returns: what it is.
  /// - Throws: ``Diagnostics`` when it cannot be read at all.
  package func inspect(_ named: String, on day: CalendarDay) throws(Diagnostics) -> TableReport {
    let table = TablePath(named)
    let bytes = try Files.read(table.file, .order)
    // What is wrong with the office's own prices is told by whoever checks them.
    var told = Faults()
    let prices = self.prices(nil, &told)
    let hints = hints(for: prices)
    let inspection = TableInspection.inspect(bytes, sheet: table.sheet, prices: prices, hints: hints)
    let shown = ShownPath.of(ShownPath.of(table.file), sheet: inspection.sheet)
    var faults = inspection.reading.told(of: ShownPath.of(table.file))
    if let book = inspection.book {
      faults += InputCheck.vet(book.entries, file: shown)
      faults += check(unitsOf: book, file: shown)
    }
    var list: (understood: Int, of: Int)?
    if inspection.kind == nil, let prices, let units = try? strings(settings(&told)?.locale ?? "en").units,
      let written = WrittenList(ByteSource(bytes), hints: hints)
    {
      let understood = written.understood(prices: prices, units: units)
      if understood * 2 >= written.lines.count {
        list = (understood, written.lines.count)
        faults = written.read(prices: prices, units: units).told(of: ShownPath.of(table.file))
      }
    }
    return TableReport(
      file: shown, inspection: inspection, list: list,
      review: inspection.book.map { PriceReview($0, on: day) }, faults: faults, path: table.file)
  }
}

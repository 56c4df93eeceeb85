import Bookkeeping
import Drawing
import Layout
import Vetting

/// Looks at the texts of the input before anything is laid out, so that what cannot be printed is told where it was written.
struct InputCheck {
  private let studio: Studio

  /// - Parameter studio: whose words and fonts.
  init(_ studio: Studio) { self.studio = studio }

  /// Checks the texts of office.yaml and the words of the language, which were vetted when they were read: no character
  /// without a glyph.
  func checkWords() -> [Diagnostic] {
    let office = ["name", "place", "desk"].compactMap { studio.settings.written[$0] }
    return (office + studio.strings.written).compactMap { written in
      missingGlyph(in: written.text).map { .of($0, at: written.mark) }
    }
  }

  /// Checks rows of a price book: no payment details, no character without a glyph; claims are worth a look.
  func check(_ entries: [PriceBook.Entry], file: String) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for entry in entries.sorted(by: { $0.line < $1.line }) {
      let texts: [(InputColumn, String)] = [
        (.item, entry.item), (.category, entry.category), (.unit, entry.unit), (.source, entry.source.citation),
        (.source, entry.source.address ?? ""),
      ]
      for (cell, text) in texts {
        let column = entry.columns[cell]
        faults += check(text, file: file, line: entry.line, column: column)
      }
    }
    return faults
  }

  /// Checks what items are called in other languages, as rows of a price book are.
  func check(_ names: ItemNames, of entries: [PriceBook.Entry], file: String) -> [Diagnostic] {
    let used = Set(entries.map(\.line))
    return names.rows.filter { used.contains($0.item) }.flatMap { row in
      check(row.name, file: file, line: row.line, column: row.columns[.name])
    }
  }

  /// Checks what stalls are called, where a sign list says so.
  func check(stallsOf rows: [SignList.Row], file: String) -> [Diagnostic] {
    var seen: Set<String> = []
    return rows.flatMap { row in
      guard let stall = row.stall, seen.insert(stall).inserted else { return [Diagnostic]() }
      return check(stall, file: file, line: row.line, column: row.columns[.stall])
    }
  }

  private func check(_ text: String, file: String, line: Int, column: Int?) -> [Diagnostic] {
    [
      Vetting.finding(in: text).map { .of($0, inDataOf: file, line: line, column: column) },
      missingGlyph(in: text).map { .of($0, file: file, line: line, column: column) },
    ].compactMap { $0 }
  }

  private func missingGlyph(in text: String) -> ContentError? {
    studio.fonts.firstMissing(in: text).map { .missingGlyph($0, text: text, families: StampArt.textFamilies) }
  }

  /// Checks what an order calls its invoices, since files and lists of contents are called so: no payment details; claims
  /// are worth a look.
  static func check(_ orders: [Order], file: String) -> [Diagnostic] {
    orders.compactMap { order in
      order.key.flatMap { Vetting.finding(in: $0) }.map {
        .of($0, inDataOf: file, line: order.rows.first?.line, column: nil)
      }
    }
  }

  /// Tells of prices that were looked up after the day of issue; a year counts from its first day, a month from its first.
  static func pricesFromTheFuture(_ entries: [PriceBook.Entry], issued: CalendarDay, file: String) -> [Diagnostic] {
    entries.filter { $0.checked.firstDay > issued }.sorted { $0.line < $1.line }.map { entry in
      Diagnostic(
        file: file, line: entry.line, column: entry.columns[.checked],
        message: "the price of \"\(entry.item)\" is dated \(entry.checked), after the day of issue, \(issued)",
        hint: "correct the date under checked, or give a later day with --issued")
    }
  }
}

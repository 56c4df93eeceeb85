import Bookkeeping
import Drawing
import Layout

/// Looks at the texts of the input before anything is laid out, so that what cannot be printed is told where it was written.
struct InputCheck {
  private let studio: Studio

  init(_ studio: Studio) {
    self.studio = studio
  }

  /// Checks the prices that invoices use.
  func check(_ invoices: [Invoice], file: String) -> [Diagnostic] {
    var seen: Set<Int> = []
    var entries: [PriceBook.Entry] = []
    for invoice in invoices {
      for line in invoice.lines where seen.insert(line.entry.line).inserted { entries.append(line.entry) }
    }
    return check(entries, file: file)
  }

  /// Checks rows of a price book: no payment details, no claims, no character without a glyph.
  func check(_ entries: [PriceBook.Entry], file: String) -> [Diagnostic] {
    guard let measurer = try? PangoMeasurer(fonts: studio.fonts, language: studio.settings.locale) else { return [] }
    let style = TextStyle(families: StampArt.textFamilies, size: 10)
    var faults: [Diagnostic] = []
    for entry in entries.sorted(by: { $0.line < $1.line }) {
      let address = entry.source.address ?? ""
      for text in [entry.item, entry.category, entry.unit, entry.source.citation, address] {
        if let finding = Vetting.finding(in: text) {
          faults.append(.of(finding, file: file, line: entry.line, column: nil))
        }
        do { _ = try measurer.shape(text, style: style, scale: 1, direction: .leftToRight, width: nil) } catch {
          faults.append(.of(error, file: file, line: entry.line, column: nil))
        }
      }
    }
    return faults
  }

  /// Tells of prices that were looked up after the day of issue; a year counts from its first day, a month from its first.
  static func pricesFromTheFuture(_ invoices: [Invoice], issued: CalendarDay, file: String) -> [Diagnostic] {
    var told: Set<String> = []
    var faults: [Diagnostic] = []
    for line in invoices.flatMap(\.lines) where line.entry.checked.firstDay > issued {
      guard told.insert(line.entry.item).inserted else { continue }
      faults.append(
        Diagnostic(
          file: file, line: line.entry.line,
          message: "the price of \"\(line.entry.item)\" is of \(line.entry.checked), after the day of issue, \(issued)",
          hint: "correct the date under checked, or give --issued a later day"))
    }
    return faults
  }
}

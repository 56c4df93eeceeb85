public import Bookkeeping

extension LedgerEntry {
  /// The entry with nothing but its place in the chain, and the day and the desk for whoever makes a page of it. What was taken away
  /// is told from what is only not shown.
  var closed: LedgerEntry {
    if kind == .closed { return self }
    var entry = self
    entry.kind = .closed
    (entry.total, entry.hours) = (.zero(total.currency), ExactDecimal(0))
    entry.time = time.unpublished
    entry.lines = lines.map { line in
      LedgerLine(amount: .zero(line.amount.currency), texts: line.texts.unpublished, figures: line.figures.unpublished)
    }
    return entry
  }

  /// An entry of which nothing but this is known; nil where the calendar and the list of currencies have been taken away.
  static func closed(_ number: EntryNumber, after previous: EntryHash?, _ hash: EntryHash) -> LedgerEntry? {
    guard let day = CalendarDay(year: 1, month: 1, day: 1), let currency = Currency(code: "EUR") else { return nil }
    return LedgerEntry(
      number: number, kind: .closed, day: day, desk: "", language: "", total: .zero(currency), hours: ExactDecimal(0),
      office: .unpublished(hash), time: .unpublished(hash), lines: [], previous: previous, hash: hash)
  }

  /// The day, where anything is known of it.
  public var knownDay: CalendarDay? { day.year == 1 ? nil : day }
}

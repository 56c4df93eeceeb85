package import Bookkeeping
import Papers

/// What somebody said of the tables that are read, where the tables themselves leave it open.
package struct AskedReading: Hashable, Sendable {
  /// The code page of what is not UTF-8.
  package var codePage: CodePage?
  /// The decimal sign of numbers that can be read in two ways.
  package var decimal: DecimalSign?
  /// What comes first in a date such as 5/1/2026.
  package var dayOrder: DayOrder?
  /// The date of prices that have none.
  package var checked: CheckedDate?

  /// Gathers it.
  package init(
    codePage: CodePage? = nil, decimal: DecimalSign? = nil, dayOrder: DayOrder? = nil, checked: CheckedDate? = nil
  ) {
    (self.codePage, self.decimal, self.dayOrder, self.checked) = (codePage, decimal, dayOrder, checked)
  }
}

extension Office {
  package func hints(for prices: PriceBook?) -> ReadingHints {
    var hints = hints()
    hints.names = prices.map { $0.entries.flatMap { [$0.item] + $0.aliases } } ?? []
    return hints
  }

  /// What is known before there are prices. What is wrong with office.yaml is told by whoever asks for its settings.
  func hints() -> ReadingHints {
    var told = Faults()
    var hints = ReadingHints(
      codePage: asked.codePage, decimal: asked.decimal, dayOrder: asked.dayOrder, checked: asked.checked)
    guard let settings = settings(&told) else { return hints }
    if let locale = settings.written["locale"] == nil ? nil : Optional(settings.locale) {
      hints.languages = [LocaleName.language(of: locale)]
      hints.country = locale.split(separator: "-").dropFirst().last.map(String.init).flatMap {
        $0.count == 2 ? $0 : nil
      }
    }
    if settings.written["currency"] != nil { hints.currency = settings.currency }
    hints.hasSensitiveCategories = !settings.sensitive.isEmpty
    hints.decimal = hints.decimal ?? settings.decimal
    return hints
  }
}

/// What the value of all gifts is compared with, such as a year of child care: the greater it gets, the more of these it has passed.
public struct Milestones: Hashable, Sendable {
  /// One of them.
  public struct Row: Hashable, Sendable {
    /// What it is, such as `A day of S&P 500 CEO pay`.
    public var name: String
    /// What it comes to.
    public var amount: Money
    /// Who says so, and where.
    public var source: PriceSource
    /// The date that is true of; nil where the file does not say.
    public var checked: CheckedDate?
    /// The line of the file, from 1.
    public var line: Int
  }

  /// All of them, the least first in each currency.
  public let rows: [Row]

  /// Puts them in order.
  public init(_ rows: [Row] = []) { self.rows = rows.sorted { $0.amount.minorUnits < $1.amount.minorUnits } }

  /// The greatest that a sum has reached, and the least that it has not; nil where there is none.
  ///
  /// - Parameter sum: what all gifts come to.
  /// - Returns: both, in the sum's currency.
  public func around(_ sum: Money) -> (passed: Row?, next: Row?) {
    let own = rows.filter { $0.amount.currency == sum.currency }
    return (
      own.last { $0.amount.minorUnits <= sum.minorUnits }, own.first { $0.amount.minorUnits > sum.minorUnits }
    )
  }

  /// What a sum would have paid for several times over. Of many, those are taken whose number is nearest to a dozen, since that says most
  /// to whoever reads it.
  ///
  /// - Parameters:
  ///   - sum: what all gifts come to.
  ///   - most: how many there are at the most.
  /// - Returns: the milestones in the sum's currency and how often each fits in it, the dearest first.
  public func paid(by sum: Money, _ most: Int) -> [(milestone: Row, count: Int64)] {
    let own = rows.filter { $0.amount.currency == sum.currency }
    let counted = own.map { ($0, sum.minorUnits / $0.amount.minorUnits) }.filter { $0.1 > 1 }
    func distance(_ count: Int64) -> Double { Double(max(count, 12)) / Double(min(count, 12)) }
    let nearest = counted.sorted { distance($0.1) < distance($1.1) }.prefix(most)
    return nearest.sorted { $0.0.amount.minorUnits > $1.0.amount.minorUnits }.map { (milestone: $0.0, count: $0.1) }
  }

  /// Reads a list of milestones: CSV with the columns name, amount, currency and source, in any order, and perhaps checked.
  ///
  /// - Parameters:
  ///   - bytes: the whole file, in any encoding that spreadsheets save, or a workbook.
  ///   - sheet: the sheet of a workbook; nil for the first that is visible.
  ///   - hints: what is known of the office.
  /// - Returns: the rows that are in order, and the faults of all others.
  public static func read(_ bytes: [UInt8], sheet: String? = nil, hints: ReadingHints = ReadingHints())
    -> Reading<Milestones>
  {
    let table = HeadedTable(
      bytes, sheet: sheet, required: [.name, .amount, .currency, .source], optional: [.checked], hints)
    var cells = CellReader(table)
    guard table.isReadable else {
      return Reading(Milestones(), faults: table.faults.all, notes: table.notes, sheet: table.table.sheet)
    }
    var rows: [Row] = []
    for row in table.rows where !row.isBroken {
      let currency = cells.value(.currency, of: row, else: { .unknownCurrency($0) }) { Currency(code: $0) }
      let amount = cells.value(.amount, of: row, else: { .notPositive(.amount, text: $0) }) { text in
        ExactDecimal(plain: text).flatMap { $0.isPositive ? $0 : nil }
      }
      let source = cells.value(.source, of: row, else: { _ in .blank(.source) }) { PriceSource($0) }
      let date = table.text(.checked, of: row).trimmed
      guard let name = cells.text(.name, of: row), let currency, let amount, let source else { continue }
      guard let one = Quantity(ExactDecimal(1)),
        let money = try? Price(amount: amount, currency: currency).amount(for: one)
      else {
        cells.report(.amount, of: row, .notPositive(.amount, text: table.text(.amount, of: row)))
        continue
      }
      rows.append(Row(name: name, amount: money, source: source, checked: CheckedDate(date), line: row.line))
    }
    return Reading(Milestones(rows), faults: cells.faults, notes: table.notes, sheet: table.table.sheet)
  }
}

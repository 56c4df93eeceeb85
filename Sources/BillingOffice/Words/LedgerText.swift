import Bookkeeping
import Characters
package import Ledger

/// Entries and sums as lines of plain text, the same in every language, so that other programs can read them.
package enum LedgerText {
  package static func row(of entry: LedgerEntry) -> String {
    var what = entry.lines.map { $0.texts.content?.item ?? "(withheld)" }.joined(separator: ", ")
    if case .reversal(let number, _, let reason) = entry.kind { what = "takes back \(number): \(reason.rawValue)" }
    return "\(entry.number)  \(entry.day)  \(padded(money(entry.total), 14))  \(entry.seal)  \(what.visible)"
  }

  package static func row(of total: LedgerTotal) -> String {
    var parts = [padded(money(total.value), 18), Counted.text(total.gifts, "gift")]
    if total.hours.isPositive {
      parts.append("\(total.hours) \(total.hours.trimmed == ExactDecimal(1) ? "hour" : "hours")")
    }
    switch total.group {
    case .named(let name) where !name.isEmpty: parts.insert(name, at: 0)
    case .named: break
    case .hidden: parts.insert("(not shown)", at: 0)
    }
    return parts.map(\.visible).joined(separator: "  ")
  }

  package static func lines(of entry: LedgerEntry, takenBackBy reversal: LedgerEntry?) -> [String] {
    var lines = ["\(entry.number)  \(entry.day)  seal \(entry.seal)"]
    if let office = entry.office.content { lines.append("\(office.name), \(office.place), desk \(entry.desk)") }
    if case .reversal(let number, _, let reason) = entry.kind {
      lines.append("takes back \(number): \(reason.rawValue)")
    }
    for (index, line) in entry.lines.enumerated() {
      let texts = line.texts.content
      let figures = line.figures.content
      if let figures, figures.isUnpriced {
        let unit = texts?.unit ?? ""
        lines.append("\(index + 1). \(texts?.item ?? "(withheld)"): \(figures.quantity) \(unit), not priced yet")
        continue
      }
      let count = figures.map { "\($0.quantity) \(texts?.unit ?? "") × \($0.price)" } ?? "not in this copy"
      lines.append("\(index + 1). \(texts?.item ?? "(withheld)"): \(count) = \(money(line.amount))")
      if let texts, let figures { lines.append("   \(texts.source) (\(figures.basis.rawValue) of \(figures.checked))") }
    }
    lines.append("market total \(money(entry.total)), due 0")
    if let reversal { lines.append("taken back by \(reversal.number)") }
    lines.append("previous \(entry.previous?.description ?? "none: the first of its chain")")
    lines.append("hash     \(entry.hash)")
    // Words that were joined are others', and may hold what a terminal obeys.
    return lines.map(\.visible)
  }

  private static func money(_ money: Money) -> String { "\(money.currency) \(money.decimal.plainDescription)" }

  private static func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

import Bookkeeping
import Foundation
import Ledger

/// `fill-ledger LEDGER PRICES ENTRIES BATCH`: appends gifts of one to six lines at real prices, so many in each transaction, as a
/// desk does, so that the benchmark has a ledger to work on.
@main struct FillLedger {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 5, let count = Int(arguments[3]), let batch = Int(arguments[4]),
      let chain = ChainName("A7K2"), let prices = FileManager.default.contents(atPath: arguments[2])
    else { fatalError("fill-ledger LEDGER PRICES ENTRIES BATCH") }
    let entries = PriceBook.read([UInt8](prices)).value.entries
    let ledger = try Ledger(path: arguments[1])
    var random = SystemRandomNumberGenerator()
    let before = try ledger.count()
    for start in stride(from: before, to: before + count, by: batch) {
      let drafts = try (start..<min(start + batch, before + count)).map { try gift($0, entries) }
      _ = try ledger.append(drafts, office: "RIVER", chain: chain, using: &random)
    }
  }

  /// The gift with a place in the ledger: 280 a day.
  private static func gift(_ index: Int, _ entries: [PriceBook.Entry]) throws -> GiftDraft {
    let days = index / 280
    guard let day = CalendarDay(year: 2026 + days / 336, month: days / 28 % 12 + 1, day: days % 28 + 1) else {
      fatalError("no such day")
    }
    let lines = try (0..<(index % 6 + 1)).map { place in
      let entry = entries[(index * 7 + place * 11) % entries.count]
      guard let quantity = Quantity(ExactDecimal(Int64(place + index % 4 + 1))) else { fatalError("no such quantity") }
      let source = [entry.source.citation, entry.source.address].compactMap(\.self).joined(separator: ", ")
      return GiftDraft.Line(
        texts: .init(item: entry.item, category: entry.category, unit: entry.unit, source: source),
        figures: .init(
          quantity: quantity.value, price: entry.price.amount, basis: entry.basis, checked: entry.checked),
        amount: try entry.price.amount(for: quantity), hours: entry.unit == "hour" ? .one : nil)
    }
    return GiftDraft(
      day: day, time: .init("\(day)T12:00:00Z"),
      office: .init(name: "Riverside Commons", place: "Riverside Market, every first Saturday"), desk: "A",
      language: "en-US", lines: lines)
  }
}

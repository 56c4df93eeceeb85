import Bookkeeping
import Foundation
import TestTools
import Testing

@testable import Ledger

/// A ledger in a throw-away folder.
final class Bench {
  let scratch: Scratch
  var random = SplitMix64(seed: 7)

  init() throws { scratch = try Scratch() }

  func path(_ name: String = "ledger.sqlite") -> String { scratch.path(name) }
  func open(_ name: String = "ledger.sqlite") throws -> Ledger { try Ledger(path: path(name)) }
  static func chain(_ name: String) throws -> ChainName { try #require(ChainName(name)) }

  @discardableResult
  func add(_ drafts: [GiftDraft], to ledger: Ledger, chain: String = "A7K2") throws -> [LedgerEntry] {
    try ledger.append(drafts, office: "RIVER", chain: try Self.chain(chain), using: &random)
  }

  func reverse(_ number: EntryNumber, in ledger: Ledger, chain: String = "A7K2") throws -> LedgerEntry {
    let day = try #require(CalendarDay("2026-11-21"))
    return try ledger.reverse(
      number, reason: .enteredTwice, day: day, time: .init("2026-11-21T09:00:00Z"), chain: try Self.chain(chain),
      using: &random)
  }

  /// Writes an export and returns its path.
  func export(_ ledger: Ledger, _ copy: LedgerCopy = .full, to name: String = "ledger.jsonl") throws -> String {
    var text = ""
    try ledger.exportLines(copy) { text += $0 }
    return try scratch.write(text, to: name)
  }

  /// Everything a ledger says, to compare.
  static func text(_ ledger: Ledger) throws -> String {
    var text = ""
    try ledger.exportLines(.full) { text += $0 }
    return text
  }
}

/// A gift of some lines, each of which is a real price times a quantity.
func draft(_ lines: Int = 2, day: String = "2026-11-20", category: String = "food", currency: String = "USD") throws
  -> GiftDraft
{
  let money = try #require(Currency(code: currency))
  let items = try (0..<lines).map { index in
    let figures = LedgerLine.Figures(
      quantity: try #require(ExactDecimal(mantissa: Int64(15 + 10 * index), scale: 1)),
      price: try #require(ExactDecimal(mantissa: 2624, scale: 2)), basis: index.isMultiple(of: 2) ? .price : .wage,
      checked: try #require(CheckedDate("2026-05")))
    return GiftDraft.Line(
      texts: LedgerLine.Texts(
        item: "Item \(index) \"Größe\" خبز\n\\", category: category, unit: "hour",
        source: "ONS, https://ons.example/\(index)"),
      figures: figures, amount: try #require(figures.amount(in: money)), hours: .one)
  }
  return GiftDraft(
    day: try #require(CalendarDay(day)), time: .init("\(day)T14:03:05Z"),
    office: .init(name: "Riverside Commons", place: "Riverside Market"), desk: "A", language: "en-US", lines: items)
}

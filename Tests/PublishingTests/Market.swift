import Bookkeeping
import Foundation
import Ledger
import Publishing
import TestTools
import Testing

/// A ledger in a throw-away folder, and its site.
final class Market {
  let scratch: Scratch
  let ledger: Ledger

  init() throws {
    scratch = try Scratch()
    ledger = try Ledger(path: scratch.path("ledger.sqlite"))
  }

  /// Another desk with the same ledger.
  init(in scratch: Scratch) throws {
    self.scratch = scratch
    ledger = try Ledger(path: scratch.path("ledger.sqlite"))
  }

  static let templates = Repository.path("Templates/ledger-site")

  static func words(_ language: String) throws -> [String: String] {
    let text = try String(contentsOfFile: "\(templates)/words/\(language).yaml", encoding: .utf8)
    return Dictionary(
      uniqueKeysWithValues: text.split(separator: "\n").compactMap { line in
        line.firstMatch(of: /^([\w-]+): "(.*)"$/).map { (String($0.1), String($0.2)) }
      })
  }

  /// Tells what was written here from what was not; nobody who changes a file in these tests knows how.
  private var seal: SiteSeal {
    @Sendable func seal(_ text: String) -> String { String(text.utf8.reduce(5381) { ($0 &* 33) ^ UInt64($1) }) }
    return SiteSeal(seal: seal, isSeal: { $0 == seal($1) })
  }

  func publish(
    to path: String, _ language: String = "en", offers: [PriceBook.Entry] = [], names: [String: String] = [:],
    milestones: Milestones = Milestones(), patience: Double = 60,
    waiting begins: () -> Void = {}, aside owns: ([String]) -> Void = { _ in }
  ) throws -> PublishedSite {
    let look = SiteLook(
      language: language, isRightToLeft: ["ar", "he"].contains(language), words: try Self.words(language),
      office: ("Riverside Commons", "Riverside Market"), zero: language == "ar" ? "صفر" : "0", bookLanguage: "en",
      itemNames: names, categoryNames: ["food": "Comida"].filter { _ in language == "es" },
      money: { "\($0.currency) \($0.decimal)" }, price: { "\($0.currency) \($0.amount)" },
      asked: { ("\($0.price.currency) \($0.price.amount)", "/ \($0.unit)") }, number: { "\($0)" },
      unit: { unit, _ in unit }, day: { "\($0)" }, month: { $0 }, checked: { "\($0)" })
    return try Site(
      look, templates: Self.templates, sensitive: ["health"], offers: offers, milestones: milestones, seal: seal
    )
    .publish(ledger, to: path, patience: patience, waiting: begins, aside: owns)
  }

  @discardableResult
  func give(_ item: String, _ category: String, currency: String) throws -> LedgerEntry {
    try give([(item, category)], currency: currency)
  }

  @discardableResult
  func give(
    _ items: [(item: String, category: String)], day: String = "2026-11-20", currency: String = "USD",
    chain: String = "A7K2"
  ) throws -> LedgerEntry {
    let money = try #require(Currency(code: currency))
    let figures = LedgerLine.Figures(
      quantity: ExactDecimal(2), price: try #require(ExactDecimal(mantissa: 2624, scale: 2)), basis: .price,
      checked: try #require(CheckedDate("2026-05")))
    let amount = Money(minorUnits: 5248, currency: money)
    let lines = items.map { item in
      GiftDraft.Line(
        texts: .init(
          item: item.item, category: item.category, unit: "hour",
          source: "ONS & <friends>, https://ons.example/a?b=1&c=2"),
        figures: figures, amount: amount, hours: .one)
    }
    let draft = GiftDraft(
      day: try #require(CalendarDay(day)), time: .init("\(day)T14:03:05Z"),
      office: .init(name: "Riverside", place: "Market"),
      desk: "A", language: "en-US", lines: lines)
    var random = SystemRandomNumberGenerator()
    let entries = try ledger.append(
      [draft], office: "RIVER", chain: try #require(ChainName(chain)), using: &random)
    return try #require(entries.first)
  }

  func reverse(_ number: EntryNumber) throws -> LedgerEntry {
    var random = SystemRandomNumberGenerator()
    return try ledger.reverse(
      number, reason: .enteredTwice, day: try #require(CalendarDay("2026-11-21")), time: .init("2026-11-21T08:00:00Z"),
      chain: try #require(ChainName("A7K2")), using: &random)
  }
}

import Foundation
import Testing

@testable import Bookkeeping

/// Files of old code pages that tell little: they are read as they were meant, or not at all.
@Suite struct CodePageEvidenceTests {
  private func read(_ items: [String], in page: String, _ hints: ReadingHints) throws -> (
    items: [String]?, fault: InputFault?
  ) {
    let page = try #require(CodePage(named: page))
    let rows = items.map { "\($0);2.50;\"S 2026-05\"" }
    return try read(
      try #require(CodePageBytes.of((["item;price;source"] + rows).joined(separator: "\n"), in: page)), hints)
  }

  private func read(_ bytes: [UInt8], _ hints: ReadingHints) throws -> (items: [String]?, fault: InputFault?) {
    do {
      let source = try TextSource(ByteSource(bytes), hints)
      let text = String(decoding: try source.source.bytes(0..<source.source.count), as: UTF8.self)
      let lines = text.split(separator: "\n").dropFirst()
      return (lines.map { $0.split(separator: ";").first.map(String.init) ?? "" }, nil)
    } catch {
      return (nil, error)
    }
  }

  private static let american = ReadingHints(languages: ["en"], country: "US", currency: Currency(code: "USD"))

  @Test(
    arguments: [
      ("850", ["Gâteau"]), ("1250", ["Żurek", "Łosoś"]), ("1257", ["Šokolaad", "Õun", "Leib"]), ("1255", ["תה"]),
      ("950", ["茶"]), ("mac", ["Bread – white"]), ("mac", ["Pão", "Maçã", "Feijão"]), ("mac", ["Pão"]),
    ])
  func aDoubtIsBetterThanAWrongWinner(page: String, items: [String]) throws {
    let read = try read(items, in: page, Self.american)
    #expect(read.items == nil || read.items == items)
    if let readings = read.fault?.fact.readings { #expect(Set(readings.map(\.word)).count == readings.count) }
  }

  @Test func pagesThatNobodyReadsHereAreNotGuessed() throws {
    func bytes(_ item: [UInt8]) -> [UInt8] { utf8("item;price;source\n") + item + utf8(";2.50;\"S 2026-05\"") }
    let japanese = try read(bytes([0xC5, 0xEC, 0xB5, 0xFE, 0xC5, 0xD4]), Self.american)
    #expect(japanese.items == nil)
    let cyrillic = try read(bytes([0x95, 0xEB, 0xE5, 0xE1]), Self.american)
    #expect(cyrillic.items == nil)
  }

  @Test(
    arguments: [
      ("fr", ["Pain", "Café moulu", "Pâté", "Crème fraîche"]), ("en", ["Kid’s coat"]), ("en", ["Bread – white"]),
    ])
  func whatLeavesNoDoubtIsRead(language: String, items: [String]) throws {
    let read = try read(items, in: "1252", ReadingHints(languages: [language], country: "US"))
    #expect(read.items == items, "\(String(describing: read.fault))")
  }

  @Test func theSignOfTheOfficesMoneyTells() throws {
    let british = ReadingHints(languages: ["en"], country: "GB", currency: Currency(code: "GBP"))
    let pounds = utf8("item;price;source\nTea;") + [0xA3] + utf8("2,50;\"S, 2026-05\"")
    #expect(PriceBook.read(pounds, hints: british).value.entries.map(\.price.amount) == [decimal(250, 2)])
    let german = ReadingHints(languages: ["de"], country: "DE", currency: Currency(code: "EUR"))
    let euros = utf8("item;price;source\nTee;2,50 ") + [0x80] + utf8(";\"S, 2026-05\"")
    #expect(PriceBook.read(euros, hints: german).value.entries.map(\.price.amount) == [decimal(250, 2)])
  }
}

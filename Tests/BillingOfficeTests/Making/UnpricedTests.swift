import Foundation
import OfficeFixtures
import Testing

@testable import BillingOffice
@testable import Ledger
@testable import Papers

/// What is given and has no price yet: a gift all the same.
@Suite struct UnpricedTests {
  private let office: TestOffice

  init() throws { office = try TestOffice() }

  private func give(_ words: String, category: String? = nil, format: PaperFormat = .pdf) throws -> PrintedPapers {
    try office.office.make(
      GiftRequest(
        ReceiptKind(), .unpriced(words.split(separator: " ").map(String.init), category: category),
        look: PaperLook(paper: "58mm"), output: OutputWish(format: format), recordedAt: TestOffice.moment,
        issued: try #require(TestOffice.issued)))
  }

  @Test func itIsRecordedWithoutAnAmount() throws {
    let number = try #require(try give("Story telling 2h", category: "care").numbers.first?.number)
    let entry = try office.office.ledger.gift(number)
    let line = try #require(entry.lines.first)
    #expect(line.texts.content.map { [$0.item, $0.unit, $0.category] } == ["Story telling", "hour", "care"])
    #expect(line.figures.content?.isUnpriced == true && line.amount.minorUnits == 0)
    #expect(entry.hours.description == "2")
    #expect(LedgerText.lines(of: entry, takenBackBy: nil).contains("1. Story telling: 2 hour, not priced yet"))
    #expect(entry.exportRows.contains(",Story telling,care,hour,2,,price,Not priced yet,2026-11-20,0.00,USD,"))
    // It counts as a gift, and every ledger still holds.
    let total = try #require(try office.office.ledger.totals(by: nil).first)
    #expect(total.gifts == 1 && total.value.minorUnits == 0)
    #expect(try office.office.ledger.verify(heads: nil).isSound)
    #expect(try EntryText.checked(Array(EntryText.text(of: entry).utf8)) == entry)
  }

  @Test func thePaperSaysThatThereIsNoPrice() throws {
    let papers = try give("Story telling", format: .text)
    let text = try String(contentsOfFile: try #require(papers.paths.first), encoding: .utf8)
    #expect(text.contains("\nStory telling: 1 each [1]\n"))
    #expect(text.contains("\n[1] Not priced yet, November 20, 2026\n"))
    let pdf = try office.text("output/\(try #require(give("2 songs").numbers.first)).pdf")
    #expect(pdf.contains("songs") && pdf.contains("–") && pdf.contains("Not priced yet"))
    // Printed again it is the same.
    #expect(
      try GiftRecord.invoice(of: office.office.ledger.gift(papers.numbers[0].number), withheld: "").lines[0].entry.price
        .isKnown == false)
  }

  @Test func whatIsToBePricedIsListed() throws {
    #expect(try office.office.unpricedItems().isEmpty)
    for words in ["songs", "story telling 2h", "2 songs", "Story telling 3 hours", "songs"] { _ = try? give(words) }
    let day = try #require(TestOffice.issued)
    #expect(
      try office.office.unpricedItems() == [
        UnpricedGifts(item: "songs", unit: "each", gifts: 3, last: day),
        UnpricedGifts(item: "story telling", unit: "hour", gifts: 2, last: day),
      ])
  }

  @Test func whatHasAPriceIsRefused() throws {
    try office.refuses(.data, "error: \"bread\" is in the price book, as \"Bread, white\"\n  → give it with its price")
    {
      _ = try give("bread")
    }
    try office.refuses(
      .data,
      "error: it cannot be told what \"3\" belongs to\n  → write every number behind its item, such as: bread 2 eggs 1; or every one before it: 2 bread 1 eggs"
    ) {
      _ = try give("2 songs 3")
    }
    try office.refuses(
      .data,
      "error: U+202E RIGHT-TO-LEFT OVERRIDE stands in column 2, which turns the text behind it round\n  → take it out, or type the text anew"
    ) {
      _ = try give("s\u{202E}ong")
    }
  }
}

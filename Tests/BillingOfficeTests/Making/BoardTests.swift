import Bookkeeping
import Foundation
import Ledger
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// The board, which shows what was given so far.
@Suite struct BoardTests {
  private let day: CalendarDay

  init() throws { day = try #require(TestOffice.issued) }

  private func board(template: String? = nil, output: OutputWish = OutputWish()) -> SheetRequest<BoardKind> {
    SheetRequest(look: PaperLook(template: template), output: output, issued: day)
  }

  @Test func showsTheLedgersTotal() throws {
    let office = try TestOffice()
    let gifts = try office.print("orders.csv", isRecorded: true)
    #expect(office.own(try office.office.make(board()).paths) == ["output/board.pdf"])
    let ledger = office.office.ledger
    let total = try ledger.totals(by: nil).map(LedgerText.row).joined()
    let value = try #require(total.firstMatch(of: /USD +([\d,.]+)/)).1
    #expect(try office.text("output/board.pdf").contains("$\(value)"))
    // Whoever keeps a picture of it can compare the key.
    let number = try #require(gifts.numbers.last).number
    let key = try #require(try ledger.fingerprint(of: number))
    #expect(try office.text("output/board.pdf").contains(key))
    // American offices hang up Tabloid, 11 × 17 inches.
    #expect(try Tool.pdfinfo.text(office.path("output/board.pdf")).contains("792 x 1224 pts"))

    // A correction is seen at once.
    _ = try ledger.reverse(number, reason: .enteredTwice, day: day, moment: TestOffice.moment)
    _ = try office.office.make(board())
    #expect(try !office.text("output/board.pdf").contains("$\(value)"))
  }

  @Test func aNamedFileIsNotOverwrittenUnlessAsked() throws {
    let office = try TestOffice(["tonight.png": "mine"])
    let output = OutputWish(office.path("tonight.png"), format: .png(dpi: 72))
    try office.refuses(
      .cannotWrite,
      "tonight.png: error: this file is there already\n  → keep it and choose another place, or have it overwritten"
    ) { _ = try office.office.make(board(output: output)) }
    var forced = output
    forced.force = true
    #expect(office.own(try office.office.make(board(output: forced)).paths) == ["tonight.png"])
    #expect(try office.bytes("tonight.png").starts(with: [0x89, 0x50]))
  }

  @Test func onlyTemplatesOfItsKindAreTaken() throws {
    let office = try TestOffice()
    let told = try office.told(.usage) { _ = try office.office.make(board(template: "invoice")) }
    #expect(
      told.hasSuffix(
        "Templates/invoice/template.yaml: error: this template makes an invoice, not a board\n  → name another one"))
    try office.refuses(.noInput, "error: there is no template \"borad\"\n  → did you mean \"board\"?") {
      _ = try office.office.make(board(template: "borad"))
    }
    #expect(
      try office.told(.usage) { try office.print(isRecorded: true, template: "board") }
        .contains("this template makes a board, not an invoice"))
  }

  /// More categories and months than there is room for: a last row for all others, so that each table adds up to the figure above it.
  @Test(
    .slow,
    arguments: [
      ("en-US", "and 5 others", "and 4 others"), ("ar-EG", "غيرها: ٥", "غيرها: ٤"),
      ("de-DE", "und 5 weitere", "und 4 weitere"),
    ])
  func addsUp(locale: String, categories: String, months: String) throws {
    let rows = (1...14).map { "Thing \($0),category \($0),each,\($0).00,USD,City list,2025" }.joined(separator: "\n")
    let order = "item,quantity\n" + (1...14).map { "Thing \($0),10\n" }.joined()
    let office = try TestOffice(["prices.csv": OfficeFiles.prices(rows), "order.csv": order])
    for month in 1...13 {
      var gift = try office.request(isRecorded: true, output: OutputWish(office.path("\(month).pdf")))
      gift.issued = try #require(CalendarDay(month == 13 ? "2026-01-05" : "2025-\(String(format: "%02d", month))-05"))
      _ = try office.office.make(gift)
    }
    var request = board()
    request.look.locale = locale
    let made = try office.office.makeInMemory(request)
    #expect(made.documents.count == 1)
    let settings = try office.office.settings()
    let design = try office.office.design(BoardKind(), request.look, settings, on: nil)
    let paper = try #require(try BoardKind().sheet(of: office.office, design, issued: day) as? BoardPaper)
    for (rows, words) in [(paper.figures.categories, categories), (paper.figures.months, months)] {
      let all = rows.shown + rows.others.map(\.sum)
      #expect(all.count == 10 && all.map(\.value.minorUnits).reduce(0, +) == 13_650_00)
      let other = try #require(rows.others.first)
      #expect(design.strings.counted("others", other.count) { Formats(locale: locale).whole($0) } == words)
    }
  }

  /// Each currency has a row for what is left of it.
  @Test func addsUpInEveryCurrency() throws {
    func total(_ name: String, _ minorUnits: Int64, _ code: String) throws -> LedgerTotal {
      LedgerTotal(
        group: .named(name), value: Money(minorUnits: minorUnits, currency: try #require(Currency(code: code))),
        hours: ExactDecimal(0), gifts: 1)
    }
    let all = try (1...20).map { try total("c\($0)", Int64(100 - $0), $0 % 2 == 0 ? "USD" : "EUR") }
    for isLast in [false, true] {
      let rows = try BoardRows(all, isLast: isLast)
      #expect(rows.shown.count == 8 && rows.others.map(\.count) == [6, 6])
      #expect(
        (rows.shown + rows.others.map(\.sum)).map(\.value.minorUnits).reduce(0, +)
          == all.map(\.value.minorUnits).reduce(0, +))
    }
    #expect(try BoardRows(Array(all.prefix(10)), isLast: true).others.isEmpty)
  }

  @Test func readsTheLedgerAlone() throws {
    // Nothing but the settings and the ledger is needed.
    let office = try TestOffice()
    try office.print(isRecorded: true)
    for file in ["order.csv", "prices.csv", "orders.csv"] { try office.remove(file) }
    _ = try office.office.make(board())
    #expect(try office.text("output/board.pdf").contains("$198.18"))
    let other = try TestOffice(["ledger.sqlite": "no ledger"])
    #expect(
      try other.told(.data) { _ = try other.office.make(board()) }.contains("this is no ledger, or it is damaged"))
  }
}

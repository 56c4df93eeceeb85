import Foundation
import OfficeFixtures
import Papers
import TestTools
import Testing

@testable import BillingOffice

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
    // American offices hang up Tabloid, 11 × 17 inches.
    #expect(try Tool.pdfinfo.text(office.path("output/board.pdf")).contains("792 x 1224 pts"))

    // A correction is seen at once.
    let number = try #require(gifts.numbers.last).number
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

import BillingOffice
import Bookkeeping
import Foundation
import Papers
import TestTools
import Testing

/// Boards as whole pages: what was given in one currency, in several, and nothing yet.
@Suite(.slow) struct BoardTests {
  /// A board that somebody might hang up.
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var orders: [(order: String, prices: String, currency: String)] = [("orders.csv", "prices.csv", "USD")]
    var paper: String?
    var locale: String?
    /// What must stand on it.
    var says: [String]

    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "board-letter-office",
      says: [
        "$482.95", "Value We Reclaimed", "Gifts: 5", "Hours given: 10.5", "A UAW STRIKE FUND WEEK", "$17.05 to go",
      ]),
    Case(name: "board-a4-arabic", paper: "A4", locale: "ar-EG", says: ["٤٨٢", "ledger.example.org"]),
    Case(
      name: "board-currencies", orders: [("orders.csv", "prices.csv", "USD"), ("euro.csv", "prices-eu.csv", "EUR")],
      paper: "A3",
      locale: "de-DE", says: ["482,95", "115,62", "Gaben: 1", "Gaben: 5"]),
    Case(name: "board-empty", orders: [], locale: "es-MX", says: ["Todavía no se ha dado"]),
    Case(name: "board-french-a5", paper: "A5", locale: "fr-FR", says: ["482,95", "Dons", "LA PROCHAINE ÉTAPE"]),
  ]

  @Test(arguments: cases) func saysWhatTheLedgerSays(_ board: Case) throws {
    let scratch = try Scratch()
    let installation = Installation(
      root: Repository.root.path, cache: FileManager.default.temporaryDirectory.path + "/billing-office-test-fonts",
      state: scratch.path("state"))
    let folder = scratch.path("office")
    _ = try StarterOffice.copy(to: folder, from: installation)
    try scratch.write("item,quantity\n\"Pain, baguette\",12\nCarottes,30\n", to: "office/euro.csv")
    let office = try Office.open(named: folder, from: "/", installation: installation) { SplitMix64(seed: 1) }
    let day = try #require(CalendarDay(Printery.issued))
    for (order, prices, currency) in board.orders {
      // An office may have changed its currency; the ledger keeps what was given before.
      let settings = try OfficeFiles.settings([("currency: USD", "currency: \(currency)")])
      try scratch.write(settings, to: "office/office.yaml")
      _ = try office.make(
        GiftRequest(
          InvoiceKind(), .order("\(folder)/\(order)"), prices: "\(folder)/\(prices)",
          output: OutputWish(isSplit: true), recordedAt: "2026-11-20T18:00:00Z", issued: day))
    }
    let request = SheetRequest<BoardKind>(look: PaperLook(paper: board.paper, locale: board.locale), issued: day)
    let path = try #require(try office.make(request).paths.first)
    // The board is made anew each time, and the same ledger gives the same board.
    let first = FileManager.default.contents(atPath: path)
    #expect(try office.make(request).paths == [path])
    #expect(FileManager.default.contents(atPath: path) == first)

    let text = try Tool.pdftotext.text("-raw", path, "-")
    for words in board.says { #expect(text.contains(words), "\(words) is not in \(text)") }
    #expect(try Tool.qpdf.text("--show-npages", path) == "1\n")
    _ = try Tool.pdftoppm.run(["-r", "100", "-png", "-singlefile", path, scratch.path("board")])
    #expect(try Tool.zbarimg.text("-q", "--raw", scratch.path("board.png")) == "HTTPS://LEDGER.EXAMPLE.ORG\n")
    try KeptPictures("boards").compare(path, pages: 1, name: board.name)
  }

  @Test func noPictureIsLeftOver() throws { try KeptPictures("boards").areAll(of: Self.cases.map(\.name)) }
}

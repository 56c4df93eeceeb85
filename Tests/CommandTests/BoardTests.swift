import Foundation
import TestTools
import Testing

/// `billing-office board`, as somebody with a roll of tape types it.
@Suite struct BoardTests {
  @Test func showsTheLedgersTotal() throws {
    let desk = try Desk()
    #expect(try desk.invoice("orders.csv").status == 0)
    let run = try desk.type(["board"])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output == "output/board.pdf\n")
    let total = try desk.type(["ledger", "total"]).output
    let value = try #require(total.firstMatch(of: /USD +([\d,.]+)/)).1
    #expect(try desk.text("output/board.pdf").contains("$\(value)"))
    // American offices hang up Tabloid, 11 × 17 inches.
    #expect(try Tool.pdfinfo.text(desk.path("output/board.pdf")).contains("792 x 1224 pts"))

    // A correction is seen at once.
    let number = try #require(try desk.type(["ledger", "list"]).output.split(separator: " ").first).description
    #expect(try desk.type(["ledger", "reverse", number, "--reason", "entered-twice"]).status == 0)
    #expect(try desk.type(["board"]).status == 0)
    #expect(try !desk.text("output/board.pdf").contains("$\(value)"))
  }

  @Test func aNamedFileIsNotOverwrittenUnlessAsked() throws {
    let desk = try Desk(["tonight.png": "mine"])
    let words = """
      tonight.png: error: this file is there already
        → keep it and choose another place with --output, or overwrite it with --force
      """
    try desk.refuses(["board", "--output", "tonight.png"], 73, words)
    #expect(try desk.type(["board", "--output", "tonight.png", "--force"]).output == "tonight.png\n")
    #expect(try desk.bytes("tonight.png").starts(with: [0x89, 0x50]))
  }

  @Test func onlyTemplatesOfItsKindAreTaken() throws {
    let desk = try Desk()
    let invoice = Repository.path("Templates/invoice/template.yaml")
    try desk.refuses(
      ["board", "--template", "invoice"], 64,
      """
      \(invoice): error: this template makes an invoice, not a board
        → name another one; billing-office template list shows what is here
      """)
    try desk.refuses(
      ["board", "--template", "borad"], 66,
      """
      error: there is no template "borad"
        → did you mean "board"?
      """)
    #expect(try desk.invoice("order.csv", "--template", "board").status == 64)
  }

  @Test func readsTheLedgerAlone() throws {
    // Nothing but the settings and the ledger is needed.
    let desk = try Desk()
    #expect(try desk.invoice("order.csv").status == 0)
    for file in ["order.csv", "prices.csv", "orders.csv"] {
      try FileManager.default.removeItem(atPath: desk.path(file))
    }
    #expect(try desk.type(["board"]).status == 0)
    #expect(try desk.text("output/board.pdf").contains("$198.18"))
    try Data("no ledger".utf8).write(to: URL(fileURLWithPath: desk.path("ledger.sqlite")))
    #expect(try desk.type(["board"]).status != 0)
  }
}

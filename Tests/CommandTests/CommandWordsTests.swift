import BillingOffice
import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import billing_office

/// What the command line says in its own terms, options and commands, with the right exit code; and nothing is written.
@Suite struct CommandWordsTests {
  private static let isThere =
    "error: this file is there already\n  → keep it and choose another place with --output, or overwrite it with --force"
  private static let isFile =
    "order.csv: error: this is a file, not a folder\n  → name a folder, or a file ending in .pdf, .png or .svg, with --output"
  private static let noPaper = "error: there is no paper \"A9\"\n  → did you mean \"A3\", \"A4\" or \"A5\"?"

  @Test func whatIsWrongWithFilesThatAreRead() throws {
    let office = try TestOffice([
      "late.csv": OfficeFiles.prices("Bread,food,loaf,3,USD,ONS,2026-11-21"), "bread.csv": OfficeFiles.order("Bread,1"),
      "paid.csv": "invoice,item,quantity\nPAID,Bread,0\n", "Templates/mine/template.yaml": try OfficeFiles.template(),
    ])
    try office.refuses(
      ["invoice", "./order.csv", "--prices", "./euros.csv"] + Shell.day, 66,
      "euros.csv: error: there is no such file\n  → look at the path after --prices")
    try office.refuses(
      ["invoice", "./bread.csv", "--prices", "./late.csv"] + Shell.day, 65,
      """
      late.csv:2:27: error: the price of "Bread" is dated 2026-11-21, after the day of issue, 2026-11-20
        → correct the date under checked, or give a later day with --issued
      """)
    try office.refuses(
      ["invoice", "./morning", "--prices", "./prices.csv"], 66,
      "morning: error: there is no such file\n  → an order is a CSV file with the columns item and quantity")
    try office.refuses(
      ["board", "--template", "mine"], 64,
      """
      Templates/mine/template.yaml: error: this template makes an invoice, not a board
        → name another one; billing-office template list shows what is here
      """)
    // A file that is not there must be mended before what is wrong in others, and a warning is told with the rest, uncounted.
    let (warning, quantity) = (
      """
      paid.csv:2: warning: "PAID" says that something was paid
        → it is printed all the same, under the stamp; if nothing given is called so, take it out
      """,
      """
      paid.csv:2:12: error: the quantity "0" is nothing
        → write how many units are given, or leave the row out
      """
    )
    try office.refuses(["invoice", "./paid.csv"] + Shell.day, 65, "\(quantity)\n\(warning)")
    try office.refuses(
      ["invoice", "./paid.csv", "--template", "./ours"] + Shell.day, 66,
      """
      \(quantity)
      \(warning)
      error: there is no template.yaml in the folder "ours"
        → name a template, or a folder with a template.yaml
      2 faults; nothing was written.
      """)
    try FileManager.default.removeItem(atPath: office.path("prices.csv"))
    try office.refuses(
      ["invoice", "./nope.csv"], 66,
      """
      prices.csv: error: there is no such file
        → name the price book with --prices FILE, or put prices.csv beside office.yaml
      nope.csv: error: there is no such file
        → an order is a CSV file with the columns item and quantity
      2 faults; nothing was written.
      """)
  }

  @Test(
    arguments: [
      (["invoice", "./order.csv", "--draft"], 73, "output/order-draft.pdf: \(isThere)"),
      (["invoice", "./orders.csv", "--draft", "--split"], 73, "output/orders-3-draft.pdf: \(isThere)"),
      (["invoice", "./order.csv", "--output", "./mine.png"], 73, "mine.png: \(isThere)"),
      (
        ["give", "tutoring", "--draft", "--force"], 73,
        "output/gift-draft.pdf: error: there is a folder of this name\n  → choose another place with --output"
      ), (["invoice", "./order.csv", "--output", "./order.csv"], 73, isFile),
      (["invoice", "./order.csv", "--output", "./order.csv/deep/x.pdf"], 73, isFile),
      (
        ["invoice", "./order.csv", "--output", "/proc/nope"], 73,
        "/proc/nope: error: the folder cannot be made\n  → choose another one with --output DIR"
      ),
      (
        ["invoice", "./orders.csv", "--split", "--output", "./x.pdf"], 64,
        """
        error: --split makes a file for each invoice, and --output names one file
          → name a folder with --output DIR
        """
      ),
      (
        ["invoice", "./orders.csv", "--output", "./x.png"], 64,
        """
        error: pictures are made for each invoice, and --output names one file
          → name a folder with --output DIR
        """
      ),
      (
        ["receipt", "./order.csv", "--sheet", "A4", "--split"], 64,
        """
        error: --split makes a file for each receipt, and --sheet puts several on one sheet
          → leave one of them out
        """
      ),
      (
        ["receipt", "./order.csv", "--sheet", "A4", "--paper", "80mm"], 64,
        """
        error: a receipt cannot be cut from a sheet at the size "80mm"
          → name a sheet's size, such as --paper A6, or leave out --sheet
        """
      ),
      (
        ["signs", "--size", "A6", "--sheet", "A4", "--pages", "90"], 64,
        "error: there is no sheet 90: all signs stand on 14 sheets\n  → leave --pages out to print them all"
      ), (["invoice", "./order.csv", "--paper", "A9"], 64, noPaper), (["check", "--paper", "A9"], 64, noPaper),
      (
        ["board", "--format", "txt"], 64,
        "error: a board cannot be written as plain text\n  → --format txt is for invoices and receipts"
      ),
    ] as [([String], Int32, String)])
  func whatIsWrongWithFilesThatAreWritten(arguments: [String], code: Int32, words: String) throws {
    let office = try TestOffice([
      "output/order-draft.pdf": "mine", "output/orders-3-draft.pdf": "mine", "mine.png": "mine",
      "output/gift-draft.pdf/x": "mine",
      "office.yaml": try OfficeFiles.settings([
        ("Riverside Commons", "Ours"), ("code: RIVER", "code: OURS"), ("ledger.example.org", "ours.example.org"),
      ]),
    ])
    try office.refuses(arguments + Shell.day, code, words)
    #expect(try String(contentsOfFile: office.path("mine.png"), encoding: .utf8) == "mine")
  }

  @Test func withoutAnOfficeThereIsAWord() throws {
    let office = try TestOffice()
    func open(_ name: String?) throws {
      _ = try Office.open(named: name, from: office.scratch.folder.path, installation: TestOffice.installation)
    }
    try office.refuses(
      66,
      """
      error: no office here: there is no office.yaml in this folder or above it
        → begin one with: billing-office new my-market, or name one with --office DIR
      """
    ) { try open(nil) }
    try office.refuses(
      66,
      """
      nowhere: error: there is no office.yaml in this folder
        → begin an office with: billing-office new nowhere
      """
    ) { try open("nowhere") }
  }

  @Test func withoutALedgerThereIsAWord() throws {
    let office = try TestOffice()
    try office.refuses(
      66, "ledger.sqlite: error: there is no ledger here yet\n  → it begins with: billing-office invoice order.csv"
    ) { _ = try office.office.ledger.newest(1) }
    try office.refuses(
      64, "error: \"RIVER\" is no number of a paper\n  → it is printed on the paper, and looks like RIVER-A7K2-000042"
    ) { _ = try office.office.ledger.number("RIVER") }
    try office.print(isRecorded: true)
    try office.refuses(
      66,
      "error: no entry has the number RIVER-A000-000009\n  → look for it with: billing-office ledger list"
    ) {
      let number = try office.office.ledger.number("RIVER-A000-000009")
      _ = try office.office.reprint(ReprintRequest(InvoiceKind(), [number]))
    }
  }
}

import Foundation
import TestTools
import Testing

/// What the command line says in its own terms, options and commands, with the right exit code; and nothing is written.
@Suite struct CommandWordsTests {
  private static let isThere =
    "error: this file is there already\n  → keep it and choose another place with --output, or overwrite it with --force"
  private static let isFile =
    "order.csv: error: this is a file, not a folder\n  → name a folder, or a file ending in .pdf, .png or .svg, with --output"
  private static let noPaper = "error: there is no paper \"A9\"\n  → did you mean \"A3\", \"A4\" or \"A5\"?"

  @Test(.slow) func whatIsWrongWithFilesThatAreRead() throws {
    let shell = try Shell()
    try shell.refusesOrder(
      "euros.csv: error: there is no such file\n  → look at the path after --prices", 66,
      and: ["--prices", "euros.csv"])
    try shell.scratch.write(OfficeFiles.prices("Bread,food,loaf,3,USD,ONS,2026-11-21"), to: "office/late.csv")
    try shell.scratch.write(OfficeFiles.order("Bread,1"), to: "office/bread.csv")
    try shell.refuses(
      ["invoice", "bread.csv", "--prices", "late.csv"] + Shell.day, 65,
      """
      late.csv:2:27: error: the price of "Bread" is dated 2026-11-21, after the day of issue, 2026-11-20
        → correct the date under checked, or give a later day with --issued
      """)
    try shell.refuses(
      ["invoice", "Templates", "--prices", "prices.csv"], 66,
      "Templates: error: there is no such file\n  → an order is a CSV file with the columns item and quantity")
    try shell.refuses(
      ["board", "--template", "invoice"], 64,
      """
      \(Repository.path("Templates/invoice/template.yaml")): error: this template makes an invoice, not a board
        → name another one; billing-office template list shows what is here
      """)
    // A file that is not there must be mended before what is wrong in others, and a warning is told with the rest, uncounted.
    try shell.scratch.write("invoice,item,quantity\nPAID,Bread,0\n", to: "office/paid.csv")
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
    try shell.refuses(["invoice", "paid.csv"] + Shell.day, 65, "\(quantity)\n\(warning)")
    try shell.refuses(
      ["invoice", "paid.csv", "--template", "./ours"] + Shell.day, 66,
      """
      \(quantity)
      \(warning)
      error: there is no template.yaml in the folder "./ours"
        → name a template, or a folder with a template.yaml
      2 faults; nothing was written.
      """)
    try FileManager.default.removeItem(atPath: shell.path("prices.csv"))
    try shell.refuses(
      ["invoice", "nope.csv"], 66,
      """
      prices.csv: error: there is no such file
        → name the price book with --prices FILE, or put prices.csv beside office.yaml
      nope.csv: error: there is no such file
        → an order is a CSV file with the columns item and quantity
      2 faults; nothing was written.
      """)
  }

  @Test(
    .slow,
    arguments: [
      (["invoice", "order.csv", "--draft"], 73, "output/order-draft.pdf: \(isThere)"),
      (["invoice", "orders.csv", "--draft", "--split"], 73, "output/orders-3-draft.pdf: \(isThere)"),
      (["invoice", "order.csv", "--output", "mine.png"], 73, "mine.png: \(isThere)"),
      (
        ["give", "tutoring", "--draft", "--force"], 73,
        "output/gift-draft.pdf: error: there is a folder of this name\n  → choose another place with --output"
      ), (["invoice", "order.csv", "--output", "order.csv"], 73, isFile),
      (["invoice", "order.csv", "--output", "order.csv/deep/x.pdf"], 73, isFile),
      (
        ["invoice", "order.csv", "--output", "/proc/nope"], 73,
        "/proc/nope: error: the folder cannot be made\n  → choose another one with --output DIR"
      ),
      (
        ["invoice", "orders.csv", "--split", "--output", "x.pdf"], 64,
        """
        error: --split makes a file for each invoice, and --output names one file
          → name a folder with --output DIR
        """
      ),
      (
        ["invoice", "orders.csv", "--output", "x.png"], 64,
        """
        error: pictures are made for each invoice, and --output names one file
          → name a folder with --output DIR
        """
      ),
      (
        ["receipt", "order.csv", "--sheet", "A4", "--split"], 64,
        """
        error: --split makes a file for each receipt, and --sheet puts several on one sheet
          → leave one of them out
        """
      ),
      (
        ["receipt", "order.csv", "--sheet", "A4", "--paper", "80mm"], 64,
        """
        error: a receipt cannot be cut from a sheet at the size "80mm"
          → name a sheet's size, such as --paper A6, or leave out --sheet
        """
      ),
      (
        ["signs", "--size", "A6", "--sheet", "A4", "--pages", "90"], 64,
        "error: there is no sheet 90: all signs stand on 14 sheets\n  → leave --pages out to print them all"
      ), (["invoice", "order.csv", "--paper", "A9"], 64, noPaper), (["check", "--paper", "A9"], 64, noPaper),
    ] as [([String], Int32, String)])
  func whatIsWrongWithFilesThatAreWritten(arguments: [String], code: Int32, words: String) throws {
    let shell = try Shell([
      "output/order-draft.pdf": "mine", "output/orders-3-draft.pdf": "mine", "mine.png": "mine",
      "output/gift-draft.pdf/x": "mine",
      "office.yaml": try OfficeFiles.settings([
        ("Riverside Commons", "Ours"), ("code: RIVER", "code: OURS"), ("ledger.example.org", "ours.example.org"),
      ]),
    ])
    try shell.refuses(arguments + Shell.day, code, words)
    #expect(try shell.bytes("mine.png") == Data("mine".utf8))
  }

  @Test func withoutALedgerThereIsAWord() throws {
    let shell = try Shell()
    for command in [
      ["list"], ["total"], ["verify"], ["show", "RIVER-A7K2-000001"], ["withhold", "RIVER-A7K2-000001", "1"],
    ] {
      try shell.refuses(
        ["ledger"] + command, 66,
        "ledger.sqlite: error: there is no ledger here yet\n  → it begins with: billing-office invoice order.csv"
      )
    }
    try shell.refuses(
      ["ledger", "show", "RIVER"], 64,
      "error: \"RIVER\" is no number of a paper\n  → it is printed on the paper, and looks like RIVER-A7K2-000042")
    #expect(try shell.invoice("order.csv").status == 0)
    try shell.refuses(
      ["reprint", "RIVER-A000-000009"], 66,
      "error: no entry has the number RIVER-A000-000009\n  → look for it with: billing-office ledger list")
  }
}

import Foundation
import TestTools
import Testing

/// `billing-office invoice`: where papers go, what they are called, and what they show.
@Suite struct InvoiceTests {
  private func papers(_ desk: Desk) -> [String] { desk.listing.filter { $0.hasSuffix(".pdf") || $0.contains(".part") } }

  @Test func anOrderBecomesADraft() throws {
    let desk = try Desk()
    let run = try desk.draft("order.csv")
    #expect(run.status == 0)
    #expect(run.output == "output/order-draft.pdf\n")
    #expect(run.errors.isEmpty)
    #expect(papers(desk) == ["office/output/order-draft.pdf"])
    let text = try desk.drawnText("output/order-draft.pdf")
    for piece in ["Riverside Commons", "November 20, 2026", "DRAFT", "VOID BY SOLIDARITY", "$198.18"] {
      #expect(text.contains(piece), "\(piece) is not on the paper")
    }
    #expect(try desk.type(["ledger", "list"]).errors.contains("there is no ledger here yet"))
  }

  @Test func aNumberNamesTheFile() throws {
    let desk = try Desk()
    let run = try desk.invoice("order.csv")
    let number = try #require(Desk.numbers(run).first)
    #expect(run.output == "output/\(number).pdf\n")
    let text = try desk.drawnText("output/\(number).pdf").replacing("\n", with: "")
    #expect(text.contains("ledger.example.org/R/\(number)"))
    #expect(try Tool.pdfinfo.text(desk.path("output/\(number).pdf")).contains("Mock invoice \(number) ·"))
  }

  @Test func manyInvoicesBecomeOneFileWithAnOutline() throws {
    let desk = try Desk()
    let run = try desk.invoice("orders.csv")
    let chain = try #require(Desk.numbers(run).first).dropLast(6)
    let name = "output/\(chain)000001-to-\(chain)000005.pdf"
    #expect(run.output == name + "\n")
    let json = try Tool.qpdf.text("--json", "--json-key=outlines", desk.path(name))
    for place in 1...5 {
      #expect(json.components(separatedBy: "\"title\": \"\(chain)00000\(place)\"").count == 2)
    }
    #expect(json.components(separatedBy: "\"title\":").count == 6)
    #expect(try desk.draft("orders.csv").output == "output/orders-draft.pdf\n")
  }

  @Test func splitMakesAFileEach() throws {
    let desk = try Desk()
    let run = try desk.invoice("orders.csv", "--split", "--output", "tonight")
    let chain = try #require(Desk.numbers(run).first).dropLast(6)
    #expect(run.output == (1...5).map { "tonight/\(chain)00000\($0).pdf\n" }.joined())
    #expect(
      try desk.draft("orders.csv", "--split").output
        == (1...5).map { "output/orders-\($0)-draft.pdf\n" }.joined())
    #expect(papers(desk).count == 10)
    for paper in papers(desk) {
      #expect(try Tool.qpdf.run(["--check", desk.scratch.path(paper)]).status == 0)
    }
  }

  @Test func outputIsAFolderOrAFile() throws {
    let desk = try Desk()
    #expect(try desk.draft("order.csv", "--output", "a/b").output == "a/b/order-draft.pdf\n")
    #expect(try desk.draft("orders.csv", "--output", "c/all.pdf").output == "c/all.pdf\n")
    #expect(try desk.draft("order.csv", "--output", desk.scratch.path("x")).output.hasSuffix("/x/order-draft.pdf\n"))
    #expect(papers(desk) == ["office/a/b/order-draft.pdf", "office/c/all.pdf", "x/order-draft.pdf"])
  }

  @Test func nothingIsOverwrittenUnlessForced() throws {
    let desk = try Desk(["output/order-draft.pdf": "mine", "output/orders-3-draft.pdf": "mine"])
    try desk.refusesOrder(
      """
      output/order-draft.pdf: error: this file is there already
        → keep it and choose another place with --output, or overwrite it with --force
      """, 73, and: ["--draft"])
    try desk.refuses(
      ["invoice", "orders.csv", "--draft", "--split"] + Desk.day, 73,
      """
      output/orders-3-draft.pdf: error: this file is there already
        → keep it and choose another place with --output, or overwrite it with --force
      """)
    #expect(try desk.bytes("output/order-draft.pdf") == Data("mine".utf8))
    #expect(try desk.draft("order.csv", "--force").status == 0)
    #expect(try desk.bytes("output/order-draft.pdf").starts(with: Data("%PDF".utf8)))
    #expect(papers(desk).count == 2)
  }

  @Test func whatIsInTheWayIsTold() throws {
    let desk = try Desk(["output/order-draft.pdf/x": "a folder of that name"])
    try desk.refusesOrder(
      """
      output/order-draft.pdf: error: there is a folder of this name
        → choose another place with --output
      """, 73, and: ["--draft", "--force"])
    let file =
      "order.csv: error: this is a file, not a folder\n  → name a folder, or a file ending in .pdf, .png or .svg, with --output"
    try desk.refusesOrder(file, 73, and: ["--output", "order.csv"])
    try desk.refusesOrder(file, 73, and: ["--output", "order.csv/deep/x.pdf"])
    try desk.refusesOrder(
      "/proc/nope: error: the folder cannot be made\n  → choose another one with --output DIR", 73,
      and: ["--output", "/proc/nope"])
  }

  @Test func theOfficeIsNamedOrTheNearestAbove() throws {
    let desk = try Desk()
    try desk.scratch.write("item,quantity\nRice,2\n", to: "office/nights/first/tonight.csv")
    let run = try desk.draft("tonight.csv", in: "office/nights/first")
    #expect(run.output.hasSuffix("/office/output/tonight-draft.pdf\n"))
    #expect(
      try desk.draft("office/order.csv", "--office", "office", in: "").output == "office/output/order-draft.pdf\n")
    try desk.refuses(
      ["invoice", "office/order.csv"], 66,
      """
      error: no office here: there is no office.yaml in this folder or above it
        → begin one with: billing-office new my-market, or name one with --office DIR
      """, in: "")
    try desk.refuses(
      ["check", "--office", "nowhere"], 66,
      """
      nowhere: error: there is no office.yaml in this folder
        → begin an office with: billing-office new nowhere
      """, in: "")
  }

  @Test func pricesTemplateAndPaperCanBeChosen() throws {
    let template = try Desk.template("{{t.tagline}}", "Our own words.")
    let desk = try Desk(["Templates/ours/template.yaml": template, "order.csv": Desk.order("Bananas,2")])
    #expect(try desk.draft("order.csv", "--prices", "prices-gb.csv").status == 0)
    #expect(try desk.text("output/order-draft.pdf").contains("£2.28"))
    for named in ["ours", "./Templates/ours", desk.path("Templates/ours")] {
      #expect(try desk.draft("order.csv", "--prices", "prices-gb.csv", "--template", named, "--force").status == 0)
      #expect(try desk.text("output/order-draft.pdf").contains("Our own words."))
    }
    for (paper, size) in [("A4", "595.276 x 841.89"), ("a5", "419.528 x 595.276"), ("Letter", "612 x 792")] {
      let run = try desk.draft("order.csv", "--prices", "prices-gb.csv", "--paper", paper, "--force")
      #expect(run.status == 0)
      #expect(try Tool.pdfinfo.text(desk.path("output/order-draft.pdf")).contains("\(size) pts"))
    }
  }

  @Test func quietSaysNothingButThePaths() throws {
    let desk = try Desk(["office.yaml": try Desk.settings([("en-US", "sw-KE")]), "long.csv": Desk.batch(60)])
    let loud = try desk.draft("long.csv")
    #expect(loud.errors.contains("sw.yaml: warning: there are no words in this language yet; the paper is in English"))
    #expect(loud.errors.contains("60 of 60 invoices\n"))
    let quiet = try desk.draft("long.csv", "--quiet", "--force")
    #expect(quiet.errors.isEmpty)
    #expect(quiet.output == "output/long-draft.pdf\n")
  }
}

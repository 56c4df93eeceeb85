import Foundation
import OfficeFixtures
import Papers
import TestTools
import Testing

@testable import BillingOffice

/// Invoices: where they go, what they are called, and what they show.
@Suite struct InvoiceTests {
  @Test func anOrderBecomesADraft() throws {
    let office = try TestOffice()
    let papers = try office.print()
    #expect(office.own(papers.paths) == ["output/order-draft.pdf"])
    #expect(papers.warnings.isEmpty && papers.numbers.isEmpty)
    #expect(office.papers == ["office/output/order-draft.pdf"])
    let text = try office.drawnText("output/order-draft.pdf")
    for piece in ["Riverside Commons", "November 20, 2026", "DRAFT", "VOID BY SOLIDARITY", "$198.18"] {
      #expect(text.contains(piece), "\(piece) is not on the paper")
    }
    let told = try office.told(.noInput) { _ = try office.office.ledger.newest(1) }
    #expect(told.contains("there is no ledger here yet"))
  }

  @Test func aNumberNamesTheFile() throws {
    let office = try TestOffice()
    let papers = try office.print(isRecorded: true)
    let number = try #require(papers.numbers.first).description
    #expect(office.own(papers.paths) == ["output/\(number).pdf"])
    let text = try office.drawnText("output/\(number).pdf").replacing("\n", with: "")
    #expect(text.contains("ledger.example.org/R/\(number)"))
    #expect(try Tool.pdfinfo.text(office.path("output/\(number).pdf")).contains("Mock invoice \(number) ·"))
  }

  @Test func manyInvoicesBecomeOneFileWithAnOutline() throws {
    let office = try TestOffice()
    let papers = try office.print("orders.csv", isRecorded: true)
    let chain = try #require(papers.numbers.first).description.dropLast(6)
    let name = "output/\(chain)000001-to-\(chain)000005.pdf"
    #expect(office.own(papers.paths) == [name])
    let json = try Tool.qpdf.text("--json", "--json-key=outlines", office.path(name))
    for place in 1...5 {
      #expect(json.components(separatedBy: "\"title\": \"\(chain)00000\(place)\"").count == 2)
    }
    #expect(json.components(separatedBy: "\"title\":").count == 6)
    #expect(office.own(try office.print("orders.csv").paths) == ["output/orders-draft.pdf"])
  }

  @Test func splitMakesAFileEach() throws {
    let office = try TestOffice()
    let papers = try office.print("orders.csv", isRecorded: true, split: true, output: office.path("tonight"))
    let chain = try #require(papers.numbers.first).description.dropLast(6)
    #expect(office.own(papers.paths) == (1...5).map { "tonight/\(chain)00000\($0).pdf" })
    #expect(
      office.own(try office.print("orders.csv", split: true).paths) == (1...5).map { "output/orders-\($0)-draft.pdf" })
    #expect(office.papers.count == 10)
    for paper in office.papers {
      #expect(try Tool.qpdf.run(["--check", office.scratch.path(paper)]).status == 0)
    }
  }

  @Test func outputIsAFolderOrAFile() throws {
    let office = try TestOffice()
    #expect(office.own(try office.print(output: office.path("a/b")).paths) == ["a/b/order-draft.pdf"])
    #expect(office.own(try office.print("orders.csv", output: office.path("c/all.pdf")).paths) == ["c/all.pdf"])
    #expect(try office.print(output: office.scratch.path("x")).paths == [office.scratch.path("x/order-draft.pdf")])
    #expect(office.papers == ["office/a/b/order-draft.pdf", "office/c/all.pdf", "x/order-draft.pdf"])
  }

  @Test func nothingIsOverwrittenUnlessForced() throws {
    let office = try TestOffice(["output/order-draft.pdf": "mine", "output/orders-3-draft.pdf": "mine"])
    let hint = "this file is there already\n  → keep it and choose another place, or have it overwritten"
    try office.refuses(.cannotWrite, "output/order-draft.pdf: error: \(hint)") { try office.print() }
    try office.refuses(.cannotWrite, "output/orders-3-draft.pdf: error: \(hint)") {
      try office.print("orders.csv", split: true)
    }
    #expect(try office.bytes("output/order-draft.pdf") == Data("mine".utf8))
    try office.print(force: true)
    #expect(try office.bytes("output/order-draft.pdf").starts(with: Data("%PDF".utf8)))
    #expect(office.papers.count == 2)
  }

  /// A draft takes the place of an earlier one, in every format; a paper that has a number does not give way to it.
  @Test(arguments: ["pdf", "png", "svg", "txt"], ["en-US", "de-DE", "ar-EG"])
  func draftsOverwriteDrafts(ending: String, locale: String) throws {
    let office = try TestOffice()
    let formats = [PaperFormat.pdf, .png(dpi: 50), .svg, .text]
    let format = try #require(formats.first { $0.fileExtension == ending })
    func make(isRecorded: Bool = false, output: String? = nil) throws -> PrintedPapers {
      try office.make(isRecorded: isRecorded) {
        ($0.look, $0.output) = (PaperLook(locale: locale), OutputWish(output, format: format))
      }
    }
    let draft = "output/order-draft.\(ending)"
    #expect(office.own(try make().paths) == [draft])
    try office.scratch.write("item,quantity\nTutoring,2\n", to: "office/order.csv")
    let before = try office.bytes(draft)
    #expect(office.own(try make().paths) == [draft])
    #expect(try office.bytes(draft) != before)

    // Under a name that somebody has chosen, nothing is overwritten.
    #expect(try office.told(.cannotWrite) { _ = try make(output: office.path(draft)) }.contains("is there already"))
    let numbered = try #require(try make(isRecorded: true).paths.first)
    try office.remove(draft)
    try FileManager.default.moveItem(atPath: numbered, toPath: office.path(draft))
    #expect(try office.told(.cannotWrite) { _ = try make() }.contains("this file is there already"))
  }

  @Test func aPaperThatAKindIsNotMadeOnIsRefusedWithThoseThatWork() throws {
    let office = try TestOffice()
    let papers = "A3, A4, A5, Letter, Legal and Tabloid"
    for paper in ["A6", "a7", "80mm"] {
      let name = try #require(["A6": "A6", "a7": "A7", "80mm": "80mm"][paper])
      try office.refuses(.usage, "error: an invoice can be made on \(papers), not on \(name)") {
        try office.print(paper: paper)
      }
    }
    try office.refuses(
      .usage,
      "error: a receipt by the template \"receipt-large\" can be made on A4, Letter, Legal, 80mm and 58mm, not on A6"
    ) {
      _ = try office.make {
        ($0.giftKind, $0.look) = (ReceiptKind(), PaperLook(template: "receipt-large", paper: "A6"))
      }
    }
  }

  @Test func whatIsInTheWayIsTold() throws {
    let office = try TestOffice(["output/order-draft.pdf/x": "a folder of that name"])
    try office.refuses(
      .cannotWrite, "output/order-draft.pdf: error: there is a folder of this name\n  → choose another place"
    ) { try office.print(force: true) }
    let file =
      "order.csv: error: this is a file, not a folder\n  → name a folder, or a file ending in .pdf, .png or .svg"
    for output in ["order.csv", "order.csv/deep/x.pdf"] {
      try office.refuses(.cannotWrite, file) { try office.print(isRecorded: true, output: office.path(output)) }
    }
    try office.refuses(.cannotWrite, "/proc/nope: error: the folder cannot be made\n  → choose another one") {
      try office.print(isRecorded: true, output: "/proc/nope")
    }
  }

  @Test func onlyNamesThatWillBeUsedAreInTheWay() throws {
    let office = try TestOffice(["output/order-draft.pdf": "an earlier draft", "mine.pdf": "mine"])
    try office.print(isRecorded: true)
    try office.refuses(
      .cannotWrite,
      "mine.pdf: error: this file is there already\n  → keep it and choose another place, or have it overwritten"
    ) { try office.print(isRecorded: true, output: office.path("mine.pdf")) }
    try office.refuses(
      .usage, "error: a file for each invoice is asked for, and one file is named\n  → name a folder"
    ) { try office.print("orders.csv", isRecorded: true, split: true, output: office.path("one.pdf")) }
    // Nothing but the first was recorded.
    #expect(try office.office.ledger.newest(9).count == 1)
  }

  @Test func pricesTemplateAndPaperCanBeChosen() throws {
    let template = try OfficeFiles.template("{{t.tagline}}", "Our own words.")
    let office = try TestOffice([
      "Templates/ours/template.yaml": template, "order.csv": OfficeFiles.order("Bananas,2"),
      "office.yaml": try OfficeFiles.settings([("currency: USD", "currency: GBP")]),
    ])
    func make(template: String? = nil, paper: String? = nil) throws {
      try office.make {
        $0.prices = office.path("prices-gb.csv")
        $0.look = PaperLook(template: template, paper: paper)
        $0.output.force = true
      }
    }
    try make()
    #expect(try office.text("output/order-draft.pdf").contains("£2.28"))
    for named in ["ours", office.path("Templates/ours")] {
      try make(template: named)
      #expect(try office.text("output/order-draft.pdf").contains("Our own words."))
    }
    for (paper, size) in [("A4", "595.276 x 841.89"), ("a5", "419.528 x 595.276"), ("Letter", "612 x 792")] {
      try make(paper: paper)
      #expect(try Tool.pdfinfo.text(office.path("output/order-draft.pdf")).contains("\(size) pts"))
    }
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    let office = try TestOffice()
    for (folder, workers) in [("one", 1), ("four", 4), ("again", 4)] {
      for split in [true, false] {
        try office.print("orders.csv", split: split, output: office.path(folder), workers: workers)
      }
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: office.path("one")).sorted()
    #expect(names.count == 6)
    for name in names {
      let bytes = try office.bytes("one/\(name)")
      #expect(try bytes == office.bytes("four/\(name)"), "\(name) differs by the number of workers")
      #expect(try bytes == office.bytes("again/\(name)"), "\(name) differs from run to run")
    }
  }

  /// A batch in pieces is the same document whoever makes which, with an entry for each invoice in their order.
  @Test(arguments: [true, false]) func piecesComeInOrder(isTagged: Bool) throws {
    let lines = (1...130).map { "\($0),Rice,\($0 % 9 + 1)\n" }.joined()
    let office = try TestOffice(["order.csv": "invoice,item,quantity\n" + lines])
    let all = try [1, 2, 5].map { workers in
      try office.print(output: office.path("\(workers)/order.pdf"), tags: isTagged, workers: workers)
      return try office.bytes("\(workers)/order.pdf")
    }
    #expect(all[1] == all[0] && all[2] == all[0])
    let info = try Tool.qpdf.text("--json", "--json-key=outlines", office.path("5/order.pdf"))
    let titles = info.matches(of: /"title": "DRAFT (\d+)"/).map { String($0.1) }
    #expect(titles == (1...130).map(String.init))
  }

  @Test func aFailureInTheMiddleLeavesNothing() throws {
    // The third invoice has a name that is too long for its code, which nobody knows before it is laid out.
    let office = try TestOffice([
      "order.csv":
        "invoice,item,quantity\n1,Rice,1\n2,Rice,2\n3,\(OfficeFiles.longName),1\n4,\(OfficeFiles.longName),2\n5,Rice,1\n",
      "prices.csv": OfficeFiles.prices(
        "Rice,food,lb,1.07,USD,ONS,2026", "\(OfficeFiles.longName),food,l,2.50,USD,ONS,2026"),
      "Templates/invoice/template.yaml": OfficeFiles.labels,
    ])
    let told = "Templates/invoice/\(OfficeFiles.tooLong(", first on DRAFT 3"))"
    for (split, workers, output) in [(false, 2, nil), (true, 2, nil), (true, 1, nil), (true, 5, "a/b")] {
      try office.refuses(.data, told) {
        try office.print(isRecorded: true, split: split, output: output.map(office.path), workers: workers)
      }
    }
  }

  @Test func aFaultRecordsNothing() throws {
    let office = try TestOffice([
      "gold.csv": OfficeFiles.prices(
        "Rice,food,lb,1.07,USD,ONS,2026", "\(OfficeFiles.longName),food,l,2.50,USD,ONS,2026"),
      "names.csv": "invoice,item,quantity\n1,Rice,1\n2,\(OfficeFiles.longName),1\n",
      "Templates/labels/template.yaml": OfficeFiles.labels,
    ])
    try office.refuses(.data, "Templates/labels/\(OfficeFiles.tooLong(", first on DRAFT 2"))") {
      try office.make("names.csv", isRecorded: true) {
        $0.prices = office.path("gold.csv")
        $0.look.template = "labels"
      }
    }
    #expect(!office.listing.contains { $0.hasSuffix("ledger.sqlite") })
  }
}

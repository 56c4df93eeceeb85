import Foundation
import TestTools
import Testing

/// `billing-office receipt` and `give`, as a volunteer with a queue types them.
@Suite struct ReceiptTests {
  @Test func aReceiptIsRecordedAsAnInvoiceIs() throws {
    let desk = try Desk()
    let run = try desk.type(["receipt", "order.csv", "--paper", "80mm"])
    #expect(run.status == 0, "\(run.errors)")
    let number = try #require(Desk.numbers(run).first)
    #expect(run.output == "output/\(number).pdf\n")
    #expect(try desk.type(["ledger", "show", number]).output.contains("market total USD 198.18"))
    let text = try desk.text("output/\(number).pdf")
    #expect(text.contains(number) && text.contains("$198.18") && text.contains("$0.00"))
    // As wide as the roll, and as long as what is on it.
    let info = try Tool.pdfinfo.text(desk.path("output/\(number).pdf"))
    let size = try #require(info.firstMatch(of: /Page size: +([\d.]+) x ([\d.]+) pts/))
    let (width, height) = (Double(size.1) ?? 0, Double(size.2) ?? 0)
    #expect(abs(width - 226.772) < 0.01)
    #expect(height > 500)
    #expect(info.contains("Pages:           1\n"))
    _ = try Tool.pdftoppm.run([
      "-r", "203", "-mono", "-singlefile", desk.path("output/\(number).pdf"), desk.path("roll"),
    ])
    #expect(try Tool.zbarimg.text("-q", "--raw", desk.path("roll.pbm")) == "HTTPS://LEDGER.EXAMPLE.ORG/R/\(number)\n")
  }

  /// The stamp and the sentence below it keep away from what a head does not reach, whatever the language; the last 37 mm of a
  /// receipt are theirs alone.
  @Test(arguments: ["80mm", "58mm"], ["en-US", "de-DE", "ar-EG"])
  func nothingOfTheVoidIsCutOff(paper: String, locale: String) throws {
    let desk = try Desk()
    for template in ["receipt", "receipt-large"] {
      let run = try desk.type([
        "receipt", "order.csv", "--draft", "--paper", paper, "--locale", locale, "--template", template, "--format",
        "escpos",
        "--output", "roll.escpos", "--force",
      ])
      #expect(run.status == 0, "\(run.errors)")
      let receipt = try #require(try Receipt.decode([UInt8](desk.bytes("roll.escpos"))).first)
      let rows = receipt.rows.suffix(296)
      let used = rows.map { (first: $0.firstIndex(of: true), last: $0.lastIndex(of: true)) }
      let (first, last) = (used.compactMap(\.first).min() ?? 0, used.compactMap(\.last).max() ?? 0)
      #expect(first >= 3 && last <= receipt.width - 4, "\(template): dots \(first) to \(last) of \(receipt.width)")
      #expect(last - first > receipt.width / 2)
    }
  }

  @Test func whatIsTypedIsGiven() throws {
    let desk = try Desk()
    let run = try desk.type(["give", "Bicycle repair", "2", "Eggs, large", "whole wheat", "1.5", "--paper", "58mm"])
    #expect(run.status == 0, "\(run.errors)")
    let shown = try desk.type(["ledger", "show", try #require(Desk.numbers(run).first)]).output
    #expect(shown.contains("1. Bicycle repair: 2 hour × 19.40 = USD 38.80\n"))
    #expect(shown.contains("2. Eggs, large: 1 dozen × 2.191 = USD 2.19\n"))
    #expect(shown.contains("3. Bread, whole wheat: 1.5 lb × 2.814 = USD 4.22\n"))
    // What it is called for short.
    let short = try desk.type(["give", "Eggs, large", "bread", "--paper", "58mm"])
    #expect(
      try desk.type(["ledger", "show", try #require(Desk.numbers(short).first)]).output
        .contains("2. Bread, white: 1 lb × 1.830 = USD 1.83\n"))
    try desk.refuses(
      ["give", "haircut", "Xylophone", "bicycle", "0"], 65,
      """
      error: "haircut" may be "Haircut, women's" or "Haircut, men's"
        → write the whole name, or a part of it that fits one item only
      error: no item called "Xylophone" in the price book
        → add it there, with its price, source and date
      error: the quantity "0" is nothing
        → write how many units are given, or leave the row out
      3 faults; nothing was written.
      """)
    #expect(try desk.type(["give", "2", "bread"]).status == 64)
    #expect(try desk.type(["ledger", "list"]).output.split(separator: "\n").count == 2)
  }

  /// Four to a sheet, with marks to cut along; each has its code and its stamp.
  @Test(
    arguments: [("A4", 4, "A6"), ("Letter", 4, nil), ("A4", 2, "A5"), ("320x450mm", 9, "A6")]
      as [(String, Int, String?)])
  func severalGoOnASheet(sheet: String, each: Int, paper: String?) throws {
    let desk = try Desk()
    let rows = (1...9).map { "\($0),Tutoring,1\n" }.joined()
    try Data(("invoice,item,quantity\n" + rows).utf8).write(to: URL(fileURLWithPath: desk.path("nine.csv")))
    let options = ["--sheet", sheet, "--output", "tonight.pdf"] + (paper.map { ["--paper", $0] } ?? [])
    let run = try desk.type(["receipt", "nine.csv"] + options + Desk.day)
    #expect(run.status == 0 && run.output == "tonight.pdf\n", "\(run.errors)")
    let pages = (9 + each - 1) / each
    #expect(try Tool.pdfinfo.text(desk.path("tonight.pdf")).contains("Pages:           \(pages)\n"))
    _ = try Tool.pdftoppm.run(["-r", "150", "-png", desk.path("tonight.pdf"), desk.path("sheet")])
    let pictures = desk.listing.filter { $0.contains("sheet-") }.map { desk.scratch.path($0) }
    let codes = try Tool.zbarimg.run(["-q", "--raw"] + pictures).output.split(separator: "\n")
    #expect(Set(codes).count == 9)
    #expect(try desk.text("tonight.pdf").matches(of: /This is not a bill/).count == 9)
  }

  @Test func whatCannotBeCutFromASheetIsRefused() throws {
    let desk = try Desk()
    for (options, words) in [
      (["--sheet", "A4", "--paper", "80mm"], "a receipt cannot be cut from a sheet at the size \"80mm\""),
      (["--sheet", "A6", "--paper", "A5"], "A5 does not fit on the sheet"),
      (["--sheet", "folio"], "there is no sheet \"folio\""),
      (["--sheet", "A4", "--split"], "--split makes a file for each receipt, and --sheet puts several on one sheet"),
    ] {
      let run = try desk.type(["receipt", "order.csv"] + options)
      #expect(run.status == 64 && run.errors.contains(words), "\(run.errors)")
    }
    #expect(!desk.listing.contains { $0.hasSuffix("ledger.sqlite") })
  }

  /// Large print: on a sheet no letter of the receipt's own is smaller than 20 points.
  @Test(arguments: ["A4", "Letter"]) func largePrintIsLarge(paper: String) throws {
    let desk = try Desk()
    let run = try desk.type([
      "receipt", "order.csv", "--template", "receipt-large", "--paper", paper, "--format", "svg", "--draft",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let pdf = try desk.type(
      ["receipt", "order.csv", "--template", "receipt-large", "--paper", paper, "--draft", "--output", "large.pdf"])
    #expect(pdf.status == 0, "\(pdf.errors)")
    let boxes = try Tool.pdftotext.text("-bbox-layout", desk.path("large.pdf"), "-")
    let line = try #require(boxes.firstMatch(of: /yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(Riverside)</))
    #expect((Double(line.2) ?? 0) - (Double(line.1) ?? 0) > 26)
    for word in boxes.matches(of: /yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(babysitter,|hours|market|Where)</) {
      #expect((Double(word.output.2) ?? 0) - (Double(word.output.1) ?? 0) > 20)
    }
  }

  @Test func aDraftIsNoGift() throws {
    let desk = try Desk()
    let run = try desk.type(["give", "tutoring", "--draft", "--output", "try.png"])
    #expect(run.status == 0 && run.output == "try.png\n", "\(run.errors)")
    #expect(!FileManager.default.fileExists(atPath: desk.path("ledger.sqlite")))
  }
}

/// Papers as plain text.
@Suite struct PlainTextTests {
  @Test func aReceiptIsReadAloud() throws {
    let desk = try Desk()
    let run = try desk.type(["receipt", "order.csv", "--format", "txt", "--issued", "2026-11-20"])
    #expect(run.status == 0, "\(run.errors)")
    let number = try #require(run.output.firstMatch(of: /output\/(RIVER-\w+-\d+)\.txt\n/)).1
    let text = String(decoding: try desk.bytes("output/\(number).txt"), as: UTF8.self)
    let seal = try #require(
      try desk.type(["ledger", "show", "\(number)"]).output.firstMatch(of: /seal ([0-9A-Z]{10})\n/)
    ).1
    #expect(
      text.hasPrefix(
        """
        Riverside Commons
        Riverside Market, every first Saturday

        Mock invoice \(number) · November 20, 2026

        VOID BY SOLIDARITY

        Childcare, babysitter, one child: 3 hours × $26.24 = $78.72 [1]
        Bread, whole wheat: 2 lb × $2.814 = $5.63 [2]
        Eggs, large: 1 dozen × $2.191 = $2.19 [3]
        Bicycle repair: 1.5 hours × $19.40 (wage) = $29.10 [4]

        """), "\(text)")
    #expect(
      text.contains(
        """


        The market would have charged: $198.18
        You owe: $0.00
        Value We Reclaimed from Capitalism: $198.18


        """))
    #expect(text.contains("\nSee it in the public ledger: https://ledger.example.org/R/\(number)\nSeal: \(seal)\n"))
    #expect(
      text.hasSuffix(
        "\nMock invoice by Riverside Commons · This is not a bill. Nothing is owed. Total due: $0.00\n"))
    let again = try desk.type(["reprint", "\(number)", "--format", "txt", "--locale", "es-MX", "--force"])
    #expect(again.status == 0, "\(again.errors)")
    let spanish = String(decoding: try desk.bytes("output/\(number).txt"), as: UTF8.self)
    #expect(spanish.contains("Reimpresión") && spanish.contains("ANULADO POR SOLIDARIDAD"))
  }

  @Test func manyStandInOneFile() throws {
    let desk = try Desk()
    let run = try desk.type(["invoice", "orders.csv", "--draft", "--output", "all.txt"])
    #expect(run.status == 0, "\(run.errors)")
    let text = String(decoding: try desk.bytes("all.txt"), as: UTF8.self)
    #expect(text.components(separatedBy: "VOID BY SOLIDARITY").count == 6)
    #expect(try desk.type(["board", "--format", "txt"]).status == 64)
  }
}

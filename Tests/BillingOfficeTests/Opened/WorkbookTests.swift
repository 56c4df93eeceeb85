import Bookkeeping
import Foundation
import OfficeFixtures
import Papers
import TestTools
import Testing

@testable import BillingOffice

/// Workbooks in place of CSV: found, read, and their faults told by cells.
@Suite struct WorkbookTests {
  private let office: TestOffice

  init() throws { office = try TestOffice(["order.csv": OfficeFiles.order("Bread,2")]) }

  private func write(_ name: String, sheet: String = "Sheet1", _ rows: [OpenDocumentWriter.Cell]...) throws {
    var writer = OpenDocumentWriter(sheet: sheet, header: [])
    for row in rows { writer.add(row) }
    try Data(try writer.file()).write(to: URL(filePath: office.path(name)))
  }

  private func check(_ orders: String..., prices: String? = nil) throws -> [String] {
    let report = office.office.check(
      CheckRequest(orders: orders.map(office.path), prices: prices, issued: try #require(TestOffice.issued)))
    let found = report.faults.filter { !($0.fact is OfficeFact) }
    return office.told(found).split(separator: "\n").map(String.init)
  }

  private static let header = ["item", "category", "unit", "price", "currency", "source", "checked"]
    .map { OpenDocumentWriter.Cell.text($0) }

  private func price(_ item: String, _ price: String, _ currency: String = "USD") throws -> [OpenDocumentWriter.Cell] {
    let amount = try #require(ExactDecimal(plain: price))
    return [
      .text(item), .text("food"), .text("loaf"), .number(amount), .text(currency), .text("Somebody"),
      .date(try #require(CheckedDate("2026-05"))),
    ]
  }

  @Test func anOfficeMayHaveItsPricesInAWorkbook() throws {
    try office.remove("prices.csv")
    try office.remove("names.csv")
    try write("prices.ods", sheet: "Our prices", Self.header, [], try price("Bread", "4.5"), try price("Rice", "1.07"))
    #expect(try check("order.csv") == [])
    try write(
      "prices.ods", sheet: "Our prices", Self.header, [], try price("Bread", "-4.5"), try price("Rice", "1.07", "EUR"))
    let told = try check("order.csv")
    #expect(told.contains("prices.ods, sheet \"Our prices\", D3: error: the price \"-4.5\" has a plus or a minus"))
    // What is found later in what was read stands at its cell, too.
    #expect(told.contains { $0.hasPrefix("prices.ods, sheet \"Our prices\", E4: error: ") })
    // Text comes first where there are both.
    try OfficeFiles.prices("Bread,food,loaf,3,USD,Somebody,2026").write(
      toFile: office.path("prices.csv"), atomically: true, encoding: .utf8)
    #expect(try check("order.csv") == [])
  }

  @Test func anOrderMayBeASheet() throws {
    let header: [OpenDocumentWriter.Cell] = [.text("item"), .text("quantity")]
    try write(
      "gifts.ods", sheet: "Tonight", header, [.text("Bread"), .number(ExactDecimal(2))], [.text("Cake"), .blank])
    let faults = try check("gifts.ods#tonight").filter { $0.contains("error") }
    #expect(
      faults == [
        "gifts.ods, sheet \"Tonight\", A3: error: no item called \"Cake\" in the price book",
        "gifts.ods, sheet \"Tonight\", B3: error: the quantity is blank",
      ])
    #expect(try check("gifts.ods") == check("gifts.ods#Tonight"))
    #expect(
      try check("gifts.ods#Tomorrow").prefix(2) == [
        "gifts.ods: error: no sheet is called \"Tomorrow\"", "  → there are: \"Tonight\"",
      ])
    #expect(
      try check("order.csv#Tonight").first == "order.csv: error: this file is text, and has no sheet \"Tonight\"")
    // A file may be called so.
    try FileManager.default.copyItem(atPath: office.path("order.csv"), toPath: office.path("order.csv#1"))
    #expect(try check("order.csv#1") == [])
  }

  @Test func whatIsNoWorkbookIsToldWhatItIs() throws {
    for (bytes, said) in [
      ([0xD0, 0xCF, 0x11, 0xE0], "this is an Excel file from before 2007 (.xls)"),
      ([0x50, 0x4B, 0x03, 0x04], "this workbook is cut off or damaged"),
    ] as [([UInt8], String)] {
      try Data(bytes).write(to: URL(filePath: office.path("x.xls")))
      #expect(try check("x.xls").first == "x.xls: error: \(said)")
    }
  }

  @Test func sheetsThatWereNotReadAreTold() {
    let notes: [SheetNote] = [
      .otherSheets(["Next week"], read: "Prices"), .hiddenSheets((1...8).map { "s\($0)" }),
      .shownOtherwise(cell: "C5", value: "1.005", shown: "1.01", count: 2),
    ]
    #expect(
      notes.map(\.words) == [
        Words(
          "only the sheet \"Prices\" was read, not \"Next week\"",
          "if another one is meant, name it behind a #, as in FILE#Next week"),
        Words("hidden sheets were not read: \"s1\", \"s2\", \"s3\", \"s4\", \"s5\", \"s6\" and 2 more"),
        Words(
          "the cell C5 shows \"1.01\" and holds 1.005, which counts; so it is with 2 cells",
          "let the cells show as many decimals as they have"),
      ])
  }
}

import Bookkeeping
import Foundation
import OfficeFixtures
import Papers
import TestTools
import Testing

@testable import BillingOffice

/// Files that somebody wants to see before they are used.
@Suite struct TableReportTests {
  private let office: TestOffice

  init() throws {
    office = try TestOffice([
      "our.csv": """
      Our list

      Artikel;Preis (USD);Quelle;Stand;Notiz
      Brot;1.234,50;"ONS, https://ons.example.org/b";May-26;x
      Tee;viel;ONS;2026;
      Kaffee;3,5;ONS;2012;

      """
    ])
  }

  private func report(_ name: String) throws -> TableReport {
    try office.office.inspect(office.path(name), on: try #require(TestOffice.issued))
  }

  @Test func aPriceBookIsToldOnOneScreen() throws {
    let report = try report("our.csv")
    let lines = report.lines.map { $0.replacing(office.scratch.path("office") + "/", with: "") }
    #expect(
      lines == [
        "our.csv: a price book, 3 rows", "  letters     UTF-8",
        "  columns     line 3: item (\"Artikel\"), price (\"Preis (USD)\"), source (\"Quelle\"), checked (\"Stand\")",
        "  left alone  \"Notiz\"", "  numbers     \"1.234,50\" is 1234.50 (line 4)",
        "  dates       \"May-26\" is 2026-05 (line 4)",
        "  currency    USD", "  prices      from 3.5 USD (Kaffee) to 1234.50 USD (Brot)",
        "  old         1 price is older than two years, the oldest of 2012 (line 6)",
        "  sources     1 price has a source without an address, the first on line 6",
      ])
    #expect(report.faults.filter { $0.severity == .error }.map(\.line) == [5])
    #expect(!report.isOrder)
  }

  @Test func rowsWithoutASourceAreOffered() throws {
    try office.scratch.write("item,price,source\nTea,2,ONS 2026\nRice,3,\nMilk,1,\n", to: "office/some.csv")
    #expect(try report("some.csv").lines.contains("  to fill     the source on lines 3, 4"))
    try office.scratch.write("item,price\nTea,2\n", to: "office/none.csv")
    #expect(try report("none.csv").lines.contains("  to fill     a column source: who published each price, and where"))
  }

  @Test func programsGetTheRowsAsTheyWereRead() throws {
    let json = try JSONSerialization.jsonObject(with: Data(try report("our.csv").json().utf8)) as? [String: Any]
    let document = try #require(json)
    #expect(document["kind"] as? String == "prices" && document["headerLine"] as? Int == 3)
    let rows = try #require(document["rows"] as? [[String: Any]])
    #expect(rows.map { $0["isSound"] as? Bool } == [true, false, true])
    #expect((rows[0]["cells"] as? [String: String])?["price"] == "1234.50")
    #expect((rows[1]["cells"] as? [String: String])?["price"] == "viel")
    let messages = try #require(document["messages"] as? [[String: Any]])
    #expect(messages.contains { $0["severity"] as? String == "error" && $0["line"] as? Int == 5 })
  }

  /// The copy reads as the file did, and what is different in it is said.
  @Test func aCleanCopyIsWrittenBesideIt() throws {
    let clean = try CleanTable(try report("our.csv"))
    try clean.write(force: false)
    #expect(
      String(decoding: try office.bytes("our-clean.csv"), as: UTF8.self)
        == "item,category,unit,price,currency,source,checked\r\n"
        + "Brot,other,each,1234.50,USD,\"ONS, https://ons.example.org/b\",2026-05\r\nTee,,,viel,,ONS,2026\r\n"
        + "Kaffee,other,each,3.5,USD,ONS,2012\r\n")
    #expect(clean.changes.contains("line 4: price \"1.234,50\" is written \"1234.50\""))
    #expect(clean.changes.contains("the column \"Notiz\" is left out"))
    let again = try report("our-clean.csv")
    #expect(again.inspection.rows.first?.read == (try report("our.csv").inspection.rows.first?.read))
    #expect(try CleanTable(again).changes.isEmpty)
    // A second time only where that is meant.
    #expect(throws: Diagnostics.self) { try clean.write(force: false) }
    try clean.write(force: true)
  }

  /// A workbook stays one, so that nothing in it is turned into something else when it is opened.
  @Test func aCleanCopyOfAWorkbookIsOne() throws {
    var sheet = OpenDocumentWriter(sheet: "Preise", header: ["Artikel", "Preis", "Quelle"])
    sheet.add([.text("+ Brot"), .text("1.234,50"), .text("ONS, 2026-05")])
    sheet.add([.text("1-2 Eier"), .text("0,25"), .text("ONS, 2012")])
    try Data(sheet.file()).write(to: URL(fileURLWithPath: office.path("our.ods")))
    let clean = try CleanTable(try report("our.ods"))
    #expect(clean.path.hasSuffix("our-clean.ods"))
    #expect(clean.changes.contains("line 2: price \"1.234,50\" is written \"1234.50\""))
    try clean.write(force: false)
    let (before, after) = (try report("our.ods").inspection, try report("our-clean.ods").inspection)
    #expect(after.sheet?.name == "Preise" && after.rows.count == 2)
    for (row, earlier) in zip(after.rows, before.rows) {
      let (read, wanted) = (try #require(row.read), try #require(earlier.read))
      for (column, text) in wanted where column != .price { #expect(read[column] == text) }
    }
    #expect(after.rows.map { $0.read?[.price] } == ["1234.5", "0.25"])
    #expect(try CleanTable(try report("our-clean.ods")).changes.isEmpty)
  }

  /// In a copy there would be no doubt any more.
  @Test(arguments: [
    "item,quantity\nRice,\"1,5\"\nFlour,1.250\n",
    "item;price;source;checked\nA;1,50;S;2026-05\nB;1.250;S;whenever\nC;2,75;S;2026-05\n",
  ])
  func numbersInDoubtAreNotCleaned(text: String) throws {
    try office.scratch.write(text, to: "office/doubt.csv")
    let report = try report("doubt.csv")
    #expect(report.faults.contains { $0.severity == .error })
    #expect(throws: Diagnostics.self) { try CleanTable(report) }
  }

  @Test func listsAndOtherFilesAreToldToo() throws {
    try office.scratch.write("2x bread, whole wheat\nthank you\nrice 3\n", to: "office/note.txt")
    let note = try report("note.txt")
    #expect(note.lines.last == "  lines       2 of 3 are understood" && note.isOrder)
    #expect(note.faults.map(\.line) == [2])
    #expect(try report("order.csv").lines.first?.contains("order.csv: an order, ") == true)
    try office.scratch.write("Dear all\nsee you\n", to: "office/letter.txt")
    #expect(try report("letter.txt").lines.first?.hasSuffix(": no table that is known here") == true)
    #expect(throws: Diagnostics.self) { try CleanTable(try report("note.txt")) }
  }
}

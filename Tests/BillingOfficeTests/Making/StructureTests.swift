import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// What somebody hears who has an invoice read aloud.
@Suite struct StructureTests {
  private func structure(_ path: String?) throws -> [String] {
    try Tool.pdfinfo.text("-struct-text", try #require(path)).split(separator: "\n").map {
      String($0.drop { $0 == " " })
    }
  }

  @Test(.slow) func anInvoiceIsReadInOrder() throws {
    let office = try TestOffice([
      "office.yaml": try OfficeFiles.settings([("invoice: invoice", "invoice: invoice-calm")])
    ])
    let path = try office.print(isRecorded: true).paths.first
    let lines = try structure(path)
    #expect(lines.first == "Document")
    let order = [
      "\"Riverside Commons\"", "H1 (block)", "Table (block)", "TH:", "\"MARKET PRICE\"", "TH:", "/Scope /Row",
      "\"Childcare, babysitter, one child¹\"", "TD", "\"$26.24\"", "\"$78.72\"", "Figure:", "\"$0.00\"",
      "\"This is not a bill. Nothing is owed.\"", "H2 (block)", "Link (inline)",
    ]
    var rest = lines[...]
    for wanted in order {
      let place = try #require(rest.firstIndex(of: wanted), "\(wanted) comes too early or not at all")
      rest = rest[rest.index(after: place)...]
    }
    #expect(lines.count { $0 == "TR" } == 7)
    // Six columns and six rows have heads.
    #expect(lines.count { $0 == "TH:" } == 12)
    #expect(lines.contains { $0.contains("VOID BY SOLIDARITY") })
    #expect(try Tool.qpdf.run(["--check", try #require(path)]).status == 0)
  }

  @Test func onePaperHasAStructureAndABatchHasNone() throws {
    func isTagged(_ path: String?) throws -> Bool {
      try Tool.pdfinfo.text(try #require(path)).contains(/Tagged: +yes/)
    }
    let office = try TestOffice()
    #expect(try isTagged(try office.print().paths.first))
    #expect(try !isTagged(try office.print(output: office.path("plain"), tags: false).paths.first))
    #expect(try !isTagged(try office.print("orders.csv").paths.first))
    #expect(try isTagged(try office.print("orders.csv", output: office.path("tagged"), tags: true).paths.first))
  }

  /// What PDF/UA-1 asks for and a program can see, looked over with other eyes than ours.
  @Test(.slow) func everyTemplateCanBeReadAloud() throws {
    let rows = (1...90).map { "Rice,\($0)\n" }.joined()
    let office = try TestOffice(["order.csv": "item,quantity\n" + rows])
    var paths = try office.print(isRecorded: true).paths
    paths += try office.print("orders.csv", output: office.path("batch"), tags: true).paths
    let templates = OfficeTemplates(office.office)
    for template in try Repository.templates() {
      var request = SampleRequest(
        template: template, output: OutputWish(office.path("\(template).pdf")),
        issued: try #require(TestOffice.issued))
      request.output.isTagged = true
      paths += try templates.printSample(request).paths
    }
    let script = try String(
      contentsOfFile: Repository.path("Tests/BillingOfficeTests/Making/check_accessibility.py"), encoding: .utf8)
    let run = try Python.run(script, paths)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(paths.count == (try Repository.templates().count) + 2)
    // Carried subtotals go across columns on both sides of each page's end.
    let unpacked = try Tool.qpdf.text("--qdf", "--object-streams=disable", try #require(paths.first), "-")
    #expect(unpacked.matches(of: /ColSpan 2/).count >= 2)
    // What is not tagged is found out.
    let plain = try office.print(output: office.path("plain"), tags: false).paths
    #expect(try Python.run(script, plain).output.contains("it has no structure (7.1)"))
  }

  @Test func anotherLanguageCanBeAskedFor() throws {
    let office = try TestOffice()
    let path = try #require(try office.print(locale: "de-DE").paths.first)
    let text = try Tool.pdftotext.text("-raw", path, "-")
    #expect(
      text.contains("NICHTIG AUS SOLIDARITÄT") && text.contains("198,18 $") && text.contains("Du\nzahlst"))
    #expect(throws: Diagnostics.self) { try office.print(force: true, locale: "xx-YY") }
  }
}

import Drawing
import Layout
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
      "\"Riverside Commons\"", "H1 (block)", "Table (block)", "TH:", "\"Market price $\"", "TH:", "/Scope /Row",
      "\"Childcare, babysitter, one child¹\"", "TD", "\"26.24\"", "\"78.72\"", "Figure:", "\"$0.00\"",
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
    let run = try Self.check(paths)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    // Whatever bears the void says it in words, stamp and sentence.
    for path in paths where !path.hasSuffix("licence.pdf") {
      let unpacked = try Tool.qpdf.text("--qdf", "--object-streams=disable", path, "-")
      let said = "/Alt (VOID BY SOLIDARITY. This is not a bill. Nothing is owed. Total due: $0.00. "
      #expect(unpacked.contains(said), "\(path)")
    }
    #expect(paths.count == (try Repository.templates().count) + 2)
    // Carried subtotals go across columns on both sides of each page's end.
    let unpacked = try Tool.qpdf.text("--qdf", "--object-streams=disable", try #require(paths.first), "-")
    #expect(unpacked.matches(of: /ColSpan 2/).count >= 2)
    // What is not tagged is found out.
    let plain = try office.print(output: office.path("plain"), tags: false).paths
    #expect(try Self.check(plain).output.contains("it has no structure (7.1)"))
  }

  private static func check(_ paths: [String]) throws -> Run {
    let script = try String(
      contentsOfFile: Repository.path("Tests/BillingOfficeTests/Making/check_accessibility.py"), encoding: .utf8)
    return try Python.run(script, paths)
  }

  /// The starter's names of items and sources are English on every paper.
  @Test(.slow, arguments: ["ar-EG", "he-IL", "de-DE", "es-MX"])
  func everyTemplateCanBeReadAloudInOtherLanguages(locale: String) throws {
    let office = try TestOffice(["names.csv": "item,language,name\n"])
    let templates = OfficeTemplates(office.office)
    var paths: [String] = []
    for template in try Repository.templates() {
      var request = SampleRequest(
        template: template, locale: locale, output: OutputWish(office.path("\(template).pdf")),
        issued: try #require(TestOffice.issued))
      request.output.isTagged = true
      paths += try templates.printSample(request).paths
    }
    let run = try Self.check(paths)
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    // Somebody who hears the items hears them in English, wherever else in the file that is said.
    let invoice = try #require(paths.first { $0.hasSuffix("/invoice-calm.pdf") })
    #expect(try Tool.qpdf.text("--qdf", "--object-streams=disable", invoice, "-").contains("/Lang (en)"))
  }

  /// Whichever template strikes an amount out, whoever hears it hears that.
  @Test(.slow, arguments: ["en-US", "he-IL"]) func everyStruckAmountHasItsWord(locale: String) throws {
    let office = try TestOffice()
    let templates = OfficeTemplates(office.office)
    var struck: Set<String> = []
    for name in try Repository.templates() {
      let found = try templates.find(name)
      let sample = try templates.readSample(of: found)
      let design = try templates.design(found, sample.settings, paper: nil, locale: locale)
      let composer = try PageComposer(design, hasRoles: true)
      let word = try #require(design.strings.words["struck_price"])
      let papers = try design.kind.samples(
        sample, design, office.office, issued: try #require(TestOffice.issued))
      for page in try papers.flatMap({ try $0.pages(composer) }) {
        for (text, span) in page.struckTexts() {
          struck.insert(name)
          let said = try #require(span?.description, "\(name): \(text)")
          #expect(said.hasPrefix(text.contains(where: \.isNumber) ? word : ""), "\(name): \(said)")
        }
      }
    }
    let source = try Repository.templates().filter {
      try String(contentsOfFile: Repository.path("Templates/\($0)/template.yaml"), encoding: .utf8)
        .contains("line-through")
    }
    #expect(struck == Set(source) && struck.count > 8)
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

extension Frame {
  /// The lines of text that are struck out, each with the span that it is in.
  fileprivate func struckTexts(in span: TextSpan? = nil) -> [(text: String, span: TextSpan?)] {
    items.flatMap { placed -> [(text: String, span: TextSpan?)] in
      switch placed.item {
      case .text(let line, let style): style.strike == nil ? [] : [(line.text, span)]
      case .frame(let frame): frame.struckTexts(in: span)
      case .span(let frame, let own): frame.struckTexts(in: own)
      case .shared(let shared): shared.frame.struckTexts(in: span)
      case .group(let group): group.content.frame.struckTexts(in: span)
      default: []
      }
    }
  }
}

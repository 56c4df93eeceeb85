import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers
@testable import Templating

/// The templates at which designers work.
@Suite struct OfficeTemplatesTests {
  private let office: TestOffice
  private let templates: OfficeTemplates

  init() throws {
    office = try TestOffice()
    templates = try OfficeTemplates(office: office.path(""), from: "/", installation: TestOffice.installation)
  }

  private func words(_ faults: [Diagnostic]) -> [String] {
    faults.map { $0.description.replacingOccurrences(of: office.path("") + "/", with: "") }
  }

  private func refusal(_ step: () throws -> Void) -> [String] {
    do { try step() } catch { return words((error as? Diagnostics)?.all ?? []) }
    return []
  }

  private func check(_ name: String, paper: String? = nil) throws -> TemplateReport {
    try templates.check(name, paper: paper, issued: try #require(TestOffice.issued))
  }

  // MARK: - Listing

  @Test func listsTheOfficesOwnFirst() throws {
    try office.scratch.write("kind: invoice", to: "office/Templates/zebra/template.yaml")
    try office.scratch.write("[", to: "office/Templates/broken/template.yaml")
    try office.scratch.write("", to: "office/Templates/no-template/notes.txt")
    let list = templates.list()
    let programs = try Repository.templates()
    #expect(list.map(\.name) == ["broken", "zebra"] + programs)
    #expect(list.prefix(2).map(\.kind) == [nil, "invoice"])
    #expect(list.map(\.isOwn) == [true, true] + programs.map { _ in false })
    #expect(list[1].folder == office.path("Templates/zebra"))
  }

  @Test func listsTheProgramsWithoutAnOffice() throws {
    let templates = try OfficeTemplates(office: nil, from: "/", installation: TestOffice.installation)
    #expect(templates.own == nil)
    try #expect(templates.list().map(\.name) == Repository.templates())
    #expect(throws: Diagnostics.self) {
      try OfficeTemplates(office: "/nowhere", from: "/", installation: TestOffice.installation)
    }
  }

  // MARK: - Copying

  @Test func copiesATemplate() throws {
    let paths = try templates.copy("invoice", as: "our-invoice")
    #expect(paths == ["sample.yaml", "template.yaml"].map { office.path("Templates/our-invoice/\($0)") })
    let text = try String(contentsOfFile: office.path("Templates/our-invoice/template.yaml"), encoding: .utf8)
    #expect(try text == String(contentsOfFile: Repository.path("Templates/invoice/template.yaml"), encoding: .utf8))
    let schema = try String(contentsOfFile: office.path("Templates/template.schema.json"), encoding: .utf8)
    #expect(schema == OfficeTemplates.schema)
    #expect(try check("our-invoice").faults == [])
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.path("Templates")).count == 2)
  }

  @Test(arguments: ["sign", "sign-calm", "sign-cut"]) func signsOfAnOfficeAreCutFromSheetsToo(_ name: String) throws {
    _ = try templates.copy(name, as: "our-signs")
    #expect(try check("our-signs").faults == [])
    let told =
      refusal { _ = try check("our-signs", paper: "80mm") }
      + ((try? check("our-signs", paper: "80mm").faults).map(words) ?? [])
    #expect(
      told.contains {
        $0.contains("by the template \"our-signs\" can be made on A3, A4") && $0.contains("not on 80mm")
      }, "\(told)")
  }

  /// A copy of a copy brings its pictures, and gets the schema's line where it has none.
  @Test func copiesPicturesAndNamesTheSchema() throws {
    try office.scratch.write("kind: invoice\ncontent: a\n", to: "office/Templates/a/template.yaml")
    try office.scratch.write("<svg/>", to: "office/Templates/a/art/deep/mark.svg")
    try office.scratch.write("", to: "office/Templates/a/preview.png")
    let paths = try templates.copy("a", as: "b")
    #expect(paths == ["art/deep/mark.svg", "template.yaml"].map { office.path("Templates/b/\($0)") })
    let text = try String(contentsOfFile: office.path("Templates/b/template.yaml"), encoding: .utf8)
    #expect(text == "# yaml-language-server: $schema=../template.schema.json\nkind: invoice\ncontent: a\n")
  }

  @Test func aTakenNameIsRefused() throws {
    _ = try templates.copy("invoice", as: "ours")
    let before = office.scratch.files
    #expect(
      refusal { _ = try templates.copy("invoice", as: "ours") } == [
        "Templates/ours: error: there is a template \"ours\" already\n  → choose a name that is not taken; nothing was changed"
      ])
    #expect(refusal { _ = try templates.copy("invoice", as: "invoice") }.count == 1)
    try office.scratch.write("", to: "office/Templates/folder/notes.txt")
    #expect(
      refusal { _ = try templates.copy("invoice", as: "folder") } == [
        "Templates/folder: error: there is something here already\n  → choose a name that is not taken; nothing was changed"
      ])
    #expect(office.scratch.files == (before + ["office/Templates/folder/notes.txt"]).sorted())
  }

  @Test(arguments: ["", "../x", "a/b", ".hidden", "-x", " x", "x ", "a\nb", String(repeating: "x", count: 61)])
  func whatIsNoNameIsRefused(_ name: String) throws {
    #expect(
      refusal { _ = try templates.copy("invoice", as: name) } == [
        "error: \"\(name)\" cannot be the name of a template\n  → use letters, figures, - and _, such as our-invoice"
      ])
  }

  @Test func copyingNeedsAnOfficeAndATemplate() throws {
    let elsewhere = try OfficeTemplates(office: nil, from: "/", installation: TestOffice.installation)
    #expect(refusal { _ = try elsewhere.copy("invoice", as: "x") }.first?.hasPrefix("error: no office here") == true)
    #expect(
      refusal { _ = try templates.copy("invioce", as: "x") } == [
        "error: there is no template \"invioce\"\n  → did you mean \"invoice\" or \"invoice-calm\"?"
      ])
    #expect(!FileManager.default.fileExists(atPath: office.path("Templates")))
  }

  @Test func whatCannotBeWrittenLeavesNothingBehind() throws {
    try office.scratch.write("", to: "office/Templates")
    let before = office.scratch.files
    #expect(refusal { _ = try templates.copy("invoice", as: "x") }.count == 1)
    #expect(office.scratch.files == before)
  }

  // MARK: - Checking

  /// Words, fonts, pictures and the sample, all at once and in the order of the file.
  @Test func tellsEverythingAtOnce() throws {
    try office.scratch.write(
      """
      kind: invoice
      styles:
        body: { font-family: Intre, font-size: 9 }
      content:
        - { picture: art/laef.svg, hieght: 4mm }
        - "{{office.nmae}}"
      """, to: "office/Templates/a/template.yaml")
    try office.scratch.write("<svg/>", to: "office/Templates/a/art/leaf.svg")
    try office.scratch.write("order: [{ item: childcaer, quantity: 1 }]", to: "office/Templates/a/sample.yaml")
    let report = try check("a")
    #expect(report.hasErrors)
    let told = words(report.faults)
    #expect(
      told.map { $0.prefix { $0 != "→" } }.map { $0.trimmingCharacters(in: .whitespacesAndNewlines) } == [
        "Templates/a/template.yaml:3:24: error: there is no font \"Intre\"",
        "Templates/a/template.yaml:3:42: error: font-size: cannot be \"9\"",
        "Templates/a/template.yaml:5:16: error: there is no picture Templates/a/art/laef.svg",
        "Templates/a/template.yaml:5:30: error: there is no such key as \"hieght\"",
        "Templates/a/template.yaml:6:6: error: {{office.nmae}} names nothing",
        "Templates/a/sample.yaml:1:17: error: no item called \"childcaer\" in the price book",
      ])
    #expect(told.allSatisfy { $0.contains("\n  → ") })
  }

  @Test func tellsWhatDoesNotFitOnOneOfItsPapers() throws {
    try office.scratch.write(
      try DesignersTemplate.text("  - space: 8mm", "  - { text: a, min-height: 235mm, keep-together: true }"),
      to: "office/Templates/a/template.yaml")
    let report = try check("a")
    #expect(report.papers == ["Letter", "A4", "A5"])
    #expect(report.faults.count == 1)
    #expect(report.faults.first?.message.hasSuffix(", on A5") == true, "\(report.faults)")
    #expect(try check("a", paper: "A4").faults == [])
    #expect(
      refusal { _ = try check("a", paper: "A44") } == [
        "error: there is no paper \"A44\"\n  → did you mean \"A4\", \"A3\" or \"A5\"?"
      ])
  }

  @Test func tellsWhatMayNotBePrintedWhereverItStands() throws {
    try office.scratch.write(
      try DesignersTemplate.text("{{t.carried_forward}}", "Pay to DE89 3704 0044 0532 0130 00"),
      to: "office/Templates/a/template.yaml")
    let report = try check("a")
    #expect(report.faults.contains { $0.message.contains("bank account") }, "\(report.faults)")
  }

  @Test(.slow) func findsATemplateByFolderAndFile() throws {
    _ = try templates.copy("invoice", as: "ours")
    for name in ["Templates/ours", "Templates/ours/", "Templates/ours/template.yaml"] {
      #expect(try check(office.path(name)).file == office.path("Templates/ours/template.yaml"))
    }
    let names = try (["ours"] + Repository.templates()).sorted().map { "\"\($0)\"" }
    try office.refuses(
      .noInput,
      """
      error: there is no template "nothing"
        → the templates here are \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])
      """
    ) { _ = try check("nothing") }
  }

  @Test func knowsItsFields() throws {
    let (data, page) = try templates.fields(of: "invoice")
    for field in [
      TemplateField(path: "office.name", kind: .text, summary: "The office's name.", within: []),
      TemplateField(path: "lines", kind: .list, summary: "What was given.", within: []),
      TemplateField(path: "item", kind: .text, summary: "What was given.", within: ["lines"]),
    ] { #expect(data.contains(field), "\(field.path)") }
    #expect(data.contains { $0.path == "is_wage" && $0.kind == .flag && $0.within == ["lines"] })
    #expect(page.contains { $0.path == "page.is_first" && $0.kind == .flag })
    try office.refuses(.usage, "error: there is no kind of paper \"invoce\"\n  → did you mean \"invoice\"?") {
      _ = try templates.fields(of: "invoce")
    }
  }

  // MARK: - Samples

  @discardableResult
  private func sample(_ name: String, _ change: (inout OutputWish) -> Void = { _ in }) throws -> PrintedPapers {
    var request = SampleRequest(template: name, issued: try #require(TestOffice.issued))
    change(&request.output)
    return try templates.printSample(request)
  }

  @Test func aSampleIsADraftAndMadeAnewEachTime() throws {
    // Designers look again and again: the sample is made anew without a word.
    for _ in 1...2 { #expect(office.own(try sample("invoice").paths) == ["output/sample-invoice.pdf"]) }
    let text = try office.drawnText("output/sample-invoice.pdf")
    for piece in ["DRAFT", "Riverside Commons", "Childcare, babysitter, one child", "VOID BY SOLIDARITY"] {
      #expect(text.contains(piece), "\(piece) is not on the paper")
    }
    #expect(!office.listing.contains { $0.hasSuffix("ledger.sqlite") })
  }

  @Test func aFaultyTemplateHasNoSample() throws {
    let text = try OfficeFiles.file(
      "Templates/invoice-calm/template.yaml",
      [("kind: invoice", "kind: invoice\ncolour: 1"), ("each: lines", "each: linse")])
    try office.scratch.write(text, to: "office/Templates/a/template.yaml")
    let words = """
      Templates/a/template.yaml:\(try OfficeFiles.place(of: "colour: 1", in: text)): error: there is no such key as "colour"
        → did you mean "colors"?
      Templates/a/template.yaml:\(try OfficeFiles.place(of: "linse", in: text)): error: there is no list "linse"
        → did you mean "lines"?
      """
    let report = try check("a")
    #expect(office.told(report.faults) == words)
    #expect(report.faults.allSatisfy { $0.kind == .data })
    try office.refuses(.data, words) { try sample("a") }
  }

  @Test func aNamedFileIsNotOverwrittenUnlessAsked() throws {
    try office.scratch.write("mine", to: "office/look.pdf")
    try office.refuses(
      .cannotWrite,
      "look.pdf: error: this file is there already\n  → keep it and choose another place, or have it overwritten"
    ) { try sample("invoice") { $0.path = office.path("look.pdf") } }
    try sample("invoice") { ($0.path, $0.force) = (office.path("look.pdf"), true) }
    #expect(try office.bytes("look.pdf").starts(with: Data("%PDF".utf8)))
    try office.refuses(
      .usage,
      """
      error: "look" is no name for a file in the format pdf
        → name a file that ends in .pdf
      """
    ) { try sample("invoice") { $0.path = "look" } }
  }

  @Test func aSampleMayNameAnotherOffice() throws {
    try office.scratch.write(try OfficeFiles.template(), to: "office/Templates/a/template.yaml")
    try office.scratch.write(
      """
      office: { name: Hilltop Commons, place: On the hill }
      order: [{ item: rice, quantity: 2 }]
      """, to: "office/Templates/a/sample.yaml")
    try sample("a")
    let text = try office.text("output/sample-a.pdf")
    #expect(text.contains("Hilltop Commons"))
    #expect(text.contains("On the hill"))
    #expect(!text.contains("Riverside Commons"))
  }
}

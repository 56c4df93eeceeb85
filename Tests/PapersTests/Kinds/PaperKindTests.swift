import Foundation
import Layout
import OfficeFixtures
import Templating
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// What holds for every kind of paper, whichever there are: shape and values agree, its template and sample are there, it fits.
@Suite struct PaperKindTests {
  private static let names = PaperKinds.all.map(\.name)

  private let office: TestOffice
  private let day: CalendarDay

  init() throws {
    office = try TestOffice()
    day = try #require(TestOffice.issued)
  }

  /// A kind with its program's own template, and the papers of its sample.
  private func samples(_ name: String, locale: String? = nil, paper: String? = nil) throws -> (
    design: PaperDesign, papers: [any Printable]
  ) {
    let kind = try #require(PaperKinds.named(name))
    let templates = OfficeTemplates(office.office)
    let sample = try templates.readSample(of: try templates.find(name))
    let design = try office.office.design(kind, PaperLook(paper: paper, locale: locale), sample.settings, on: nil)
    return (design, try kind.samples(sample, design, office.office, issued: day))
  }

  /// Where values have not the shape that templates were promised; empty where they have.
  private func differences(_ value: TemplateData?, _ shape: DataShape, at path: String) -> [String] {
    switch (shape, value) {
    case (.text, .text), (.text, .foreign), (.flag, .flag): return []
    case (.list(_, let entry), .list(let values)):
      return values.enumerated().flatMap { differences($1, entry, at: "\(path)[\($0)]") }
    case (.indexed(_, let record), .indexed(let make)):
      return (0...3).flatMap { differences(.record(make($0)), record, at: "\(path)(\($0))") }
    case (.record(let fields), .record(let values)):
      let surplus = Set(values.keys).subtracting(fields.map(\.name)).map { "\(path).\($0) is not promised" }
      return surplus + fields.flatMap { differences(values[$0.name], $0.shape, at: "\(path).\($0.name)") }
    default: return ["\(path) is \(value.map { "\($0)" } ?? "not there")"]
    }
  }

  @Test(arguments: names) func valuesHaveTheShapeThatTemplatesArePromised(name: String) throws {
    let (design, papers) = try samples(name)
    let shape = design.kind.shape(words: design.strings.shape)
    #expect(shape.names.count == Set(shape.names).count)
    let composer = try PageComposer(design)
    #expect(!papers.isEmpty)
    for document in papers.flatMap({ $0.documents(composer) }) {
      let values = OfficeData.constants(design.settings, design.strings).merging(document) { $1 }
      #expect(differences(.record(values), shape, at: "") == [])
    }
  }

  @Test(.slow, arguments: names, OfferedLanguage.all.map(\.code))
  func itsSampleFitsInEveryLanguage(name: String, language: String) throws {
    let (design, papers) = try samples(name, locale: language)
    let composer = try PageComposer(design)
    for paper in papers { #expect(try !paper.pages(composer).isEmpty) }
  }

  /// A kind that bears no stamp names no price, so that nobody could take its papers for a bill.
  @Test(arguments: names) func withoutAStampThereIsNoPrice(name: String) throws {
    let (design, papers) = try samples(name)
    guard design.kind.void == nil else { return }
    let composer = try PageComposer(design)
    let symbols = ["$", "€", "£", design.settings.currency.code]
    for text in papers.flatMap({ $0.documents(composer) }).flatMap({ Self.texts(of: .record($0)) }) {
      #expect(!symbols.contains { text.contains($0) }, "\(text)")
    }
  }

  private static func texts(of data: TemplateData) -> [String] {
    switch data {
    case .text(let text), .foreign(let text, _): [text]
    case .list(let list): list.flatMap(texts)
    case .record(let fields): fields.values.flatMap(texts)
    default: []
    }
  }

  @Test func everyKindIsToldApart() {
    #expect(Set(Self.names).count == Self.names.count)
    #expect(Set(PaperKinds.all.map(\.spoken)).count == Self.names.count)
    for kind in PaperKinds.all {
      #expect(PaperKinds.named(kind.name)?.spoken == kind.spoken)
      for file in kind.ownFiles {
        #expect(Files.exists("\(TestOffice.installation.templates)/\(kind.name)/\(file)"))
        #expect(Files.exists(office.path(file)), "a new office has it")
      }
    }
    #expect(PaperKinds.named("poster") == nil)
  }

  @Test func whatALicenceSaysIsTheGroupsOwn() throws {
    try office.scratch.write(
      "en: { title: Ours, grant: Take it., principles: [{ name: One, meaning: \"First, and last.\" }], templates: Here. }",
      to: "office/licence.yaml")
    let (documents, _) = try office.office.makeInMemory(SheetRequest<LicenceKind>(issued: day))
    #expect(documents.map(\.name) == ["licence.pdf"])
    let path = office.path("licence.pdf")
    try Data(documents[0].bytes).write(to: URL(fileURLWithPath: path))
    let text = try Tool.pdftotext.text("-raw", path, "-")
    for words in ["OURS", "Take it.", "First, and last.", "Here."] { #expect(text.contains(words), "\(words)") }
    #expect(!text.contains("VOID"))
  }

  @Test func aFaultyLicenceIsToldAtItsPlace() throws {
    try office.scratch.write(
      "en:\n  title: PAID\n  grant: Take it.\n  principles:\n    - { name: One, meanin: Two }\n  template: Here.\n",
      to: "office/licence.yaml")
    let thrown = #expect(throws: Diagnostics.self) {
      try office.office.make(SheetRequest<LicenceKind>(issued: day))
    }
    #expect(
      thrown?.all.map { "\($0.line ?? 0): \($0.message)" } == [
        "6: there is no such key as \"template\"", "2: \"PAID\" says that something was paid",
        "2: templates: is missing",
        "5: there is no such key as \"meanin\"", "5: meaning: is missing",
      ])
  }
}

import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import BillingOffice
@testable import Papers

/// The schema that is kept for editors, looked at with another's eyes: Python's jsonschema.
@Suite struct SchemaFileTests {
  private static let schema = Repository.path("Templates/template.schema.json")

  @Test func isWhatTheTablesSay() throws {
    let kept = try String(contentsOfFile: Self.schema, encoding: .utf8)
    #expect(kept == OfficeTemplates.schema, "run scripts/document-templates")
  }

  @Test(.slow) func everyTemplateNamesItAndFits() throws {
    let folder = Repository.path("Templates")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).map { "\(folder)/\($0)/template.yaml" }
      .filter { FileManager.default.fileExists(atPath: $0) }
    #expect(!files.isEmpty)
    for file in files {
      let text = try String(contentsOfFile: file, encoding: .utf8)
      #expect(text.hasPrefix(OfficeTemplates.schemaLine + "\n"), "\(file)")
    }
    #expect(try Python.faults(of: files, schema: Self.schema) == [])
  }

  /// Faults that both must see: a piece of a designer's template, and what stands there instead.
  private static let faults = [
    ("kind: invoice", "kind: invoce"), ("kind: invoice\n", ""), ("content:", "contents:"),
    ("size: A4", "size: A44"), ("margin: 14mm 17mm 17mm", "margin: 14mm 17"), ("scale: 0.8", "scale: 0.8x"),
    ("  A5:", "  A55:"), ("\"#141414\"", "\"#1414\""), ("font-size: 9.5pt", "font-size: 9.5"),
    ("font-weight: 600", "font-weight: 1600"), ("line-height: 1.4", "line-height: 1.4mm"),
    ("text-align: decimal", "text-align: dezimal"), ("tabular-nums", "tabular"),
    ("if: page.is_first", "if: page.is_frist"),
    ("each: lines", "each: linse"), ("each: lines", "each: is_draft"), ("      columns:", "      colums:"),
    ("row-padding:", "row-paddin:"), ("running: subtotals", "running: lines"), ("span: 1", "span: 50"),
    ("size: 31mm", "size: 31"), ("border: 1.4pt ink", "border: ink"), ("heading: 1", "heading: 7"),
    ("width: 42mm", "width: 42"), ("keep-together: true", "keep-together: maybe"), ("- space: 8mm", "- spcae: 8mm"),
    ("- space: 8mm", "- { space: 8mm, text: a }"), ("- space: 8mm", "- { space: 8mm, width: 4mm }"),
    ("- space: 8mm", "- { text: a, span: 2 }"), ("- space: 8mm", "- picture: ../a.svg"), ("- space: 8mm", "- [a]"),
    ("- space: 8mm", "- stack: a"), ("- space: 8mm", "- fit: [a]"), ("- space: 8mm", "- rule: thick"),
  ]

  @Test(.slow) func schemaAndProgramRefuseTheSame() throws {
    let scratch = try Scratch()
    var files: [String] = []
    for (index, (old, new)) in Self.faults.enumerated() {
      files.append(try scratch.write(try DesignersTemplate.text(old, new), to: "\(index)/template.yaml"))
    }
    let sound = try scratch.write(DesignersTemplate.text, to: "sound/template.yaml")
    #expect(try Python.faults(of: [sound], schema: Self.schema) == [])
    let told = try Python.faults(of: files, schema: Self.schema)
    let templates = try OfficeTemplates(office: nil, from: "/", installation: TestOffice.installation)
    #expect(try templates.check(sound, issued: try #require(TestOffice.issued)).faults == [])
    for (file, (old, new)) in zip(files, Self.faults) {
      #expect(told.contains { $0.hasPrefix(file + ":") }, "the schema takes \(new) for \(old)")
      let report = try templates.check(file, issued: try #require(TestOffice.issued))
      #expect(report.hasErrors, "the program takes \(new) for \(old)")
      #expect(report.faults.first?.line != nil)
    }
  }

  /// What the program reads, the schema lets pass, however unusual.
  @Test(.slow) func whatCanBeReadFits() throws {
    let text = """
      kind: invoice
      page: { size: [210mm, 29.7cm], margin: 0 }
      papers:
      colors: { ink: "#ABC", "1": "#abcdef" }
      styles:
        body: { font-family: [Inter, Noto Sans], font-size: +.5in, letter-spacing: -0.05em }
        big:  { extends: body, font-weight: bold, line-height: "1.", font-style: italic, color: "#000" }
      header: 7
      content:
        - true
        - { text: 12.5, heading: 2, href: "{{ledger.url}}", each: notes, if: has_address, unless: is_wage }
        - stack: []
        - space: fill
        - { rule: 0, color: ink, padding: 1mm 2mm  3mm 0 }
        - row:
            - { picture: art/leaf.svg, width: 4mm, border-top: 0 ink }
            - { space: 0, width: 1.5fr }
            - { fit: { row: [a, { text: b, width: auto }] }, width: 4cm, max: 3 }
            - { qr: "{{ledger.url}}", size: 30mm }
        - table:
            each: lines
            gap: 0
            running: subtotals
            carried-forward: [{ text: 0, span: 2 }, { row: [{ text: a, width: 2mm }] }]
            columns: [{ cell: 0 }, { cell: { stack: [a] }, text-align: decimal, head: 1, head-align: end, width: 0 }]
      footer: [{ picture: art/leaf.svg, height: 4mm, width: 3mm }]
      stamp: { at: [50%, 60.5%], rotate: -17deg, width: 120mm, color: ink, art: art/leaf.svg }

      """
    let scratch = try Scratch()
    let file = try scratch.write(text, to: "a/template.yaml")
    #expect(try Python.faults(of: [file], schema: Self.schema) == [])
    let templates = try OfficeTemplates(office: nil, from: "/", installation: TestOffice.installation)
    let report = try templates.check(file, issued: try #require(TestOffice.issued))
    #expect(report.faults.map(\.message).allSatisfy { $0.hasPrefix("there is no picture") }, "\(report.faults)")
    #expect(report.faults.map(\.line) == [16, 26, 27])
  }

  @Test(.slow) func everyExampleOfTheBookFits() throws {
    let scratch = try Scratch()
    let files = try TemplateBook.examples.map { name, text in try scratch.write(text, to: "\(name).yaml") }
    #expect(files.count == 9)
    #expect(try Python.faults(of: files, schema: Self.schema) == [])
  }
}

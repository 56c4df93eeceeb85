import Foundation
import TestTools
import Testing

/// `billing-office template …`, as a designer types it.
@Suite struct TemplateCommandTests {
  @Test func makesATemplateOfOnesOwn() throws {
    let shell = try Shell()
    let made = try shell.type(["template", "new", "our-invoice", "--from", "invoice"])
    #expect(made.status == 0)
    #expect(made.output == "Templates/our-invoice/sample.yaml\nTemplates/our-invoice/template.yaml\n")
    #expect(
      made.errors
        == "Next: change its template.yaml and watch it with: billing-office preview our-invoice --watch\n")
    #expect(FileManager.default.fileExists(atPath: shell.path("Templates/template.schema.json")))

    let list = try shell.type(["template", "list"])
    #expect(list.status == 0)
    let lines = list.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(lines.first == ["our-invoice", "invoice", "Templates/our-invoice"])
    #expect(lines.contains(["board", "board", Repository.path("Templates/board")]))
    try #expect(lines.count == 1 + Repository.templates().count)

    for name in ["our-invoice", "Templates/our-invoice"] {
      let check = try shell.type(["template", "check", name])
      #expect(check.status == 0, "\(check.errors)")
      #expect(check.output == "✓ Templates/our-invoice/template.yaml is sound on Letter, A4, A5\n")
    }

    let sample = try shell.type(["template", "sample", "our-invoice"])
    #expect(sample.status == 0, "\(sample.errors)")
    #expect(sample.output == "output/sample-our-invoice.pdf\n")
    let text = try shell.text("output/sample-our-invoice.pdf")
    #expect(text.contains("DRAFT"))
    #expect(text.contains("Riverside Commons"))
    #expect(text.contains("Childcare, babysitter, one child"))
    #expect(try shell.drawnText("output/sample-our-invoice.pdf").contains("VOID BY SOLIDARITY"))
    // Designers look again and again: the sample is made anew without a word.
    #expect(try shell.type(["template", "sample", "our-invoice"]).status == 0)

    #expect(try shell.draft("order.csv", "--template", "our-invoice").status == 0)
  }

  @Test func everyFaultIsToldWithItsPlace() throws {
    let text = try OfficeFiles.file(
      "Templates/invoice/template.yaml",
      [("kind: invoice", "kind: invoice\ncolour: 1"), ("each: lines", "each: linse")])
    let shell = try Shell(["Templates/a/template.yaml": text])
    let unknown = try OfficeFiles.place(of: "colour: 1", in: text)
    let place = try OfficeFiles.place(of: "linse", in: text)
    try shell.refuses(
      ["template", "check", "a"], 65,
      """
      Templates/a/template.yaml:\(unknown): error: there is no such key as "colour"
        → did you mean "colors"?
      Templates/a/template.yaml:\(place): error: there is no list "linse"
        → did you mean "lines"?
      2 faults; nothing was written.
      """)
    let names = try (["a"] + Repository.templates()).map { "\"\($0)\"" }
    try shell.refuses(
      ["template", "check", "b"], 66,
      """
      error: there is no template "b"
        → the templates here are \(names.dropLast().joined(separator: ", ")) and \(names[names.count - 1])
      """)
    #expect(try shell.type(["template", "sample", "a"]).status == 65)
  }

  @Test func listsTheFields() throws {
    let run = try Shell().type(["template", "fields", "invoice"])
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n").map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
    #expect(lines.contains { $0.first == "office.name" && $0.last?.hasSuffix("The office's name.") == true })
    #expect(run.output.firstMatch(of: #/\nlines +list +What was given\.\n  item +What was given\.\n/#) != nil)
    #expect(run.output.firstMatch(of: #/\n  is_wage +flag +Whether/#) != nil)
    #expect(run.output.firstMatch(of: #/\npage\.is_first +flag +Whether/#) != nil)
    try Shell().refuses(
      ["template", "fields", "invoce"], 64,
      """
      error: there is no kind of paper "invoce"
        → did you mean "invoice"?
      """)
  }

  @Test func worksWhereThereIsNoOffice() throws {
    let shell = try Shell()
    try FileManager.default.createDirectory(atPath: shell.scratch.path("elsewhere"), withIntermediateDirectories: true)
    #expect(try shell.type(["template", "check", "invoice"], in: "elsewhere").status == 0)
    #expect(try shell.type(["template", "fields", "invoice"], in: "elsewhere").status == 0)
    let sample = try shell.type(["template", "sample", "invoice", "--paper", "A5"], in: "elsewhere")
    #expect(sample.output == "sample-invoice.pdf\n")
    try shell.refuses(
      ["template", "new", "x"], 66,
      """
      error: no office here: there is no office.yaml in this folder or above it
        → begin one with: billing-office new my-market, or name one with --office DIR
      """, in: "elsewhere")
  }

  @Test func aNamedFileIsNotOverwrittenUnlessAsked() throws {
    let shell = try Shell(["look.pdf": "mine"])
    try shell.refuses(
      ["template", "sample", "invoice", "--output", "look.pdf"], 73,
      """
      look.pdf: error: this file is there already
        → keep it and choose another place with --output, or overwrite it with --force
      """)
    #expect(try shell.type(["template", "sample", "invoice", "--output", "look.pdf", "--force"]).status == 0)
    try shell.refuses(
      ["template", "sample", "invoice", "--output", "look"], 64,
      """
      error: "look" is no name for a file in the format pdf
        → name a file that ends in .pdf, such as --output look.pdf
      """)
  }

  @Test func aSampleMayNameAnotherOffice() throws {
    let sample = """
      office: { name: Hilltop Commons, place: On the hill }
      order: [{ item: rice, quantity: 2 }]
      """
    let shell = try Shell([
      "Templates/a/template.yaml": try OfficeFiles.template(), "Templates/a/sample.yaml": sample,
    ])
    #expect(try shell.type(["template", "sample", "a", "--output", "a.pdf"]).status == 0)
    let text = try shell.text("a.pdf")
    #expect(text.contains("Hilltop Commons"))
    #expect(text.contains("On the hill"))
    #expect(!text.contains("Riverside Commons"))
  }

  @Test(arguments: [
    ([], "new our-invoice --from invoice"), (["list"], "list"), (["new"], "new our-invoice --from invoice"),
    (["check"], "check our-invoice"), (["fields"], "fields invoice"), (["sample"], "sample our-invoice"),
    (["documents"], "documents"),
  ])
  func helpHasAnExample(command: [String], example: String) throws {
    let run = try Shell().type(["template"] + command + ["--help"])
    #expect(run.status == 0)
    #expect(run.output.contains("\n  billing-office template \(example)\n"), "\(run.output)")
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(run.output)")
  }
}

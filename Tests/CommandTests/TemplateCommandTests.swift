import Foundation
import TestTools
import Testing

/// `billing-office template …`, as a designer types it.
@Suite struct TemplateCommandTests {
  @Test(.slow) func makesATemplateOfOnesOwn() throws {
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
    let papers = ["A3", "A4", "A5", "Letter", "Legal", "Tabloid"]
    #expect(lines.first == ["our-invoice", "invoice"] + papers + ["Templates/our-invoice"])
    #expect(lines.contains(["board", "board"] + papers + [Repository.path("Templates/board")]))
    try #expect(lines.count == 1 + Repository.templates().count)

    for name in ["our-invoice", "Templates/our-invoice"] {
      let check = try shell.type(["template", "check", name])
      #expect(check.status == 0, "\(check.errors)")
      #expect(check.output == "✓ Templates/our-invoice/template.yaml is sound on Letter, A3, A4, A5, Legal, Tabloid\n")
    }

    let sample = try shell.type(["template", "sample", "our-invoice"])
    #expect(sample.status == 0, "\(sample.errors)")
    #expect(sample.output == "output/sample-our-invoice.pdf\n" && sample.errors.isEmpty, "\(sample.errors)")
    let preview = try shell.type(["preview", "our-invoice"])
    #expect(preview.status == 0 && preview.output == "output/preview-our-invoice.png\n", "\(preview.errors)")

    for name in ["our-invoice", "./Templates/our-invoice"] {
      let draft = try shell.draft("order.csv", "--template", name, "--force")
      #expect(draft.status == 0 && draft.output == "output/order-draft.pdf\n", "\(draft.errors)")
    }
  }

  @Test(.slow) func whatIsWrongIsToldWithItsPlaceOrWithWhatToType() throws {
    let text = try OfficeFiles.file(
      "Templates/invoice/template.yaml",
      [("kind: invoice", "kind: invoice\ncolour: 1"), ("each: lines", "each: linse")])
    let wide = try OfficeFiles.template(
      "{{t.tagline}}\"", "\(String(repeating: "W", count: 90))\", white-space: nowrap")
    let shell = try Shell(["Templates/a/template.yaml": text, "Templates/b/template.yaml": wide, "look.pdf": "mine"])
    let unknown = try OfficeFiles.place(of: "colour: 1", in: text)
    let place = try OfficeFiles.place(of: "linse", in: text)
    let words = """
      Templates/a/template.yaml:\(unknown): error: there is no such key as "colour"
        → did you mean "colors"?
      Templates/a/template.yaml:\(place): error: there is no list "linse"
        → did you mean "lines"?
      2 faults; nothing was written.
      """
    for command in [["template", "check", "a"], ["template", "sample", "a"], ["preview", "a"]] {
      try shell.refuses(command, 65, words)
    }
    try shell.refuses(
      ["template", "fields", "invoce"], 64,
      """
      error: there is no kind of paper "invoce"
        → did you mean "invoice"?
      """)
    try shell.refuses(
      ["preview", "a", "--output", "x.pdf"], 64,
      "error: \"x.pdf\" is no name for a picture\n  → name a file that ends in .png")
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
    // What does not fit is outlined if that is asked for, and told all the same.
    let misfit = "Templates/b/template.yaml:\(try OfficeFiles.place(of: "{ text: \"WWW", in: wide)): "
    for command in [["preview", "b"], ["template", "sample", "b"]] {
      #expect(try shell.type(command).errors.hasPrefix("\(misfit)error: this is "))
      let shown = try shell.type(command + ["--outline"])
      #expect(shown.status == 0 && shown.errors.hasPrefix("\(misfit)warning: this is "), "\(shown.errors)")
    }
  }

  @Test(.slow) func worksWhereThereIsNoOffice() throws {
    let shell = try Shell()
    try FileManager.default.createDirectory(atPath: shell.scratch.path("elsewhere"), withIntermediateDirectories: true)
    #expect(try shell.type(["template", "check", "invoice"], in: "elsewhere").status == 0)
    let fields = try shell.type(["template", "fields", "invoice"], in: "elsewhere")
    #expect(fields.status == 0)
    #expect(fields.output.contains(/office\.name +The office's name\.\n/))
    #expect(fields.output.contains(/\nlines +list +What was given\.\n  item +What was given\.\n/))
    #expect(fields.output.contains(/\n  is_wage +flag +Whether/))
    #expect(fields.output.contains(/\n\nIn header: and footer: there are also\n/))
    #expect(fields.output.contains(/\npage\.is_first +flag +Whether/))
    let sample = try shell.type(["template", "sample", "invoice", "--paper", "A5"], in: "elsewhere")
    #expect(sample.output == "sample-invoice.pdf\n")
    try shell.refuses(
      ["template", "new", "x"], 66,
      """
      error: no office here: there is no office.yaml in this folder or above it
        → begin one with: billing-office new my-market, or name one with --office DIR
      """, in: "elsewhere")
  }
}

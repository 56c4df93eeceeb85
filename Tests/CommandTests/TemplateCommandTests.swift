import BillingOffice
import Foundation
import OfficeFixtures
import TestTools
import Testing

@testable import billing_office

/// What `billing-office template …` and `preview` tell a designer.
@Suite struct TemplateCommandTests {
  @Test func whatIsWrongIsToldWithItsPlaceOrWithWhatToType() throws {
    let text = try OfficeFiles.file(
      "Templates/invoice-calm/template.yaml",
      [("kind: invoice", "kind: invoice\ncolour: 1"), ("each: lines", "each: linse")])
    let wide = try OfficeFiles.template(
      "{{t.tagline}}\"", "\(String(repeating: "W", count: 90))\", white-space: nowrap")
    let office = try TestOffice([
      "Templates/a/template.yaml": text, "Templates/b/template.yaml": wide, "look.pdf": "mine",
    ])
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
      try office.refuses(command, 65, words)
    }
    try office.refuses(
      ["preview", "a", "--output", "x.pdf"], 64,
      "error: \"x.pdf\" is no name for a picture\n  → name a file that ends in .png")
    let look = ["template", "sample", "invoice", "--output", "./look.pdf"]
    try office.refuses(
      look, 73,
      """
      look.pdf: error: this file is there already
        → keep it and choose another place with --output, or overwrite it with --force
      """)
    #expect(try office.type(look + ["--force"]).paths == ["look.pdf"])
    try office.refuses(
      ["template", "sample", "invoice", "--output", "look"], 64,
      """
      error: "look" is no name for a file in the format pdf
        → name a file that ends in .pdf, such as --output look.pdf
      """)
    // What does not fit is outlined if that is asked for, and told all the same.
    let misfit = "Templates/b/template.yaml:\(try OfficeFiles.place(of: "{ text: \"WWW", in: wide)): "
    for command in [["preview", "b"], ["template", "sample", "b"]] {
      #expect(try office.refusal { _ = try office.type(command) }.words.hasPrefix("\(misfit)error: this is "))
      let shown = try office.type(command + ["--outline"]).words
      #expect(shown.first?.hasPrefix("\(misfit)warning: this is ") == true, "\(shown)")
    }
  }

  @Test func worksWhereThereIsNoOffice() throws {
    let scratch = try Scratch()
    let templates = try OfficeTemplates(
      office: nil, from: scratch.folder.path, installation: TestOffice.installation)
    let day = try #require(TestOffice.issued)
    #expect(try templates.check("invoice", paper: nil, issued: day).faults.isEmpty)
    let fields = try TemplateFieldsCommand.parse(["invoice"]).lines(of: templates).joined(separator: "\n")
    #expect(fields.contains(/office\.name +The office's name\.\n/))
    #expect(fields.contains(/\nlines +list +What was given\.\n  item +What was given\.\n/))
    #expect(fields.contains(/\n  is_wage +flag +Whether/))
    #expect(fields.contains(/\n\nIn header: and footer: there are also\n/))
    #expect(fields.contains(/\npage\.is_first +flag +Whether/))
    try TestOffice().refuses(64, "error: there is no kind of paper \"invoce\"\n  → did you mean \"invoice\"?") {
      _ = try TemplateFieldsCommand.parse(["invoce"]).lines(of: templates)
    }
    try TestOffice().refuses(
      66,
      """
      error: no office here: there is no office.yaml in this folder or above it
        → begin one with: billing-office new my-market, or name one with --office DIR
      """
    ) { _ = try templates.copy("invoice", as: "x") }
  }
}

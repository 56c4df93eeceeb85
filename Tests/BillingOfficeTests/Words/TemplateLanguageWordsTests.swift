import Layout
import Templating
import Testing

@testable import BillingOffice
@testable import Papers

@Suite struct TemplateLanguageWordsTests {
  private func words(_ fact: TemplateFault.Fact) -> String {
    let mark = Mark(file: "Templates/invoice/template.yaml", line: 12, column: 7)
    let diagnostic = Diagnostic.of(TemplateFault(mark: mark, fact: fact))
    #expect(diagnostic.severity == .error)
    #expect(diagnostic.kind == .data)
    #expect((diagnostic.file, diagnostic.line, diagnostic.column) == (mark.file, 12, 7))
    return diagnostic.message + (diagnostic.hint.map { "\n→ \($0)" } ?? "")
  }

  @Test func standsBehindThePlace() {
    let mark = Mark(file: "template.yaml", line: 3, column: 4)
    #expect(
      Diagnostic.of(TemplateFault(mark: mark, fact: .unclosedPlaceholder)).description == """
        template.yaml:3:4: error: this {{ is never closed
          → write }} behind the name
        """)
  }

  @Test func speaksOfYAML() {
    #expect(
      words(.notYAML("did not find expected ',' or '}'")) == """
        this is not YAML: did not find expected ',' or '}'
        → look for a missing quote, a missing colon or a tab on this line or the one above
        """)
  }

  @Test func speaksOfKeys() {
    #expect(
      words(.unknownKey("colour", known: ["font-size", "color", "text-align"])) == """
        there is no such key as "colour"
        → did you mean "color"?
        """)
    #expect(words(.unknownKey("colour", known: [])) == "there is no such key as \"colour\"")
    #expect(words(.missingKey("columns", in: "table")) == "table: needs a key columns:\n→ add columns:")
  }

  @Test func speaksOfValues() {
    #expect(
      words(.wrongValue(key: "padding", found: "\"4\"", expected: "one to four lengths such as 4mm or 2mm 6mm")) == """
        padding: cannot be "4"
        → what fits here is one to four lengths such as 4mm or 2mm 6mm
        """)
    #expect(
      words(.wrongValue(key: "row", found: "nothing", expected: "a list of elements")) == """
        row: cannot be nothing
        → what fits here is a list of elements
        """)
    #expect(
      words(
        .wrongValue(
          key: "margin", found: "as wide or as high as the paper", expected: "less, so that there is room within"))
          == """
          margin: cannot be as wide or as high as the paper
          → what fits here is less, so that there is room within
          """)
  }

  @Test func speaksOfNames() {
    #expect(
      words(.unknownStyle("tilte", known: ["title", "body"])) == """
        there is no style "tilte" in styles:
        → did you mean "title"?
        """)
    #expect(
      words(.unknownColor("inc", known: ["ink"])) == "there is no colour \"inc\" in colors:\n→ did you mean \"ink\"?")
    #expect(
      words(.unknownPaper("A44", known: ["A4", "A5", "Letter", "A3"])) == """
        there is no paper "A44"
        → did you mean "A4"?
        """)
    #expect(
      words(.unknownKind("invoce", known: ["invoice"])) == """
        there is no kind of paper "invoce"
        → did you mean "invoice"?
        """)
    #expect(
      words(.unknownPlaceholder("office.nmae", known: ["office.name", "number", "issued", "t.item"])) == """
        {{office.nmae}} names nothing
        → did you mean "office.name"?
        """)
    // Where nothing is near, the nearest is told all the same.
    #expect(
      words(.unknownPlaceholder("zzz", known: ["office.name", "number"])) == """
        {{zzz}} names nothing
        → did you mean "number" or "office.name"?
        """)
    #expect(words(.unknownList("linse", known: ["lines"])) == "there is no list \"linse\"\n→ did you mean \"lines\"?")
    #expect(
      words(.unknownFlag("is_wag", known: ["is_wage"])) == "there is no flag \"is_wag\"\n→ did you mean \"is_wage\"?")
    #expect(words(.unknownFlag("is_wag", known: [])) == "there is no flag \"is_wag\"")
  }

  @Test func speaksOfPlaceholders() {
    #expect(
      words(.notAText("lines")) == """
        {{lines}} is not a text
        → name a text inside it, repeat an element with each:, or choose with if:
        """)
    #expect(words(.unclosedPlaceholder) == "this {{ is never closed\n→ write }} behind the name")
    #expect(
      words(.unknownTag("{{#lines}}")) == """
        {{#lines}} is no placeholder
        → repeat with each:, choose with if:, and write names as {{name}}
        """)
  }

  @Test func speaksOfElements() {
    let known = ["text", "stack", "row", "table"]
    #expect(words(.noElement(keys: ["tabel"], known: known)) == "this is no element\n→ did you mean \"table\"?")
    #expect(
      words(.noElement(keys: [], known: known)) == """
        this is no element
        → an element is one of text, stack, row, table
        """)
    #expect(
      words(.noElement(keys: ["paragraph"], known: known)) == """
        this is no element
        → an element is one of text, stack, row, table
        """)
    #expect(
      words(.severalElements(["text", "row"])) == """
        this is "text" and "row" at once
        → give each a - of its own
        """)
  }

  @Test func speaksOfPictures() {
    #expect(
      words(.pathOutside("../mark.svg")) == """
        ../mark.svg is outside the template's folder
        → put the picture into the template's art/ folder
        """)
  }
}

import Testing

@testable import Templating

@Suite struct PhraseTests {
  private static let known = ["t.hello", "t.of", "office.name", "office.place.city", "title"]

  @Test func fillsInPlaceholders() throws {
    #expect(try texts(#"  [ text: "{{title}}" ]"#) == [["Title"]])
    #expect(try texts(#"  [ text: "a {{ title }}, b{{title}}" ]"#) == [["a Title, bTitle"]])
    #expect(try texts("  - no placeholder") == [["no placeholder"]])
    #expect(try texts(#"  [ text: "{ } }} {" ]"#) == [["{ } }} {"]])
  }

  @Test func followsRecords() throws {
    #expect(try texts(#"  [ text: "{{office.place.city}} {{t.of}} {{office.name}}" ]"#) == [["Leeds of Riverside"]])
  }

  @Test func constantsAreFilledInAtReadTime() throws {
    let reading = TemplateReading(file: "t.yaml", folder: "T", text: "", constants: Note.constants)
    reading.shape = ScopeShape(Note.shape)
    #expect(reading.phrase("{{t.hello}}, {{office.name}}!", at: mark(1, 1)).literal == "Hello, Riverside!")
    #expect(reading.phrase("", at: mark(1, 1)).literal == "")
    let phrase = reading.phrase("{{t.hello}} {{title}} {{t.of}}{{t.of}}", at: mark(1, 1))
    #expect(phrase.literal == nil)
    #expect(phrase.segments.count == 3)
    #expect(phrase.text(in: Scope(["title": .text("x")])) == "Hello x ofof")
    #expect(phrase.text(in: Scope([:])) == "Hello  ofof")
    #expect(reading.faults.isEmpty)
  }

  @Test(arguments: [
    "a: b", "{{office.name}}", "{{#x}}", "a & b", "<b>bold</b>", "&amp;", "- x", "#no note", "\"quoted\"", "'", "[x]",
    "{a: b}", "*x", "&x", "| ", "!!int", "%", "@", "null", "~", "\\n", "{{{x}}}", "}}", "{{",
  ])
  func dataAreNeverRead(_ title: String) throws {
    let shown = String(title.reversed().drop { $0 == " " }.reversed())
    #expect(try texts(#"  [ text: "{{title}}" ]"#, Note.data(title: title)) == [[shown]])
    #expect(try texts(#"  [ text: "({{title}})" ]"#, Note.data(title: title)) == [["(\(title))"]])
  }

  @Test func constantsAreNeverReadEither() {
    let constants: [String: TemplateData] = ["t": .record(["hello": .text("{{title}} & <b>")])]
    let reading = TemplateReading(file: "t.yaml", folder: "T", text: "", constants: constants)
    reading.shape = ScopeShape(Note.shape)
    #expect(reading.phrase("{{t.hello}}", at: mark(1, 1)).literal == "{{title}} & <b>")
  }

  @Test func innerNamesHideOuterOnes() throws {
    #expect(
      try texts(#"  [ { each: lines, text: "{{title}} {{office.name}}" } ]"#) == [["Rice Riverside", "Salt Riverside"]])
    let nested = """
        - each: lines
          stack:
            - { each: marks, text: "{{mark}} {{title}} {{price}}" }
      """
    let data = Note.data(lines: [Note.line("A", "1", marks: ["x", "y"]), Note.line("B", "2", marks: ["z"])])
    #expect(try texts(nested, data) == [["x A 1", "y A 1", "z B 2"]])
  }

  @Test func namesThatLeadNowhereAreFaults() {
    #expect(faults(#"  - "{{titel}}""#) == [fault(2, 6, .unknownPlaceholder("titel", known: Self.known))])
    #expect(faults(#"  - text: "a {{}}""#) == [fault(2, 14, .unknownPlaceholder("", known: Self.known))])
    #expect(
      faults(#"  - text: "{{office.nmae}}""#) == [fault(2, 12, .unknownPlaceholder("office.nmae", known: Self.known))])
    #expect(faults(#"  - text: "{{price}}""#) == [fault(2, 12, .unknownPlaceholder("price", known: Self.known))])
  }

  @Test func listsGroupsAndFlagsAreNoTexts() {
    for name in ["lines", "office", "office.place", "is_new", "sums"] {
      #expect(faults("  - text: \"{{\(name)}}\"") == [fault(2, 12, .notAText(name))])
    }
  }

  @Test(arguments: ["#x", "/x", "^x", "! x", "> x", "&x", "{x", "=<% %>="]) func otherTagsAreRefused(_ tag: String) {
    #expect(faults("  - text: \"a {{\(tag)}}\"") == [fault(2, 14, .unknownTag("{{\(tag)}}"))])
  }

  @Test func whatIsNeverClosedIsAFault() {
    #expect(faults(#"  - text: "{{title}} {{title""#) == [fault(2, 22, .unclosedPlaceholder)])
  }

  @Test func everyPlaceIsExact() {
    func unknown(_ line: Int, _ column: Int, _ name: String = "x") -> TemplateFault {
      fault(line, column, .unknownPlaceholder(name, known: Self.known))
    }
    #expect(faults("  - text: a {{x}}") == [unknown(2, 13)])
    #expect(faults(#"  - { style: large, text: 'é {{x}}' }"#) == [unknown(2, 30)])
    #expect(faults(#"  - "{{x}} {{x}} {{title}} {{x}}""#) == [unknown(2, 6), unknown(2, 12), unknown(2, 28)])
    #expect(faults("  - text: |\n      a {{title}}\n      b {{x}} c\n      {{x}}") == [unknown(4, 9), unknown(5, 7)])
    #expect(
      faults("  - text: >\n      a\n\n      {{x}}\n  - z {{x}}")
        == [unknown(5, 7), unknown(6, 7)])
    #expect(faults("  - text: \"a\n      {{x}} b\"") == [unknown(3, 7)])
    #expect(faults("  - text: \"\\\"\\u00e9 {{x}}\"") == [unknown(2, 21)])
    #expect(faults("  - text: \"{{x\n      }}\"") == [unknown(2, 12)])
    #expect(faults("  - text: |\r\n      {{title}}\r\n      {{x}}\r") == [unknown(4, 7)])
  }
}

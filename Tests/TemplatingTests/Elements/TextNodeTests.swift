import LayoutFakes
import Layout
import Testing

@testable import Templating

@Suite struct TextNodeTests {
  private func text(_ keys: String, _ value: String = "a") throws -> Text {
    try #require(try element("  { text: \(value)\(keys.isEmpty ? "" : ", " + keys) }") as? Text)
  }

  @Test func readsEveryPropertyOfAStyle() throws {
    #expect(try text("font-family: [A, B]").style.families == ["A", "B"])
    #expect(try text("font-size: 8pt").style.size == 8)
    #expect(try text("font-weight: bold").style.weight == 700)
    #expect(try text("font-style: italic").style.isItalic)
    #expect(try !text("font-style: normal").style.isItalic)
    #expect(try text("line-height: 1.5").style.lineHeight == 1.5)
    #expect(try text("letter-spacing: 0.06em").style.letterSpacing == 0.06)
    #expect(try text("font-variant-numeric: tabular-nums").style.hasTabularFigures)
    #expect(try text("color: red").style.color == Color(red: 1, green: 0, blue: 0))
    #expect(try text("text-align: end").alignment == .end)
    #expect(try !text("white-space: nowrap").wraps)
    #expect(try text("white-space: normal").wraps)
    #expect(try text("text-transform: none").text == "a")
  }

  @Test func beginsWithBodyOrItsStyle() throws {
    let plain = try text("")
    #expect(plain.style.families == ["Fake"])
    #expect(plain.style.size == 10)
    #expect(plain.alignment == .start)
    #expect(try text("style: large").style.size == 20)
    #expect(try text("style: large").style.families == ["Fake"])
    #expect(try text("style: large, font-size: 5pt").style.size == 5)
  }

  @Test func capitalsAreMadeOfDataToo() throws {
    #expect(try texts(#"  { text: "ß {{title}} {{t.hello}}", text-transform: uppercase }"#) == [["SS TITLE HELLO"]])
    #expect(try text("text-transform: uppercase", "straße").text == "STRASSE")
  }

  @Test func textKnowsItsLanguageAndWhatWasTyped() throws {
    let content = """
        - { text: "{{title}}¹" }
        - { text: "{{title}}", lang: es, text-transform: uppercase }
        - { text: "{{title}} in {{office.name}}" }
        - { text: Pain, lang: fr }
        - { text: Bread }
      """
    let (template, faults) = Template.read(
      TemplateSource(Note.sheet(content), file: "t.yaml"), folder: "T", kinds: ["note": Note.shape],
      constants: Note.constants)
    #expect(faults.isEmpty)
    func found(_ title: TemplateData) -> [[String?]] {
      let elements = (template?.document(for: ["title": title]).content as? Stack)?.children ?? []
      return elements.compactMap { Self.text($0) }.map { [$0.text, $0.language, $0.typed] }
    }
    #expect(
      found(.foreign("Brot", language: "de")) == [
        ["Brot¹", "de", nil], ["BROT", "de", "Brot"], ["Brot in Riverside", nil, nil], ["Pain", "fr", nil],
        ["Bread", nil, nil],
      ])
    #expect(found(.text("Pan"))[0] == ["Pan¹", nil, nil] && found(.text("Pan"))[1] == ["PAN", "es", "Pan"])
  }

  /// By the rules of the paper's language, or of the text's own.
  @Test func capitalsAreThoseOfALanguage() throws {
    let content = """
        - { text: i, text-transform: uppercase }
        - { text: i, text-transform: uppercase, lang: tr }
        - { text: "{{title}}", text-transform: uppercase, lang: "{{title}}" }
        - { text: i, lang: tr }
      """
    let (template, faults) = Template.read(
      TemplateSource(Note.sheet(content), file: "t.yaml"), folder: "T", kinds: ["note": Note.shape],
      constants: Note.constants,
      capitals: { "\($0) in \($1 ?? "its own")" })
    #expect(faults.isEmpty)
    let elements = (template?.document(for: ["title": .text("title")]).content as? Stack)?.children ?? []
    #expect(elements.compactMap { Self.text($0)?.text } == ["i in its own", "i in tr", "title in title", "i"])
  }

  private static func text(_ element: any Element) -> Text? {
    if let text = element as? Text { return text }
    let content = Mirror(reflecting: element).children.first { $0.label == "content" }?.value
    return (content as? any Element).flatMap { text($0) }
  }

  @Test func oneStyleIsOneObject() throws {
    let all = try elements("  - a\n  - { text: b, style: large }\n  - c\n  - { text: d, font-size: 20pt }")
    let styles = all.compactMap { ($0 as? Text)?.style }
    #expect(styles.count == 4)
    #expect(styles[0] === styles[2])
    #expect(styles[1] === styles[3])
    #expect(styles[0] !== styles[1])
  }

  @Test func anEmptyTextIsALine() throws {
    #expect(try seen("  - \"\"\n  - a") == [Seen("a", 0, 10, 5, 10)])
  }

  @Test func faults() {
    let known = ["body", "large"]
    #expect(
      TemplatingTests.faults("  - { text: a, style: lareg }") == [fault(2, 23, .unknownStyle("lareg", known: known))])
    let expected = "a text, with placeholders such as {{number}}"
    #expect(
      TemplatingTests.faults("  - text:\n  - text: [a]") == [
        fault(2, 10, .wrongValue(key: "text", found: "nothing", expected: expected)),
        fault(3, 11, .wrongValue(key: "text", found: "a list", expected: expected)),
      ])
  }
}

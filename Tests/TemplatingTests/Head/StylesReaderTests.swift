import Layout
import Testing

@testable import Templating

@Suite struct StylesReaderTests {
  private func sizes(_ styles: String, _ names: String...) throws -> [TextStyle] {
    let content = names.map { "  - { text: a, style: \($0) }" }.joined(separator: "\n")
    let made = try template("kind: note\nstyles:\n\(styles)\ncontent:\n\(content)").document(for: [:]).content
    return try #require(made as? Stack).children.compactMap { ($0.bare as? Text)?.style }
  }

  private func faults(_ head: String) -> [TemplateFault] { read("\(head)\nkind: note\ncontent: a").faults }

  @Test func bodyComesFirstWhereverItStands() throws {
    let styles = try sizes("  a: { font-weight: 600 }\n  body: { font-size: 7pt }", "a", "body")
    #expect(styles.map(\.size) == [7, 7])
    #expect(styles.map(\.weight) == [600, 400])
    #expect(try sizes("  a: {}", "body", "a").map(\.size) == [10, 10])
  }

  @Test func stylesBeginWithOthersInAnyOrder() throws {
    let yaml = """
        c: { extends: b, font-weight: 700 }
        b: { extends: a, font-size: 9pt }
        a: { font-size: 8pt, line-height: 2 }
        d: { extends: body }
        body: { font-size: 7pt, line-height: 1 }
      """
    let styles = try sizes(yaml, "a", "b", "c", "d")
    #expect(styles.map(\.size) == [8, 9, 9, 7])
    #expect(styles.map(\.lineHeight) == [2, 2, 2, 1])
    #expect(styles.map(\.weight) == [400, 400, 700, 400])
  }

  @Test func aLongChainIsNoTrouble() {
    let chain = (1...5000).map { "  s\($0): { extends: s\($0 - 1) }" }.reversed().joined(separator: "\n")
    #expect(faults("styles:\n\(chain)\n  s0: { font-size: 5pt }") == [])
  }

  @Test func colorsByName() throws {
    let text = "kind: note\ncolors: { a: \"#fff\", b: '#000' }\nstyles: { body: { color: a } }\ncontent: { text: x }"
    let made = try template(text).document(for: [:]).content
    #expect((made.bare as? Text)?.style.color == .white)
  }

  @Test func wrongColors() {
    let expected = "a colour such as \"#c8102e\""
    #expect(
      faults("colors:\n  ink: #141414\n  red: red\n  b: \"#12\"\nstyles: { x: { color: ink } }") == [
        fault(2, 7, .wrongValue(key: "ink", found: "nothing", expected: expected)),
        fault(3, 8, .wrongValue(key: "red", found: "\"red\"", expected: expected)),
        fault(4, 6, .wrongValue(key: "b", found: "\"#12\"", expected: expected)),
      ])
    #expect(
      faults("colors: [a]") == [fault(1, 9, .wrongValue(key: "colors", found: "a list", expected: "colours by name"))])
    #expect(faults("colors:\nstyles:") == [])
  }

  @Test func wrongStyles() {
    #expect(
      faults("styles: a") == [fault(1, 9, .wrongValue(key: "styles", found: "\"a\"", expected: "styles by name"))])
    #expect(
      faults("styles:\n  x: 9pt\n  y: { extends: z, font-siez: 9pt }\n  w: { font-size: 9 }") == [
        fault(2, 6, .wrongValue(key: "x", found: "\"9pt\"", expected: "keys and values")),
        fault(3, 17, .unknownStyle("z", known: ["body", "x"])),
        fault(3, 20, .unknownKey("font-siez", known: StylesReader.properties.map(\.name))),
        fault(4, 19, .wrongValue(key: "font-size", found: "\"9\"", expected: "a size such as 9.5pt")),
      ])
    #expect(
      faults("styles: { body: { extends: a }, a: {} }") == [
        fault(1, 19, .unknownKey("extends", known: StyleSheet.properties.map(\.name)))
      ])
  }

  @Test func circles() {
    let expected = "a style that does not begin with this one"
    #expect(
      faults("styles:\n  a: { extends: b }\n  b: { extends: c }\n  c: { extends: a }") == [
        fault(2, 17, .wrongValue(key: "extends", found: "\"b\"", expected: expected))
      ])
    #expect(
      faults("styles:\n  a: { extends: a }") == [
        fault(2, 17, .wrongValue(key: "extends", found: "\"a\"", expected: expected))
      ])
  }
}

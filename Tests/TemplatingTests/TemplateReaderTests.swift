import LayoutFakes
import Foundation
import Layout
import TestTools
import Testing

@testable import Templating

@Suite struct TemplateReaderTests {
  private static let keys = ["kind", "page", "papers", "colors", "styles", "header", "content", "footer", "stamp"]

  @Test func needsAKindAndContent() {
    let both = [fault(1, 1, .missingKey("kind", in: "template")), fault(1, 1, .missingKey("content", in: "template"))]
    for empty in ["", "# nothing\n", "{}"] { #expect(read(empty).faults == both) }
    #expect(read("\n\npage: { size: A4 }").faults.map(\.mark) == [mark(3, 1), mark(3, 1)])
  }

  @Test func aListAtTheTopIsAFault() {
    let expected = "keys and values"
    #expect(read("- a").faults == [fault(1, 1, .wrongValue(key: "template", found: "a list", expected: expected))])
    #expect(read("hello").faults == [fault(1, 1, .wrongValue(key: "template", found: "\"hello\"", expected: expected))])
  }

  @Test func whatIsNoYAMLIsOneFault() {
    #expect(
      read("kind: note\ncontent: [a").faults == [fault(2, 12, .notYAML("did not find expected ',' or ']'"))])
    #expect(read("kind: note\nkind: note").faults == [fault(1, 1, .notYAML("\"kind\" stands twice"))])
    #expect(
      read("kind: note\ncontent:\n\t- a").faults == [
        fault(3, 1, .notYAML("found character that cannot start any token"))
      ])
  }

  @Test func aKindThatDoesNotExistDoesNotHideTheRest() {
    #expect(
      read("kind: ntoe\ncontent: { text: \"{{anything}}\", if: is_any, colour: red }").faults.map(\.fact) == [
        .unknownKind("ntoe", known: ["note"]),
        .unknownKey("colour", known: (TextNode.spec.properties + Common.properties).map(\.name)),
      ])
    #expect(
      read("kind: [note]\ncontent: a").faults == [
        fault(1, 7, .wrongValue(key: "kind", found: "a list", expected: "a kind of paper such as invoice"))
      ])
  }

  @Test func contentMustBeThere() {
    let expected = "an element, or a list of elements"
    for key in ["header", "content", "footer"] {
      let others = key == "content" ? "" : "\ncontent: a"
      #expect(
        read("\(key):\nkind: note\(others)").faults == [
          fault(1, key.count + 2, .wrongValue(key: key, found: "nothing", expected: expected))
        ])
    }
  }

  @Test func everythingIsToldAtOnceInTheOrderOfTheFile() {
    let text = """
      pages: { size: A4 }
      footer: { text: "{{page.nubmer}}" }
      content:
        - { text: "{{titel}}", style: lrage, color: rde }
        - { table: { columns: [{ cel: a }] } }
        - { picture: ../a.svg, each: liens }
        - { if: is_old, row: a }
        - "{{#lines}}{{title}}{{/lines}} {{title"
        - { text: a, stack: [] }
        - { tetx: a }
      stamp: { rotate: 4 }
      styles: { lage: { font-size: 3 } }
      papers: { A55: {} }
      kind: note
      """
    let faults = read(text).faults
    #expect(
      faults.map(\.mark) == [
        mark(1, 1), mark(2, 18), mark(4, 14), mark(4, 33), mark(4, 47), mark(5, 14), mark(5, 26), mark(5, 28),
        mark(6, 16), mark(6, 32), mark(7, 11), mark(7, 24), mark(8, 6), mark(8, 25), mark(8, 36), mark(9, 5),
        mark(10, 5), mark(11, 18), mark(12, 30), mark(13, 11),
      ])
    #expect(faults.first?.fact == .unknownKey("pages", known: Self.keys))
    #expect(read(text).template == nil)
  }

  @Test func linesMayEndAsOnWindows() throws {
    let text = Note.sheet("  - a\n  - \"{{title}}\"").replacing("\n", with: "\r\n")
    #expect(try pages(try template(text)).map(\.texts) == [["a", "Title"]])
  }

  @Test(.slow) func aMegabyteIsNoTrouble() {
    let line = "  - { text: \"{{title}} in {{office.place.city}}\", padding: 1pt, if: is_new }\n"
    let good = "kind: note\ncontent:\n" + String(repeating: line, count: 1_000_000 / line.utf8.count)
    let wrong = good.replacingOccurrences(of: "title", with: "titel")
    let flat = "kind: note\ncontent: [" + String(repeating: "\"é {{titel}}\", ", count: 60_000) + "a]"
    let clock = ContinuousClock()
    let begin = clock.now
    #expect(read(good).faults == [])
    #expect(read(wrong).faults.count == 1000)
    #expect(read(flat).faults.count == 1000)
    #expect(clock.now - begin < .seconds(60))
    #expect(read(String(repeating: "x", count: 1_000_000)).faults.count == 1)
  }

  @Test func deepNestingEnds() throws {
    func nested(_ depth: Int) -> String {
      let open = String(repeating: "{ stack: [", count: depth)
      return "kind: note\ncontent: \(open)a\(String(repeating: "] }", count: depth))"
    }
    #expect(try pages(try template(nested(20))).map(\.texts) == [["a"]])
    for depth in [40, 400, 40_000] {
      let found = read(nested(depth)).faults
      #expect(found.count == 1)
      guard case .notYAML? = found.first?.fact else {
        Issue.record("\(found)")
        continue
      }
    }
  }
}

import LayoutFakes
import Layout
import Testing

@testable import Templating

@Suite struct CommonTests {
  private func box(_ keys: String) throws -> Box {
    try #require(try element("  { text: a, \(keys) }") as? Box)
  }

  @Test func boxes() throws {
    #expect(try box("padding: 1pt 2pt 3pt 4pt").padding == Insets(top: 1, end: 2, bottom: 3, start: 4))
    #expect(try box("background: red").background == Color(red: 1, green: 0, blue: 0))
    #expect(try box("border: 1pt red").border == Box.Border(width: 1, color: Color(red: 1, green: 0, blue: 0)))
    #expect(try box("min-height: 12pt").leastHeight == 12)
    #expect(try box("background: red, border-radius: 3pt").radius == 3)
    let sides: [(String, Box.Edge)] = [("top", .top), ("bottom", .bottom), ("start", .start), ("end", .end)]
    for (name, edge) in sides {
      #expect(try box("border-\(name): 2pt ink").edges.keys.map { $0 } == [edge])
    }
    #expect(try box("border-top: 2pt ink").edges[.top]?.width == 2)
    let all = try box("border-top: 2pt ink, border-end: 1pt red, padding: 0")
    #expect(all.edges.count == 2)
    #expect((all.content as? Text)?.text == "a")
    #expect(try element("  { text: a }") is Text)
  }

  @Test func keepingAndBreaking() throws {
    #expect(try element("  { text: a, keep-together: true }") is KeepTogether)
    #expect(try element("  { text: a, keep-together: false }") is Text)
    let heading = try #require(try element("  { text: a, keep-together: true, keep-with-next: true }") as? KeepWithNext)
    #expect(heading.content is KeepTogether)
    let kept = try #require(try element("  { text: a, break-before: true, keep-together: true }") as? BreakBefore)
    #expect(kept.content is KeepTogether)
    #expect(try texts("  - a\n  - { text: b, break-before: true }\n  - c") == [["a"], ["b", "c"]])
  }

  @Test func links() throws {
    let link = try #require(try element(#"  { text: a, href: "https://example.org/{{office.name}}" }"#) as? Link)
    #expect(link.address == "https://example.org/Riverside")
    #expect((try element(#"  { text: a, href: "x:{{title}}" }"#) as? Link)?.address == "x:Title")
    #expect(try element(#"  { text: a, href: "" }"#) is Text)
    #expect(try element(#"  { text: a, href: "{{title}}" }"#, Note.data(title: "")) is Text)
    let padded = try #require(try element(#"  { text: a, href: x, padding: 1pt }"#) as? Link)
    #expect(padded.content is Box)
  }

  @Test func conditions() throws {
    let both = """
        - { text: new, if: is_new }
        - { text: old, unless: is_new }
        - { text: port, if: office.place.is_port }
        - { text: never, if: is_new, unless: is_new }
      """
    #expect(try texts(both, Note.data(isNew: true)) == [["new", "port"]])
    #expect(try texts(both, Note.data(isNew: false)) == [["old", "port"]])
    #expect(try texts("  - { text: a, if: is_new }", [:]) == [[]])
    #expect(try texts("  - { text: a, unless: is_new }", [:]) == [[]])
  }

  @Test func flagsThatDoNotExistAreFaults() {
    let flags = ["office.place.is_port", "is_new", "page.is_roll", "page.is_narrow", "page.is_card"]
    #expect(faults("  - { text: a, if: is_nwe }") == [fault(2, 20, .unknownFlag("is_nwe", known: flags))])
    #expect(faults("  - { text: a, unless: title }") == [fault(2, 24, .unknownFlag("title", known: flags))])
    #expect(
      faults("  - { each: lines, text: a, if: wage }") == [
        fault(2, 33, .unknownFlag("wage", known: ["is_wage"] + flags))
      ])
  }

  @Test func everyElementKnowsItsPlace() throws {
    let made = try template(Note.sheet("  - a\n  - { text: b, padding: 1pt, break-before: true }")).document(for: [:])
    let stack = try #require(made.content as? Stack)
    #expect(stack.children.map { ($0 as? Located)?.mark } == [mark(2, 5), mark(3, 5)])
  }

  @Test func aBoxThatDoesNotFitTellsWhere() throws {
    let wide = try template(Note.sheet("  - { text: a, padding: 0 150pt }"))
    #expect(throws: LayoutError.overflow(Misfit(.tooWide(needed: 300, available: 200), mark: mark(2, 5)))) {
      try pages(wide)
    }
  }

  @Test func boxesStandWhereTheyShould() throws {
    #expect(
      try seen(#"  - { text: ab, padding: 5pt 10pt, background: red, border-bottom: 1pt ink, href: x }"#) == [
        Seen("box", 0, 0, 200, 20), Seen("ab", 10, 5, 10, 10), Seen("line", 0, 19, 200, 1), Seen("→x", 0, 0, 200, 20),
      ])
  }
}

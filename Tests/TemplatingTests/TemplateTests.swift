import LayoutFakes
import Layout
import Testing

@testable import Templating

@Suite struct TemplateTests {
  private static let furnished = """
    kind: note
    page: { size: [200pt, 100pt], margin: 0 }
    styles: { body: { font-family: Fake, font-size: 10pt, line-height: 1 } }
    header:
      - { text: "{{title}} {{page.number}}", if: page.is_first }
      - { text: "again", unless: page.is_first }
    footer:
      row:
        - { text: "{{page.number}} {{t.of}} {{page.count}}" }
        - { text: "last", if: page.is_last, text-align: end }
        - { text: "only", if: page.is_only, text-align: end }
    content:
      - { each: lines, text: "{{title}}" }
    """

  @Test func headersAndFootersKnowTheirPage() throws {
    let template = try template(Self.furnished)
    let lines = (1...10).map { Note.line("r\($0)", "1") }
    let texts = try pages(template, Note.data(lines: lines)).map(\.texts)
    #expect(
      texts == [
        ["Title 1"] + (1...8).map { "r\($0)" } + ["1 of 2"], ["again", "r9", "r10", "2 of 2", "last"],
      ])
    let one = try pages(template).flatMap(\.seen)
    #expect(
      one == [
        Seen("Title 1", 0, 0, 35, 10), Seen("Rice", 0, 10, 20, 10), Seen("Salt", 0, 20, 20, 10),
        Seen("1 of 1", 0, 90, 30, 10), Seen("last", 113.333, 90, 20, 10), Seen("only", 180, 90, 20, 10),
      ])
  }

  @Test func pageNumbersAreWrittenAsTheLanguageDoes() throws {
    let template = try template("kind: note\nfooter: \"{{page.number}}/{{page.count}}\"\ncontent: a")
    let (content, master) = template.document(for: [:], figures: { "no. \($0)" })
    #expect(try Paginator.pages(of: content, on: master, context()).map(\.texts) == [["a", "no. 1/no. 1"]])
  }

  @Test func aRepeatedHeaderKeepsAllOfIt() throws {
    let text = "kind: note\nheader: { each: lines, text: \"{{title}}\" }\ncontent: a"
    #expect(try pages(try template(text)).map(\.texts) == [["Rice", "Salt", "a"]])
  }

  @Test func aHeaderWhoseConditionDoesNotHoldIsNone() throws {
    let text = "kind: note\nheader: { text: h, if: is_new }\nfooter: f\ncontent: a"
    #expect(try pages(try template(text), Note.data(isNew: false)).map(\.texts) == [["a", "f"]])
  }

  @Test func pageNumbersAreNotForContent() {
    #expect(faults(#"  "{{page.number}}""#).map(\.mark) == [mark(2, 4)])
    #expect(faults("  { text: a, if: page.is_first }").map(\.mark) == [mark(2, 18)])
  }

  @Test func listsTheFontsItAsksFor() throws {
    let text = """
      kind: note
      styles:
        body: { font-family: Inter }
        unused: { font-family: [Inter, Noto Sans] }
      content: { text: a, font-family: Bebas Neue }
      """
    let families = try template(text).families
    #expect(families.map(\.name) == ["Inter", "Noto Sans", "Bebas Neue"])
    #expect(families.map(\.mark) == [mark(3, 24), mark(4, 34), mark(5, 34)])
  }

  private static let mixed = """
    kind: note
    page: { size: [200pt, 400pt], margin: 0 }
    styles: { body: { font-size: 10pt, line-height: 1 } }
    header: { stack: [head, "{{t.hello}}"] }
    content:
      - { stack: [fixed, "{{office.name}}"], padding: 1pt }
      - { stack: ["{{title}}", bound] }
      - { row: [{ picture: a.svg, width: 10pt }, { qr: "{{title}}", size: 50pt }] }
      - { each: lines, stack: [every, line] }
      - { if: is_new, stack: [only, new] }
      - { text: single }
      - { stack: [a, { space: fill }] }
    """

  @Test func whatIsTheSameOnEveryDocumentIsShared() throws {
    let template = try template(Self.mixed)
    let content = try #require(template.document(for: Note.data()).content as? Stack)
    #expect(content.children.map { $0 is Shared } == [true, false, false, true, true, true, true, false])
    let row = try #require(content.children[2].bare as? Row)
    #expect(row.children.map { $0.element is Shared } == [true, false])
  }

  @Test func whatIsSharedIsTheSameObjectOnEveryDocument() throws {
    let template = try template(Self.mixed)
    let measurer = FakeMeasurer()
    let context = LayoutContext(measurer: measurer)
    let first = try #require(try pages(template, Note.data(title: "One"), context).first)
    let (fixed, literal) = (measurer.count(of: "Riverside"), measurer.count(of: "bound"))
    let second = try #require(try pages(template, Note.data(title: "Two"), context).first)
    #expect(first.shared.count == 9)
    #expect(first.shared.map(ObjectIdentifier.init) == second.shared.map(ObjectIdentifier.init))
    // Repeated lines are one and the same as well.
    #expect(Set(first.shared.map(ObjectIdentifier.init)).count == 8)
    #expect(first.texts != second.texts)
    #expect(measurer.count(of: "Riverside") == fixed)
    #expect(measurer.count(of: "bound") == literal)
    #expect(measurer.count(of: "Two") > 0)
  }

  @Test func documentsOfDataWithoutTheirShapeAreBlankAndNoMore() throws {
    let template = try template(Self.mixed)
    let odd: [String: TemplateData] = ["title": .flag(true), "lines": .text("x"), "is_new": .list([])]
    #expect(try pages(template, odd).count == 1)
    #expect(try pages(template, [:]).count == 1)
  }
}

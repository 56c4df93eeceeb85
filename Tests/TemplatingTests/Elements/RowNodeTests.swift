import LayoutFakes
import Layout
import Testing

@testable import Templating

@Suite struct RowNodeTests {
  private func row(_ keys: String) throws -> Row { try #require(try element("  { row: \(keys) }") as? Row) }

  @Test func readsWidthsGapAndAlignment() throws {
    let wide = try row("[{ text: a, width: 20pt }, { text: b, width: auto }, { text: c, width: 2fr }, d], gap: 3pt")
    #expect(wide.children.map(\.track) == [.fixed(20), .natural, .fraction(2), .fraction(1)])
    #expect(wide.gap == 3)
    #expect(wide.alignment == .top)
    let words: [(String, Row.Alignment)] = [
      ("top", .top), ("center", .center), ("bottom", .bottom), ("baseline", .baseline),
    ]
    for (word, alignment) in words { #expect(try row("[a], align-items: \(word)").alignment == alignment) }
  }

  @Test func picturesAndCodesTakeTheRoomTheyNeed() throws {
    let row = try row("[{ picture: a.svg, width: 20pt }, { picture: b.svg }, { qr: a }, { qr: a, width: 50pt }]")
    #expect(row.children.map(\.track) == [.natural, .natural, .natural, .fixed(50)])
    let pictures = row.children.compactMap { ($0.element as? Located)?.content as? Picture }
    #expect(pictures.map(\.width) == [20, nil])
  }

  @Test func aChildWhoseConditionDoesNotHoldLeavesItsPlace() throws {
    let three = "  { row: [a, { text: b, if: is_new, width: 100pt }, c], gap: 10pt }"
    #expect(
      try seen(three, Note.data(isNew: true)) == [
        Seen("a", 0, 0, 5, 10), Seen("b", 50, 0, 5, 10), Seen("c", 160, 0, 5, 10),
      ])
    #expect(try seen(three, Note.data(isNew: false)) == [Seen("a", 0, 0, 5, 10), Seen("c", 105, 0, 5, 10)])
    #expect(try seen("  { row: [{ text: b, if: is_new }] }", Note.data(isNew: false)) == [])
  }

  @Test func aRepeatedChildRepeatsItsWidth() throws {
    let cells = #"  { row: [{ each: lines, text: "{{title}}", width: 40pt }, z] }"#
    #expect(
      try seen(cells) == [Seen("Rice", 0, 0, 20, 10), Seen("Salt", 40, 0, 20, 10), Seen("z", 80, 0, 5, 10)])
  }

  @Test func standsOnOneBaseline() throws {
    #expect(
      try seen("  { row: [a, { text: b, style: large }], align-items: baseline }") == [
        Seen("a", 0, 8, 5, 10), Seen("b", 100, 0, 10, 20),
      ])
  }

  @Test func faults() {
    let width =
      "a width such as 24mm, 30%, 1fr, auto, minmax(30mm, 1fr), fit-content or fit-content(50mm), or a placeholder such as {{share}}"
    #expect(
      TemplatingTests.faults("  { row: [{ text: a, width: 1 }, { text: b, wdith: 1pt }], gap: x }").map(\.mark)
        == [mark(2, 29), mark(2, 45), mark(2, 65)])
    #expect(
      TemplatingTests.faults("  { row: [{ text: a, width: 1 }] }") == [
        fault(2, 29, .wrongValue(key: "width", found: "\"1\"", expected: width))
      ])
    #expect(
      TemplatingTests.faults("  { row: { text: a } }") == [
        fault(2, 10, .wrongValue(key: "row", found: "keys and values", expected: "a list of elements"))
      ])
    // Outside of a row nothing takes a width.
    #expect(TemplatingTests.faults("  { text: a, width: 1pt }").map(\.mark) == [mark(2, 14)])
  }
}

import LayoutFakes
import Layout
import Testing

@testable import Templating

@Suite struct SmallNodesTests {
  @Test func rules() throws {
    let rule = try #require(try element("  { rule: 0.5pt, color: red }") as? Rule)
    #expect(rule.thickness == 0.5)
    #expect(rule.color == Color(red: 1, green: 0, blue: 0))
    #expect((try element("  { rule: 1pt }") as? Rule)?.color == .black)
    #expect(
      faults("  { rule: thin, color: rde }") == [
        fault(2, 11, .wrongValue(key: "rule", found: "\"thin\"", expected: "a thickness such as 0.5pt")),
        fault(2, 24, .unknownColor("rde", known: ["ink", "red"])),
      ])
  }

  @Test func spaces() throws {
    let space = try #require(try element("  { space: 4pt }") as? Spacer)
    #expect(space.size == Size(0, 4))
    #expect(!space.fills)
    #expect((try element("  { space: fill }") as? Spacer)?.fills == true)
    #expect(try seen("  - a\n  - space: fill\n  - b\n  - space: fill\n  - c").map(\.rect.minY) == [0, 45, 90])
    #expect(
      faults("  { space: full }") == [
        fault(2, 12, .wrongValue(key: "space", found: "\"full\"", expected: "a length such as 4mm, or fill"))
      ])
  }

  @Test func whatFillsIsNeverShared() throws {
    let all = try elements("  - { stack: [a, b] }\n  - { stack: [a, { space: fill }, b] }\n  - \"{{title}}\"")
    let made = try #require(
      try template(Note.sheet("  - { stack: [a, b] }\n  - space: fill")).document(for: [:]).content as? Stack)
    #expect(made.children[0] is Shared)
    #expect(all[1] is Stack)
  }

  @Test func pictures() throws {
    let picture = try #require(try element("  { picture: art/a.svg, width: 20pt }") as? Picture)
    #expect(picture.path == "T/art/a.svg")
    #expect(picture.width == 20)
    #expect(picture.height == nil)
    #expect((try element("  { picture: a.svg, height: 3pt }") as? Picture)?.height == 3)
    #expect(
      faults("  - picture: ../a.svg\n  - picture: [a]\n  - { picture: /a.svg, width: 1 }") == [
        fault(2, 14, .pathOutside("../a.svg")),
        fault(
          3, 14,
          .wrongValue(
            key: "picture", found: "a list", expected: "a file in the template's folder, such as art/mark.svg")),
        fault(4, 16, .pathOutside("/a.svg")),
        fault(4, 31, .wrongValue(key: "width", found: "\"1\"", expected: "a length such as 4mm or 9.5pt")),
      ])
  }

  @Test func codes() throws {
    let code = try #require(try element(#"  { qr: "{{title}}", size: 40pt }"#) as? Code)
    #expect(code.text == "Title")
    #expect(code.side == 40)
    let usual = try #require(try element("  { qr: x }") as? Code)
    #expect(abs(usual.side - 30 * Length.millimetre) < 1e-9)
    #expect(faults("  { qr: [x] }").map(\.mark) == [mark(2, 9)])
  }

  @Test func fits() throws {
    let fit = try #require(try element("  { fit: { text: a, style: large }, min: 0.5, max: 4 }") as? Fit)
    #expect((fit.least, fit.most) == (0.5, 4))
    let usual = try #require(try element("  { fit: a }") as? Fit)
    #expect((usual.least, usual.most) == (0.1, 1))
    #expect((try element("  { fit: a, min: 3 }") as? Fit)?.least == 1)
    #expect((usual.leastSize, usual.fitsWidthOnly) == (0, false))
    let sized = try #require(try element("  { fit: a, min: 6pt, to: width }") as? Fit)
    #expect((sized.least, sized.leastSize, sized.fitsWidthOnly) == (0.1, 6, true))
    #expect(faults("  { fit: a, min: 6, to: height }").map(\.mark.column) == [25])
    #expect(try seen("  { fit: abcdefghij, max: 4 }") == [Seen("abcdefghij", 0, 0, 199.96, 39.992)])
    #expect(faults("  { fit: [a], min: 0 }").map(\.mark) == [mark(2, 10), mark(2, 20)])
  }
}

import Layout
import Testing

@testable import Drawing

/// A long text is broken piece by piece, in time that grows with it, and into the same lines.
@Suite struct LongTextTests {
  @Test(arguments: [
    "neighbours give bread to neighbours ", "unbrokenunbrokenunbrokenunbroken", "שלום עולם طعام ", "給鄰居的麵包，免費。",
    "línea\nnew ",
  ])
  func piecesGiveTheSameLines(words: String) throws {
    let setting = try Workbench().measurer.setting
    let text = String(repeating: words, count: 9000 / words.utf8.count)
    let face = try Typeface(.body, setting: setting)
    let width = 200 / TextStyle.body.size * face.shapingSize
    var whole = Shaper(setting, piece: .max)
    let expected = try whole.shape(text, face: face, direction: .leftToRight, width: width)
    var pieces = Shaper(setting, piece: 700)
    let found = try pieces.shape(text, face: face, direction: .leftToRight, width: width)
    #expect(found.map(\.end) == expected.map(\.end))
    #expect(zip(found, expected).allSatisfy { abs($0.shape.width - $1.shape.width) < 0.01 })
  }
}
